"""Somebody opens a link in a browser and reads what was shared with them."""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime

import pytest

from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Join, SaveCohort
from tests.channels.web.conftest import Site
from tests.support.browser import Browser

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)

MINE = "I <b>led</b> a *walk* with $x and made a plan for it."


@pytest.fixture
async def link(site: Site, ann: Browser) -> str:
    """The link of a reader, which Ann's page has shown once."""
    await site.store.set_meta("page_address", site.url)
    await ann.get()
    await ann.press("Start")
    await ann.send("I run the breakfast club at a small nursery with two others.")
    await ann.press("Next")
    await ann.send(MINE)
    await command(await at_home(ann), "/share")
    page = await ann.press("Make a link for one person")
    found = re.search(r"/read/[0-9a-f]{32}", page.text)
    assert found
    return found[0]


async def command(browser: Browser, what: str) -> None:
    form = next(each for each in browser.page.forms.values() if "csrf" in each.fields)
    await browser.post("/say", {**form.fields, "text": "", "command": what})


async def opened(site: Site, link: str) -> Browser:
    reader = site.browser()
    await reader.get(link)
    await reader.press("Read it")
    return reader


async def shared_as(ann: Browser) -> str:
    await command(await at_home(ann), "/share")
    return ann.page.now


async def test_a_reader_is_told_the_day_that_the_learner_was_told(
    site: Site, ann: Browser, link: str
) -> None:
    await command(await at_home(ann), "/reminders zone Pacific/Kiritimati")
    reader = site.browser()
    assert "9 December 2026" in (await reader.get(link)).text
    assert "You can read it until 9 December 2026." in (await reader.press("Read it")).text
    assert "9 December 2026" in await shared_as(ann)


async def test_a_reader_reads_what_was_written_as_it_was_typed(site: Site, link: str) -> None:
    reader = await opened(site, link)
    assert MINE in reader.page.text
    assert "I run the breakfast club at a small nursery with two others." in reader.page.text
    assert "You can read it until 8 December 2026." in reader.page.text
    assert ">Where I see management skills being used</option>" in reader.page.html
    assert "<b>led</b>" not in reader.page.html
    assert "noindex" in reader.page.headers["X-Robots-Tag"]
    assert reader.page.headers["Cache-Control"] == "no-store"
    assert not reader.cookie, "nothing is kept in a reader's browser"


async def test_a_robot_that_looks_at_the_link_sees_nothing_and_counts_as_no_reading(
    site: Site, ann: Browser, link: str
) -> None:
    robot = site.browser()
    page = await robot.get(link)
    assert page.status == 200
    assert "breakfast" not in page.html
    assert "Nobody has opened it yet." in await shared_as(ann)
    await opened(site, link)
    assert "Opened on 24 November 2026." in await shared_as(ann)


async def test_looking_at_ones_own_link_is_no_reading(site: Site, ann: Browser, link: str) -> None:
    await ann.get(link)
    page = await ann.press("Read it")
    assert "This is your own." in page.text
    assert "It is ready" not in page.labels
    await ann.post(link, {"act": "ready"})
    assert "Nobody has opened it yet." in await shared_as(ann)


async def test_what_a_reader_says_comes_to_the_learner(site: Site, ann: Browser, link: str) -> None:
    reader = await opened(site, link)
    page = await reader.press("It is ready")
    assert "They will be told." in page.text
    assert "You said: It is ready." in page.text
    assert "It is ready" not in page.labels
    await reader.press_of("Send my question", step="management", words="Who <i>came</i>?")
    page = await reader.press_of("I know of this work", name="Jo Reid", role="manager")
    assert "You said that you know of this work: Jo Reid, manager." in page.text
    assert page.labels == []
    await site.later(hours=2)
    told = (await ann.get()).text
    assert "They say: It is ready." in told
    assert "They ask about “management”: “Who <i>came</i>?”" in told
    assert "Jo Reid, manager." in told
    await command(await at_home(ann), "/share")
    page = await ann.press("Answer about: management")
    assert "Somebody who read it asks: “Who <i>came</i>?”" in page.now
    await ann.send("Ana and Ben came, and eleven children from the older group.")
    kept = (await site.store.load(await conversation_of(site))).messages
    assert not any("came</i>" in each.text for each in kept)


