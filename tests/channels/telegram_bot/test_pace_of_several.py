"""Several processes that are one bot keep to one pace: what they send is counted together."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.error import RetryAfter

from bot.channels.telegram_bot.pace import REMINDERS_PER_SECOND, EvenRate, Pace, Window
from bot.clock import wall_clock
from bot.domain.shards import Beside
from bot.store.postgres.place import ServerPlace
from bot.store.postgres.store import PostgresStore
from tests.channels.telegram_bot.conftest import Bot, Fleet
from tests.channels.telegram_bot.test_cohorts import planned
from tests.support.bot_api.rules import Counting
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.postgres import KEY, open_store

REMINDED = 60


@pytest.fixture
async def two(database_url: str) -> list[PostgresStore]:
    """The stores of two processes."""
    return [open_store(database_url, whole="shared") for _ in range(2)]


async def test_each_hears_what_the_other_sends(two: list[PostgresStore]) -> None:
    one, other = two
    assert await one.share_pace(12.0, reminds=False) == Beside()
    assert await other.share_pace(3.0, reminds=True) == Beside(12.0)
    assert await one.share_pace(0.0, reminds=False) == Beside(3.0, reminds=True)
    other.shut()
    await asyncio.sleep(3.2)
    assert await one.share_pace(0.0, reminds=False) == Beside(), "who is gone sends nothing"
    one.shut()


async def test_reminders_leave_room_for_what_others_send(two: list[PostgresStore]) -> None:
    leader, other = two
    pace = Pace(leader, wall_clock, 20.0)
    await other.share_pace(15.0, reminds=False)
    await pace.share(leader, 2)
    assert pace._shared._gap == pytest.approx(1 / (REMINDERS_PER_SECOND - 15))
    assert pace._window.most == 14
    assert pace._cap
    assert pace._cap._gap == pytest.approx(1 / 10), "a cap is for all processes together"
    await other.share_pace(400.0, reminds=False)
    await pace.share(leader, 2)
    assert pace._shared._gap == 1.0, "and reminders go on, however much is sent"
    for each in two:
        each.shut()


async def test_replies_elsewhere_keep_to_the_limit_while_reminders_leave(
    two: list[PostgresStore],
) -> None:
    leader, other = two
    await leader.share_pace(25.0, reminds=True)
    pace = Pace(other, wall_clock, None)
    await pace.share(other, 2)
    began = time.monotonic()
    for _ in range(10):
        await pace.reply()
    assert time.monotonic() - began > 1.0, "four a second are left, and ten wait for their turn"
    for each in two:
        each.shut()


async def test_a_pause_is_for_all_and_is_heard_once(
    two: list[PostgresStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else the library warns of a later version
    one, other = two
    asked, hears = Pace(one, wall_clock, None), Pace(other, wall_clock, None)
    await asked.pause(RetryAfter(timedelta(seconds=30)))
    await hears.share(other, 2)
    assert hears.is_paused
    hears._free_at = 0.0
    await hears.share(other, 2)
    assert not hears.is_paused
    for each in two:
        each.shut()


def test_a_rate_that_changes_holds_from_the_next_slot_on() -> None:
    rate, window = EvenRate(10), Window(29, 1.05)
    assert rate.take(0.0) == 0.0
    rate.change(1)
    assert [rate.take(0.0), rate.take(0.0)] == pytest.approx([0.1, 1.1])
    window.most = 2
    waits = [window.take(0.0, waits=True) for _ in range(4)]
    assert waits == pytest.approx([0.0, 0.0, 1.05, 1.05])


@pytest.mark.long
async def test_reminders_and_replies_of_three_processes_stay_under_telegrams_limit(
    api: BotApi, environment: dict[str, str], tmp_path: Path, database_url: str
) -> None:
    fleet = Fleet.of(api, environment, tmp_path, database_url, 3)
    folder, key = tmp_path / "planned", tmp_path / "key"
    given = {"COACH_DATA": str(folder), "COACH_KEY_FILE": str(key)}
    await planned(Bot(given, tmp_path), REMINDED)
    ServerPlace(folder, key, database_url).moved(KEY, back=False)
    people = [User(api, 500_000 + number) for number in range(6)]
    limit = api.limit = Counting(30)
    writing = list[asyncio.Task[None]]()
    try:
        await fleet.start()
        await fleet.all_have_a_share()
        for each in people:
            await each.asks("/start", "Who can read", within=30)
            await each.asks("Start", "Tell me your role", within=30)
        writing = [asyncio.create_task(_write(each)) for each in people]
        async with asyncio.timeout(120):
            while sum(10_000 <= chat < 10_000 + REMINDED for chat in list(api.messages)) < REMINDED:
                await asyncio.sleep(0.1)
    finally:
        for task in writing:
            task.cancel()
        await fleet.end()
    # A burst begins before the others have heard, and where the machine stands still for a moment:
    # how the pace is shared is tested above, call by call.
    assert limit.refused * 10 <= len(api.calls)
    reached = [len(shown) for chat, shown in api.messages.items() if chat < 400_000]
    assert reached == [1] * REMINDED, "and nobody is reminded twice: a refused call reaches nobody"


async def _write(person: User) -> None:
    with contextlib.suppress(AssertionError):
        while True:
            await person.asks("I wrote a plan.", "Saved", within=30)
            await asyncio.sleep(0.5)
