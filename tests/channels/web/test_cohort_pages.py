"""A coordinator in the browser: the same cohorts, use cases and refusals as in the chat."""

from __future__ import annotations

import re
from datetime import timedelta
from secrets import token_hex

import pytest

from bot.content.library import Content
from bot.domain.access import Access
from bot.domain.addresses import Address
from bot.domain.commands import AddCoordinator, RemoveCoordinator
from bot.domain.coordination.outcome import OPERATOR, Done, Refused
from bot.domain.coordination.sign_in import sign_in
from bot.domain.events import Event
from bot.flows.registry import FLOWS
from bot.services.turns import Service
from tests.channels.web.conftest import Site
from tests.channels.web.test_crossing import CHAT, a_phone
from tests.support.browser import Browser
from tests.support.browser_group import Group


@pytest.fixture
async def group(site: Site, content: Content, ann: Browser) -> Group:
    made = await Group(site.store, content, site.clock).made()
    await made.seats(ann)
    return made


async def test_a_coordinator_sees_their_groups_and_how_far_people_are_as_table_and_picture(
    group: Group, ann: Browser
) -> None:
    await group.has(6, begun=2)
    page = await ann.get("/groups")
    page = await ann.follow("Nursery team")
    assert "6 are here" in page.text
    page = await ann.follow("Progress")
    assert "Here: 6" in page.text
    assert re.search(r"not begun\s*4", page.text), page.text
    alt = re.search(r'<img src="([^"]+)" alt="([^"]+)"', page.html)
    assert alt
    assert "not begun 4" in alt[2]
    status, body, headers = await ann.download(alt[1])
    assert status == 200
    assert body.startswith(b"\x89PNG")
    assert headers["Content-Disposition"].startswith("inline")
    _, body, headers = await ann.download(page.links["As a table (CSV)"])
    assert "Nursery" not in body.decode() or body
    assert headers["Content-Disposition"].startswith("attachment")


async def test_no_word_of_a_learner_is_on_any_page_of_a_coordinator(
    group: Group, ann: Browser
) -> None:
    await group.has(6, begun=6)
    shown = ("", "/progress", "/weeks", "/figures", "/skills")
    for name in (*shown, "/remind", "/reports", "/invite", "/done"):
        page = await ann.get(f"/groups/{group.id}{name}")
        assert page.status == 200, name
        assert "fridge" not in page.text


async def test_who_looks_after_no_group_sees_none_and_cannot_tell_one_from_none(
    site: Site, group: Group
) -> None:
    other = site.browser()
    page = await other.get("/groups")
    assert page.status == 403
    assert "Nursery" not in page.text
    theirs, none = await other.get(f"/groups/{group.id}"), await other.get("/groups/bbbb2222")
    assert theirs.status == none.status == 404
    assert theirs.text == none.text
    for path in ("/progress.png", "/figures.csv", "/reports/abc"):
        assert (await other.get(f"/groups/{group.id}{path}")).status == 404
    page = await other.post(f"/groups/{group.id}/invite", {"uses": "30"})
    assert page.status == 404


async def test_a_small_group_has_no_breakdown_and_no_person_has_a_line(
    group: Group, ann: Browser
) -> None:
    await group.has(4, begun=4)
    for name in ("progress", "weeks", "figures", "skills"):
        page = await ann.get(f"/groups/{group.id}/{name}")
        assert "fewer than 5" in page.text, name
        assert "<table" not in page.html
        assert (await ann.get(f"/groups/{group.id}/{name}.png")).status == 404
    await looked_at(ann, group)
    page = ann.page
    assert "In a small group" in page.text
    assert "<table" not in page.html


async def looked_at(ann: Browser, group: Group, **filled: str) -> None:
    """Fill in a reminder and look at who gets it."""
    await ann.get(f"/groups/{group.id}/remind")
    await ann.press_of("See who gets it", **{"whom": "unfinished", **filled})


async def test_the_audience_is_explained_before_anything_is_sent_and_sent_once(
    site: Site, group: Group, ann: Browser
) -> None:
    await group.has(6, begun=2, names=("Mo", "Jo"))
    await looked_at(ann, group, words="Please write a little each day.")
    page = ann.page
    assert "Nothing is sent yet" in page.text
    assert "6 have only the page and see it there when they look" in page.text
    assert "get it" not in page.text
    assert "Please write a little each day." in page.text
    assert re.search(r"Mo\s*sees it on their page", page.text)
    again = page
    page = await ann.press("Send")
    assert "or at a better time for each" in page.text
    report = page.url.partition("?")[0]
    ann.page = again
    page = await ann.press("Send")
    assert page.url.partition("?")[0] == report, "a second press finds what is there already"
    await site.later(seconds=1)
    page = await ann.get(f"/groups/{group.id}/reports")
    assert sum("/reports/" in each for each in page.links.values()) == 1
    page = await ann.get(report)
    assert "In all: 6" in page.text
    assert "Please write a little each day." in page.text


