"""A trial: all sides beside one another, a clock that can be moved, and nothing kept."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.support.browser import Browser


async def test_a_stranger_sees_two_sides_and_three_people(stranger: Browser) -> None:
    page = await stranger.get()
    assert "Nothing is kept" in page.text
    assert {"You", "Amina", "Ben", "Chloe"} <= page.links.keys()
    assert "I ask one small question" in (await stranger.get("/as/you/")).now
    assert "233 of your own words" in (await stranger.get("/as/ben/")).now
    assert (await stranger.get("/as/nobody/")).status == 404


async def test_a_stranger_sees_the_letters_that_would_have_gone_out(stranger: Browser) -> None:
    await stranger.get("/as/you/")
    await stranger.press("Start")
    await stranger.send("I am a cook.")
    await stranger.follow("Reminders by e-mail or calendar")
    await stranger.press_of("Send me an e-mail to check", text="me@example.org")
    page = await stranger.get()
    assert "1 e-mail" in page.links
    page = await stranger.follow("1 e-mail")
    assert "To me@example.org" in page.text
    [yes] = [each for each in page.links if "/as/you/mail/yes/" in each]
    await stranger.follow(yes)
    page = await stranger.press("Yes, send them here")
    assert "Reminders go to me@example.org from now on" in page.text
    await stranger.follow("Go to my question")
    await stranger.send("/later in 2 hours")
    assert "I come back to you on" in stranger.page.text
    await stranger.get()
    await stranger.press("1 day on")
    page = await stranger.follow("2 e-mails")
    assert "You asked me to come back to you now" in page.text
    assert "cook" not in page.text


async def test_the_coordinator_sees_the_group_and_none_of_its_words(stranger: Browser) -> None:
    page = await stranger.get("/as/coordinator/")
    assert "3 are here" in page.now
    page = await stranger.press("See progress")
    assert "Here: 3" in page.now
    assert "heating" not in page.text


async def test_an_invitation_of_the_coordinator_opens_the_door_to_their_group(
    stranger: Browser,
) -> None:
    page = await stranger.get("/as/coordinator/groups")
    page = await stranger.follow("Nursery team")
    await stranger.follow("Invite")
    page = await stranger.press("One person")
    link = re.search(r"http\S+/as/you/join/\w+", page.text)
    assert link
    page = await stranger.get(link[0])
    assert "Here in the browser" in page.text
    await stranger.press("Go on here")
    await stranger.press("Yes, join")
    page = await stranger.get("/as/you/")
    assert "Who looks after your group sees" in page.text
    page = await stranger.get("/as/coordinator/groups/trial")
    assert "4 are here" in page.text


async def test_a_statement_is_shown_to_a_reader_whose_question_comes_back(
    stranger: Browser,
) -> None:
    await stranger.get("/as/ben/")
    await stranger.send("/share")
    page = await stranger.press("Make a link for one person")
    link = re.search(r"http\S+/as/elsewhere/read/[0-9a-f]{32}", page.text)
    assert link
    page = await stranger.get(link[0])
    assert "heating" not in page.text, "a look shows nothing yet"
    page = await stranger.press("Read it")
    assert "the heating broke down in one wing" in page.text
    await stranger.press_of("Send my question", step="management", words="Who rang the engineer?")
    assert "You asked about" in stranger.page.text
    await stranger.get("/as/ben/")
    page = await stranger.send("/share")
    assert "“Who rang the engineer?”" in page.text


async def test_the_same_words_open_in_another_browser_once(stranger: Browser) -> None:
    await stranger.get("/as/ben/")
    page = await stranger.send("/browser")
    link = re.search(r"http\S+/as/elsewhere/cross/[0-9a-f]{32}", page.text)
    assert link
    page = await stranger.get(link[0])
    assert "233 of your own words" in page.text
    assert page.url.partition("/as/")[2].startswith("elsewhere/")
    page = await stranger.get(link[0])
    assert page.status == 404
    assert "233 of your own words" not in page.text


async def test_the_clock_can_be_moved_until_a_reminder_comes(stranger: Browser) -> None:
    await stranger.get("/as/you/")
    await stranger.press("Start")
    await stranger.send("/later in 2 hours")
    page = await stranger.get()
    assert "24 Nov 2026, 10:00" in page.text
    page = await stranger.press("1 hour on")
    assert "24 Nov 2026, 11:00" in page.text
    assert "You asked me" not in (await stranger.get("/as/you/")).now
    await stranger.get()
    await stranger.press("1 day on")
    assert "You asked me to come back" in (await stranger.get("/as/you/")).now


@pytest.mark.long
async def test_the_command_prints_an_address_and_a_trial_leaves_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "web", "--try", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        cwd=tmp_path,
        env={**environment, "TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
    browser = Browser(line.split()[1])
    assert "Amina" in (await browser.get()).text
    await browser.close()
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 60) == 0
    assert not list(tmp_path.glob("coach-*"))
    assert not (tmp_path / "data").exists()
