"""Several processes that are one bot keep to one pace: what they send is counted together."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import cast

import pytest
from telegram.error import RetryAfter

from bot.channels.telegram_bot.pace import REMINDERS_PER_SECOND, EvenRate, Pace, Window
from bot.clock import wall_clock
from bot.domain.shards import Beside
from bot.store.postgres import pace as sends
from bot.store.postgres.place import ServerPlace
from bot.store.postgres.store import PostgresStore
from bot.store.several import StoreOfSeveral
from tests.channels.telegram_bot.conftest import Bot, Fleet
from tests.channels.telegram_bot.test_cohorts import planned
from tests.support.bot_api.rules import EachTenth
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.memory_store import MemoryStore
from tests.support.postgres import KEY, open_store
from tests.support.virtual_time import run_in_no_time

REMINDED = 60


@pytest.fixture
async def two(database_url: str, monkeypatch: pytest.MonkeyPatch) -> list[PostgresStore]:
    """The stores of two processes. What one says holds for long: the machine may stand still."""
    monkeypatch.setattr(sends, "_BESIDE", sends._BESIDE.replace("3 seconds", "1 hour"))
    return [open_store(database_url, whole="shared") for _ in range(2)]


async def test_each_hears_what_the_other_sends(
    two: list[PostgresStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    assert await one.share_pace(12.0, reminds=False) == Beside()
    assert await other.share_pace(3.0, reminds=True) == Beside(12.0)
    assert await one.share_pace(0.0, reminds=False) == Beside(3.0, reminds=True)
    other.shut()
    monkeypatch.undo()
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


class Hall(MemoryStore):
    """Where several processes tell what they send: what the others told last."""

    def __init__(self) -> None:
        super().__init__()
        self.told = dict[object, tuple[float, bool]]()

    def of(self, process: object) -> StoreOfSeveral:
        hall = self

        class Seat(MemoryStore):
            async def share_pace(self, sends: float, *, reminds: bool) -> Beside:
                hall.told[process] = sends, reminds
                others = [told for name, told in hall.told.items() if name != process]
                return Beside(sum(each[0] for each in others), any(each[1] for each in others))

        return cast("StoreOfSeveral", Seat())


@pytest.mark.parametrize("seed", range(5))
def test_reminders_and_replies_of_three_processes_stay_under_telegrams_limit(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    sent = list[float]()

    async def leave(slot: Callable[[], Awaitable[None]], many: int, every: float) -> None:
        for _ in range(many):
            await slot()
            sent.append(time.monotonic())
            await asyncio.sleep(every)

    async def share(pace: Pace, seat: StoreOfSeveral) -> None:
        while True:
            await pace.share(seat, 3)
            await asyncio.sleep(1)

    async def three() -> None:
        hall, chance = Hall(), Random(seed)
        seats = [hall.of(name) for name in range(3)]
        paces = [Pace(each, wall_clock, None) for each in seats]
        telling = [asyncio.create_task(share(*each)) for each in zip(paces, seats, strict=True)]
        leads = [leave(paces[0].reminder, 300, 0.0)]
        writing = [leave(each.reply, 60, chance.uniform(0.2, 0.4)) for each in paces for _ in "12"]
        await asyncio.gather(*leads, *writing)
        for each in telling:
            each.cancel()

    run_in_no_time(monkeypatch, three())
    settled = sent[0] + 5.0  # each has heard of the others, and that they have heard
    most = max(sum(at <= each < at + 1 for each in sent) for at in sent if at > settled)
    assert 15 < most <= 30


@pytest.mark.long
async def test_what_telegram_refuses_three_processes_reaches_everybody_once(
    api: BotApi, environment: dict[str, str], tmp_path: Path, database_url: str
) -> None:
    fleet = Fleet.of(api, environment, tmp_path, database_url, 3)
    folder, key = tmp_path / "planned", tmp_path / "key"
    given = {"COACH_DATA": str(folder), "COACH_KEY_FILE": str(key)}
    await planned(Bot(given, tmp_path), REMINDED)
    ServerPlace(folder, key, database_url).moved(KEY, back=False)
    people = [User(api, 500_000 + number) for number in range(6)]
    limit = api.limit = EachTenth()
    writing = list[asyncio.Task[None]]()
    try:
        await fleet.start()
        await fleet.all_have_a_share()
        for each in people:
            await each.asks("/start", "Who can read")
            await each.asks("Start", "Tell me your role")
        writing = [asyncio.create_task(_write(each)) for each in people]
        async with asyncio.timeout(300):
            while sum(10_000 <= chat < 10_000 + REMINDED for chat in list(api.messages)) < REMINDED:
                await asyncio.sleep(0.1)
    finally:
        for task in writing:
            task.cancel()
        await fleet.end()
    assert limit.refused >= REMINDED // 10
    reached = [len(shown) for chat, shown in api.messages.items() if chat < 400_000]
    assert reached == [1] * REMINDED


async def _write(person: User) -> None:
    with contextlib.suppress(AssertionError):
        while True:
            await person.asks("I wrote a plan.", "Saved")
            await asyncio.sleep(0.5)