async def test_a_report_says_that_a_reminder_waits_on_a_page_and_not_that_it_was_handed_over(
    site: Site, group: Group, ann: Browser
) -> None:
    await group.has(5)
    ben = site.browser()
    await ben.get()
    await ben.send(f"/join {await group.code()}")
    await ben.press("Yes, join")
    await ben.press("No name")
    await site.later(hours=1)
    await looked_at(ann, group, words="Please write a little each day.")
    await ann.press("Send")
    report = ann.page.url.partition("?")[0]
    await site.later(seconds=1)
    page = await ann.get(report)
    assert "6 on a page: they see it when they look there" in page.text
    assert "handed over" not in page.text
    assert "In all: 6" in page.text
    assert "Please write a little each day." in (await ben.get()).text


async def test_why_a_person_is_left_out_is_counted_and_stands_beside_no_name(
    site: Site, group: Group, ann: Browser
) -> None:
    await group.has(6, begun=1, names=("Mo", "Jo", "Al", "Bo", "Cy", "Di"))
    await looked_at(ann, group)
    await ann.press("Send")
    await site.later(hours=1)
    await looked_at(ann, group)
    page = ann.page
    assert re.search(r"Mo\s*not now", page.text), page.text
    assert "Send" not in page.labels, "it would reach nobody"
    for name in ("blocked", "off", "recent"):
        assert not re.search(rf"Mo[^\n]*{name}", page.text)


async def test_what_cannot_be_sent_is_refused_as_in_the_chat_and_nothing_typed_is_lost(
    group: Group, ann: Browser
) -> None:
    await group.has(6)
    await looked_at(ann, group, whom="", words="Keep going.", when="tomorrow 10:00")
    assert ann.page.status == 422
    assert "pick who" in ann.page.text
    assert ann.page.forms[f"/groups/{group.id}/remind"].fields["words"] == "Keep going."
    await looked_at(ann, group, when="when the cows come home")
    assert "could not read that as a time" in ann.page.text
    await looked_at(ann, group, words="Ring 07700 900123 for Mo.")
    assert ann.page.status == 422
    await looked_at(ann, group, words="a" * 700)
    assert ann.page.status == 422
    form = ann.page.forms[f"/groups/{group.id}/remind"]
    page = await ann.post(form.action, {**form.fields, "csrf": "no", "words": "Still here."})
    assert page.status == 403
    assert page.forms[f"/groups/{group.id}/remind"].fields["words"] == "Still here."


async def test_a_weekly_one_is_planned_changed_paused_and_cancelled(
    group: Group, ann: Browser
) -> None:
    await group.has(6)
    await looked_at(ann, group, when="every Monday 10:00", words="A new week.")
    page = await ann.press("Send")
    assert "It is planned" in page.text
    page = await ann.press("Pause it")
    assert "✓ It is paused" in page.text
    page = await ann.press("Go on with it")
    assert "✓ It goes on" in page.text
    page = await ann.follow("Change it or pause it")
    assert page.forms[f"/groups/{group.id}/remind"].fields["words"] == "A new week."
    await ann.press_of("See who gets it", whom="unfinished", when="every Friday 11:00")
    page = await ann.press("Save the change")
    assert "✓ It is changed" in page.text
    assert "Fri" in page.text
    page = await ann.press("Cancel it")
    assert "✓ It is cancelled" in page.text
    page = await ann.get(f"/groups/{group.id}/reports")
    assert "Nothing is planned" in page.text


async def test_an_invitation_with_its_card_is_shown_once_and_can_be_withdrawn(
    site: Site, group: Group, ann: Browser
) -> None:
    form = await ann.get(f"/groups/{group.id}/invite")
    page = await ann.press("Up to 30 people")
    link = re.search(r"/join/[0-9a-f]{32}", page.text)
    assert link
    assert "data:image/png;base64," in page.html
    ann.page = form
    page = await ann.press("Up to 30 people")
    assert "That was shown once" in page.text, "a form that is posted twice makes one link"
    page = await ann.get(f"/groups/{group.id}/invite")
    assert link[0] not in page.text
    assert "30 of 30 left" in page.text
    page = await ann.follow(next(each for each in page.links if each.startswith("Withdraw")))
    assert "Shall I withdraw" in page.text
    page = await ann.press("Yes, withdraw it")
    assert "✓ The link is withdrawn" in page.text
    assert "There is no link in use" in page.text
    learner = site.browser()
    page = await learner.get(link[0])
    assert "not in use any more" in page.text
    assert "Nursery team" not in page.text


async def test_who_looks_after_a_group_no_more_sees_none_of_it_at_the_next_press(
    site: Site, group: Group, ann: Browser
) -> None:
    await group.has(6)
    await looked_at(ann, group)
    [seat] = (await site.store.view(group.id)).coordinators  # type: ignore[union-attr]
    await site.store.do([RemoveCoordinator(group.id, seat)], "operator", site.clock[0])
    page = await ann.press("Send")
    assert page.status == 404
    assert (await site.store.view(group.id)).reports == ()  # type: ignore[union-attr]


