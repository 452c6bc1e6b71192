"""``coach web`` is watched as the bot is: a page for machines, and systemd's watchdog."""

from __future__ import annotations

import asyncio
import signal
import socket
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import open_coach
from bot.clock import wall_clock
from bot.content.library import Content
from bot.domain.health import Around, troubles
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.channels.web.test_beside_telegram import opened
from tests.support.forked import Forked
from tests.support.ports import free_port


@pytest.mark.long
async def test_the_page_alone_tells_machines_and_systemd_how_it_is(
    environment: dict[str, str], tmp_path: Path
) -> None:
    port, told = free_port(), tmp_path / "notify"
    more = {"HEALTH_PORT": str(port), "NOTIFY_SOCKET": str(told)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(told))
        systemd.setblocking(False)
        log, loop = tmp_path / "log", asyncio.get_running_loop()
        command = ("web", "--port", str(free_port()))
        process = Forked(command, environment | more, tmp_path, stdout=log, stderr=log)
        heard = [await asyncio.wait_for(loop.sock_recv(systemd, 100), 60) for _ in range(2)]
        assert heard == [b"READY=1", b"WATCHDOG=1"]
        browser = await opened(f"http://127.0.0.1:{port}/health")
        assert (browser.page.status, browser.page.html) == (200, "ok\n")
        assert "coach_well 1.0" in (await browser.get("/metrics")).html
        await browser.close()
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        assert await asyncio.wait_for(loop.sock_recv(systemd, 100), 60) == b"STOPPING=1"


async def test_a_bot_of_earlier_days_is_no_trouble_of_a_page_without_one(
    settings: Settings, content: Content
) -> None:
    coach, now = open_coach(settings, content), wall_clock()
    assert isinstance(coach.store, SqliteStore)
    await coach.store.set_meta("alive_at", (now - timedelta(days=3)).isoformat())
    around = Around(runs=True, free=10**12)
    found = troubles(await coach.store.health(now), around, now)
    assert "no_updates" not in list(found)
    await coach.store.set_meta("telegram_address", "https://t.me/CoachTestBot?start={token}")
    assert "no_updates" in list(troubles(await coach.store.health(now), around, now))
    await coach.store.close()
