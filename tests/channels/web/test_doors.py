"""Coming back from another browser, and coming in by a group's link."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bot.channels.web.doors import TELEGRAM
from bot.channels.web.way_back import Guesses
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.commands import Invite
from bot.domain.crossing import Place
from bot.domain.invitations import hashed
from bot.flows.account.places import named
from tests.channels.web.conftest import Site
from tests.support.browser import Browser


async def begun(browser: Browser) -> None:
    await browser.get()
    await browser.press("Start")
    await browser.send("I am a cook in a school.")


async def keys(browser: Browser) -> tuple[str, str]:
    """Make a link and six words; gives both."""
    await browser.get("/keys")
    page = await browser.press("Make a link and six words")
    link = re.search(r"/back/[\w-]+", page.text)
    words = re.search(r"Your six words\n([a-z ]+)", page.text)
    assert link
    assert words
    return link[0], words[1]


async def test_six_words_open_the_same_conversation_in_another_browser(
    site: Site, ann: Browser
) -> None:
    await begun(ann)
    _, words = await keys(ann)
    assert len(words.split()) == 6
    phone = site.browser()
    await phone.get("/back")
    page = await phone.press_of("Open my words", text=f"  {words.upper()}. ")
    assert "I am a cook in a school" in page.text
    await phone.send("We had no plan.")
    assert "We had no plan" in (await ann.get()).text


async def test_a_link_opens_nothing_before_a_press_and_can_be_used_again(
    site: Site, ann: Browser
) -> None:
    await begun(ann)
    link, _ = await keys(ann)
    for _ in range(2):
        phone = site.browser()
        page = await phone.get(link)
        assert "cook" not in page.text, "a scanner of mails sees nothing and uses nothing up"
        page = await phone.press("Open my words")
        assert "I am a cook in a school" in page.text


async def test_both_are_shown_once_kept_as_hashes_and_can_be_changed(
    site: Site, ann: Browser
) -> None:
    await begun(ann)
    link, words = await keys(ann)
    assert words not in (await ann.get("/keys")).text
    kept = str(site.store._execute("SELECT hash FROM ways_back").fetchall())
    assert link.removeprefix("/back/") not in kept
    assert words.split()[0] not in kept
    await keys(ann)
    phone = site.browser()
    await phone.get(link)
    page = await phone.press("Open my words")
    assert page.status == 404
    assert "not in use any more" in page.text


async def test_wrong_words_may_be_tried_a_few_times_an_hour(site: Site, ann: Browser) -> None:
    await begun(ann)
    _, words = await keys(ann)
    phone = site.browser()
    await phone.get("/back")
    for _ in range(5):
        page = await phone.press_of("Open my words", text="able acid acre acts afar abide")
        assert page.status == 404
    page = await phone.press_of("Open my words", text=words)
    assert page.status == 429
    started_again = Guesses(site.store)
    assert await started_again.are_used_up("127.0.0.1", site.clock[0]), "a restart lets nobody in"
    site.clock[0] += timedelta(hours=1)
    page = await phone.press_of("Open my words", text=words)
    assert "I am a cook in a school" in page.text


async def test_other_browsers_can_be_closed(site: Site, ann: Browser) -> None:
    await begun(ann)
    _, words = await keys(ann)
    phone = site.browser()
    await phone.get("/back")
    await phone.press_of("Open my words", text=words)
    page = await ann.get("/keys")
    assert "1 other browser" in page.text
    [close] = [each for each in page.labels if each.startswith("Close it")]
    await ann.press(close)
    assert "cook" not in (await phone.get()).text
    assert "cook" in (await ann.get()).text


async def test_a_groups_link_has_two_doors_and_a_press_confirms(site: Site, ann: Browser) -> None:
    until = site.clock[0] + timedelta(days=7)
    await site.store.do([Invite(hashed("abc123"), "coordinator", "", until, 1)], "", site.clock[0])
    assert "Telegram" not in (await ann.get("/join/abc123")).text, "where no bot runs"
    await site.store.set_meta(TELEGRAM, "https://t.me/CoachTestBot?start={token}")
    page = await ann.get("/join/abc123")
    assert page.links["Open Telegram"] == "https://t.me/CoachTestBot?start=abc123"
    assert "Telegram carries and keeps your messages" in page.text
    await ann.press("Go on here")
    assert "Would you like to make a group?" in ann.page.text
    assert "abc123" not in str(site.store._execute("SELECT body FROM outbox").fetchall())


async def test_a_groups_link_that_is_none_is_refused_at_once(site: Site, ann: Browser) -> None:
    token, now = "ab" * 16, site.clock[0]
    await ann.get(f"/join/{token}")
    assert ann.page.status == 404
    assert "That link is not in use any more.\nIf you need one, please ask" in ann.page.text
    await site.store.do(
        [Invite(hashed(token), "coordinator", "", now + timedelta(days=7), 1)], "", now
    )
    await ann.get(f"/join/{token}")
    site.clock[0] += timedelta(days=8)
    page = await ann.press("Go on here")
    assert (page.status, "not in use any more" in page.text) == (404, True)
    assert not site.store._execute("SELECT * FROM conversations").fetchall(), "nobody was made"
    assert "one small question" in (await ann.follow("Go to my question")).text


async def test_a_coordinator_invites_by_the_page_and_no_copy_is_kept(
    site: Site, ann: Browser
) -> None:
    until = site.clock[0] + timedelta(days=7)
    await site.store.do([Invite(hashed("seat"), "coordinator", "", until, 1)], "", site.clock[0])
    await site.store.set_meta("invitation_address", f"{site.url}join/{{token}}")
    await ann.get("/join/seat")
    page = await ann.press("Go on here")
    assert "Would you like to make a group?" in page.now
    assert "one small question" not in page.text, "no learner's welcome, folded away or not"
    await ann.press("Make a group")
    await ann.send("Nursery team")
    await ann.press("Thing 2")
    await ann.send("31/03/2027")
    await ann.press("Europe/London")
    page = await ann.press("Up to 30 people")
    link = re.search(r"/join/(\w+)", page.text)
    assert link
    assert "Telegram" not in page.now
    assert page.links["Download invitation.png"].startswith("data:image/png")
    assert link[1] not in (await ann.get()).text
    assert link[1] not in str(site.store._execute("SELECT body FROM outbox").fetchall())

    bob = site.browser()
    await bob.get(link[0])
    await bob.press("Go on here")
    assert "You are invited to the group “Nursery team”" in bob.page.text
    page = await bob.press("Yes, join")
    assert "You are in the group" in page.text


def test_a_place_is_named_with_the_day_on_which_it_was_opened_there(content: Content) -> None:
    opened = Place(Address("web", "x"), datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    for zone, date in (("Europe/London", "24 November"), ("Europe/Warsaw", "25 November")):
        assert f"since {date} 2026" in str(named(content.words, opened, None, zone))
