"""Whether the coach is well, for a machine that asks, and for systemd."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app import open_coach
from bot.channels.watching import Watching, feeding
from bot.content.library import Content
from bot.domain.health import Around, Health, is_well, troubles
from bot.logs import AsJson
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.store.test_sqlite_file import at_situation
from tests.support.ports import free_port

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)

ROOM = 10**12


def health(**more: object) -> Health:
    plain: dict[str, object] = dict.fromkeys(Health.__dataclass_fields__, 0)
    moments = ("alive_at", "turn_at", "outbox_since", "due_since")
    plain |= dict.fromkeys(moments) | {"backup_at": NOW, "schema": "m"}
    return Health(**(plain | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "around", "said"),
    [
        (health(), Around(True, ROOM), []),
        (health(), Around(False, ROOM), ["not_running"]),
        (health(reached=1), Around(False, ROOM, is_to_run=False), ["not_running"]),
        (health(), Around(False, ROOM, is_to_run=False), []),  # a chat in a terminal needs none
        (health(alive_at=NOW - timedelta(minutes=6)), Around(True, ROOM), ["no_updates"]),
        (health(outbox_since=NOW - timedelta(minutes=16)), Around(True, ROOM), ["outbox_waits"]),
        (health(due_since=NOW - timedelta(hours=1)), Around(True, ROOM), ["reminder_late"]),
        (health(), Around(True, 1000), ["disk_full"]),
        (health(backup_at=None), Around(True, ROOM), ["no_backup"]),
    ],
)
def test_each_trouble_is_named(found: Health, around: Around, said: list[str]) -> None:
    assert list(troubles(found, around, NOW)) == said
    assert is_well(troubles(found, around, NOW)) == (said in ([], ["no_backup"]))


async def test_the_pages_for_machines_tell_figures_and_no_person(
    settings: Settings, content: Content
) -> None:
    coach = open_coach(settings, content)
    await at_situation(coach, "somebody-there")
    assert isinstance(coach.store, SqliteStore)
    port = free_port()
    watching = Watching(coach.store, settings.coach_data, coach.now)
    async with watching.listening(port), ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.get("/health") as answer:
            assert (answer.status, await answer.text()) == (200, "ok\n")
        async with session.get("/metrics") as answer:
            told = await answer.text()
        assert "coach_people 1.0" in told
        assert "somebody" not in told
        (settings.coach_data / "coach.db").unlink()
        await coach.store.close()
        async with session.get("/health") as answer:
            assert (answer.status, await answer.text()) == (503, "not well\n")


async def test_systemd_is_told_of_a_coach_that_is_ready_and_alive(
    settings: Settings, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = open_coach(settings, content)
    assert isinstance(coach.store, SqliteStore)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        async with feeding(Watching(coach.store, settings.coach_data, coach.now)):
            loop = asyncio.get_running_loop()
            assert await asyncio.wait_for(loop.sock_recv(systemd, 100), 60) == b"READY=1"
            assert await asyncio.wait_for(loop.sock_recv(systemd, 100), 60) == b"WATCHDOG=1"
        assert await asyncio.wait_for(loop.sock_recv(systemd, 100), 60) == b"STOPPING=1"
    await coach.store.close()


def test_a_log_line_for_machines_is_json_without_secrets() -> None:
    record = logging.LogRecord("bot", logging.WARNING, "x.py", 1, "token %s", ("42:abc",), None)
    told = json.loads(AsJson(["42:abc"]).format(record))
    assert told["message"] == "token [secret]"
    assert told["level"] == "WARNING"
