"""A trial: all sides beside one another, a clock that can be moved, and nothing kept."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import open_coach
from bot.channels.web import CHANNEL
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage
from bot.channels.web.trial import invitation_address
from bot.clock import MovableClock, wall_clock
from bot.content.library import Content
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.settings import Settings
from tests.support.browser import Browser


@pytest.fixture
async def stranger(settings: Settings, content: Content) -> AsyncIterator[Browser]:
    clock = MovableClock(wall_clock, datetime(2026, 11, 24, 10, tzinfo=UTC))
    opened = open_coach(settings, content)
    page = WebPage(opened.store, clock, content.words)
    service = Service(FLOWS, content, opened.store, clock, outboxes={CHANNEL: page.outbox})
    coach = Coach(content, opened.store, service, opened.files, clock)
    place = Place("127.0.0.1", 0)
    app = await page.trial(coach, place, clock, Scheduler(service, opened.store, clock))
    async with page.listening(app, place) as url:
        await opened.store.set_meta("invitation_address", invitation_address(url))
        browser = Browser(url)
        yield browser
        await browser.close()
    await opened.store.close()


async def test_a_stranger_sees_two_sides_and_three_people(stranger: Browser) -> None:
    page = await stranger.get()
    assert "Nothing is kept" in page.text
    assert {"You", "Amina", "Ben", "Chloe"} <= page.links.keys()
    assert "I ask one small question" in (await stranger.get("/as/you/")).now
    assert "233 of your own words" in (await stranger.get("/as/ben/")).now
    assert (await stranger.get("/as/nobody/")).status == 404


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
    assert await asyncio.wait_for(process.wait(), 20) == 0
    assert not list(tmp_path.glob("coach-*"))
    assert not (tmp_path / "data").exists()