async def test_figures_for_a_funder_and_weeks_are_tables_with_their_pictures(
    site: Site, group: Group, ann: Browser
) -> None:
    await group.has(6, begun=3)
    await site.later(days=8)
    page = await ann.get(f"/groups/{group.id}/figures")
    assert re.search(r"Joined\s*6", page.text)
    assert "<table" in page.html
    status, body, _ = await ann.download(page.links["As a table (CSV)"])
    assert status == 200
    assert b"joined" in body
    page = await ann.get(f"/groups/{group.id}/weeks")
    assert re.search(r"23 Nov\s*6\s*0", page.text), page.text
    site.clock[0] += timedelta(days=365)
    page = await ann.get(f"/groups/{group.id}/remind")
    assert "ended" in page.text or "over" in page.text


async def test_skills_that_two_people_named_are_a_table_and_the_picture_of_the_overlap(
    site: Site, group: Group, ann: Browser, content: Content
) -> None:
    await group.has(6)
    page = await ann.get(f"/groups/{group.id}/skills")
    assert "No skill has been named" in page.text
    assert "<img" not in page.html
    assert (await ann.get(f"/groups/{group.id}/skills.png")).status == 404
    service = Service(FLOWS, content, site.store, lambda: site.clock[0])
    skills = ("Planning and budgeting", "Planning and budgeting", "Organising and staffing")
    for number, skill in enumerate(skills):
        await names_a_skill(service, group, number, skill)
    page = await ann.get(f"/groups/{group.id}/skills")
    assert re.search(r"Planning and budgeting\s*2\b", page.text)
    assert "Organising" not in page.text, "one person alone might be known by it"
    [alt] = re.findall(r'<img src="[^"]+" alt="([^"]+)"', page.html)
    assert "Planning and budgeting: 2 people" in alt
    status, body, _ = await ann.download(f"/groups/{group.id}/skills.png")
    assert status == 200
    assert body.startswith(b"\x89PNG")
    assert (await ann.get(f"/groups/{group.id}/skills.csv")).status == 404


async def names_a_skill(service: Service, group: Group, number: int, skill: str) -> None:
    """Let a learner of the group say which skill they used."""
    to = Address("web", f"{number}{group.id}")
    act = "I made a plan for the walk and told each of the three of them their part."
    for text in ("Start", "Skip", act, "Name the skill", skill):
        await service.receive(Event("", "say", text, token_hex(8), address=to))


async def test_a_link_from_the_chat_opens_a_coordinators_groups_after_a_press_and_once(
    site: Site, ann: Browser, content: Content
) -> None:
    group = await Group(site.store, content, site.clock).made()
    phone = await a_phone(site, content)
    await phone.say("/start")
    mine = await site.store.conversation_of(CHAT)
    await site.store.do([AddCoordinator(group.id, mine)], "", site.clock[0])
    said = await phone.say("/browser")
    link = re.search(r"/cross/\w+\?to=groups", said)
    assert link
    page = await ann.get(link[0])
    assert "Your groups in this browser" in page.text
    assert "Nursery" not in page.text
    page = await ann.press("Open my groups here")
    assert "Nursery team" in page.links
    page = await ann.get("/")
    assert "Your groups" in page.links
    other = site.browser()
    assert (await other.get(link[0])).status == 404


async def test_who_looks_after_no_group_gets_no_link_to_groups(
    site: Site, content: Content
) -> None:
    phone = await a_phone(site, content)
    assert "to=groups" not in await phone.say("/browser")


async def test_a_link_from_the_server_signs_one_coordinator_in_for_minutes_and_others_see_it(
    site: Site, group: Group, content: Content
) -> None:
    view = await site.store.view(group.id)
    assert view
    access = Access(random_tokens=("ab" * 16, "cd" * 16), page_address=site.url)
    assert sign_in(view, 2, access, site.clock[0]) == Refused("no_such_person")
    assert sign_in(view, 1, Access(), site.clock[0]) == Refused("no_page")
    made = sign_in(view, 1, access, site.clock[0])
    assert isinstance(made, Done)
    await site.store.do(made.commands, OPERATOR, site.clock[0])
    elsewhere = site.browser()
    await elsewhere.get(made.facts.link)
    page = await elsewhere.press("Open my groups here")
    assert "Nursery team" in page.links
    page = await elsewhere.get(f"/groups/{group.id}/done")
    assert "on the server: made a link to sign in coordinator 1" in page.text
    await site.store.do(made.commands, OPERATOR, site.clock[0])
    site.clock[0] += timedelta(minutes=10)
    late = site.browser()
    assert (await late.get(made.facts.link)).status == 404


async def test_the_foot_of_the_page_says_who_else_sees_something(
    site: Site, group: Group, content: Content
) -> None:
    learner = site.browser()
    page = await learner.get()
    assert "Nothing goes to anybody else" in page.text
    await learner.press("Start")
    code = await group.code()
    await learner.send(f"/join {code}")
    page = await learner.press("Yes, join")
    page = await learner.get()
    assert "Nothing goes to anybody else" not in page.text
    assert "Who looks after your group sees which question you are at" in page.text
    phone = await a_phone(site, content)
    await phone.say("/start")
    await phone.say("Start")
    other = site.browser()
    await other.get(await phone.link())
    page = await other.press("Open my words here")
    assert "Nothing goes to anybody else" not in page.text
    assert "open in a chat too" in page.text