async def conversation_of(site: Site) -> str:
    [found] = site.store._execute("SELECT chat_id FROM conversations").fetchone()
    return str(found)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "Please write your question first."),
        ("x" * 281, "That is too long."),
        ("See https://bad.example/now", "Please leave out links"),
    ],
)
async def test_what_cannot_be_sent_is_said_and_stays_typed(
    site: Site, ann: Browser, link: str, words: str, why: str
) -> None:
    reader = await opened(site, link)
    page = await reader.press_of("Send my question", step="management", words=words)
    assert page.status == 400
    assert why in page.text
    assert page.forms["ask"].fields["words"] == words
    assert "They asked" not in await shared_as(ann)


async def test_a_million_letters_are_refused(site: Site, ann: Browser, link: str) -> None:
    reader = await opened(site, link)
    page = await reader.post(
        link, {"act": "question", "step": "management", "words": "x" * 1_000_000}
    )
    assert page.status == 413
    assert "They asked" not in await shared_as(ann)


async def test_a_link_that_is_over_taken_back_or_guessed_is_a_kind_page(
    site: Site, ann: Browser, link: str
) -> None:
    reader = await opened(site, link)
    await command(await at_home(ann), "/share")
    await ann.press("Take back number 1")
    page = await reader.press("It is ready")
    assert page.status == 404
    texts = {page.text}
    for guess in (link, f"/read/{'0' * 32}", "/read/x"):
        page = await reader.get(guess)
        assert page.status == 404
        texts.add(page.text)
    assert len(texts) == 1
    assert "Ask the person who sent it to you for a new link." in texts.pop()


async def at_home(browser: Browser) -> Browser:
    await browser.get()
    return browser


async def test_a_link_ends_after_two_weeks(site: Site, link: str) -> None:
    reader = await opened(site, link)
    await site.later(days=14)
    assert (await reader.get(link)).status == 404
    assert (await reader.post(link, {})).status == 404


async def test_a_link_is_in_no_log_and_in_no_line_that_stays(
    site: Site, ann: Browser, link: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    reader = await opened(site, link)
    await reader.get(f"{link}x")
    assert link.removeprefix("/read/") not in caplog.text
    assert link not in (await ann.get("/?all")).html


async def test_two_answers_at_the_same_moment_are_one(site: Site, ann: Browser, link: str) -> None:
    one, other = await opened(site, link), await opened(site, link)
    await one.press("It is ready")
    page = await other.press("It is ready")
    assert page.status == 400
    assert "You have said that already." in page.text


async def test_a_coordinator_reads_it_once_and_their_page_keeps_no_copy(
    site: Site, ann: Browser, link: str
) -> None:
    del link
    learner = await conversation_of(site)
    bob = site.browser()
    await command(await at_home(bob), "/help")
    [other] = site.store._execute(
        "SELECT chat_id FROM conversations WHERE chat_id <> ?", (learner,)
    ).fetchone()
    team = Cohort("team", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", NOW)
    await site.store.do([SaveCohort(team), AddCoordinator("team", other)], other, NOW)
    await site.store.do([Join("team")], learner, NOW)
    await command(await at_home(ann), "/share")
    assert "It is shared." in (await ann.press("Ask in “Nursery team”")).now
    await site.later(hours=2)
    assert "asks you to read what they wrote" in (await at_home(bob)).page.now
    await bob.press("Look at it")
    page = await bob.press("Read: Learner 1")
    assert MINE in page.text
    page = (await at_home(bob)).page
    assert MINE not in page.text
    assert "That was shown once" in page.text
    await bob.press("It is ready")
    assert "They will be told." in bob.page.now
    assert MINE not in (await bob.get("/?all")).text
