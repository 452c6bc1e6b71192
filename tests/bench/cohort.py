"""A cohort of 10,000: explaining a reminder, and how fast it leaves.

Run: ``.venv/bin/python -m tests.bench.cohort``. The server refuses the 31st message in any second,
as Telegram does; the peer lets a burst of 30 go at the start of each second, over HTTP as well.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession

from bot.domain.commands import ScheduleReminder
from bot.domain.eligibility import plan_deliveries, preview_audience
from bot.domain.reminders import Audience, Schedule
from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.test_cohorts import planned
from tests.channels.telegram_bot.test_kill import open_store
from tests.support.bot_api.rules import Counting
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User

MANY = 10_000

LEAVING = 1_500

STANDS = (("", "new"), ("situation", "in_progress"), ("both", "ready"), ("both", "submitted"))


async def preview() -> None:
    """Seconds to read 10,000 people, to explain the audience, and to write a row for each."""
    api = BotApi()
    await api.start()
    with tempfile.TemporaryDirectory() as folder:
        bot = await Bot(api.environment(folder), Path(folder)).start()
        await User(api, 31337).asks("/start", "Who can read")
        await bot.stop()
        await planned(bot, 1)
        store, now = open_store(bot), datetime.now(UTC)
        people = [str(20_000 + number) for number in range(MANY)]
        store._connection.executemany(
            "INSERT INTO members (cohort, chat_id, number, name, joined_at)"
            " VALUES ('big', ?, ?, '', ?)",
            [(chat, 10 + number, now.isoformat()) for number, chat in enumerate(people)],
        )
        store._connection.executemany(
            "INSERT INTO reach (chat_id, preferences, resting) VALUES (?, ?, 0)",
            [(chat, f'{{"not_before": "{n % 24:02}:00"}}') for n, chat in enumerate(people)],
        )
        store._connection.executemany(
            "INSERT INTO progress (chat_id, dialogue, step, status, own_words, progressed_at)"
            " VALUES (?, 'thing_2', ?, ?, ?, ?)",
            [(chat, *STANDS[n % len(STANDS)], n, now.isoformat()) for n, chat in enumerate(people)],
        )
        store._connection.executemany(
            "INSERT INTO addresses (channel, address, conversation) VALUES ('telegram', ?, ?)",
            [(chat, chat) for chat in people],
        )
        begin = time.perf_counter()
        view = await store.view("big")
        assert view
        loaded = time.perf_counter()
        found = preview_audience(view.cohort, Audience("unfinished"), view.here, now)
        counted = len(found.going()) + len(found.waiting()) + sum(found.reasons.values())
        done = time.perf_counter()
        schedule = Schedule("huge", "big", Audience("unfinished"), "", None, "900", now, now)
        rows = plan_deliveries(view.cohort, schedule, view.here, (now.date(), now), now)
        await store.do([ScheduleReminder(schedule, tuple(rows))], "900", now)
        written = time.perf_counter()
        await store.close()
    await api.stop()
    print(f"read {len(view.members):,} people: {loaded - begin:.2f} s")
    print(f"explain {counted:,}: {done - loaded:.2f} s; both {done - begin:.2f} s (aim 2)")
    print(f"write a row for each, with Send: {written - done:.2f} s")


async def leaving(writers: int) -> None:
    """Reminders a second and refusals, with some people writing meanwhile."""
    api = BotApi()
    await api.start()
    with tempfile.TemporaryDirectory() as folder:
        bot = await Bot(api.environment(folder), Path(folder)).start()
        people = [User(api, 500_000 + number) for number in range(max(1, writers))]
        for each in people:
            await each.asks("/start", "Who can read")
            await each.asks("Start", "Tell me your role")
        await bot.stop()
        await planned(bot, LEAVING)
        limit = api.limit = Counting(30)
        await bot.start()
        while not any(10_000 <= chat < 10_000 + LEAVING for chat in list(api.messages)):
            await asyncio.sleep(0.05)  # its start is no part of a turn
        turns = list[float]()
        writing = [asyncio.ensure_future(write(each, turns)) for each in people[:writers]]
        times = await all_left(api)
        for task in writing:
            task.cancel()
        await bot.stop()
    await api.stop()
    rate = (len(times) - 1) / (times[-1] - times[0])
    line = f"{len(times):,} reminders, {writers} people writing: {rate:.1f} a second"
    line += f" (aim {20 if writers else 24}), refused {limit.refused}"
    if turns:
        p95 = statistics.quantiles(turns, n=20)[-1]
        line += f"; a turn p50 {statistics.median(turns):.2f} s, p95 {p95:.2f} s (aim 1)"
    print(line)


async def write(person: User, turns: list[float]) -> None:
    """Write an answer every two seconds, and note how long the receipt takes."""
    number = 0
    while True:
        number += 1
        begin = time.monotonic()
        after = person.say(f"word number {number}")
        await person.sees("✓ Saved", after=after)
        turns.append(time.monotonic() - begin)
        await asyncio.sleep(2.5)


async def all_left(api: BotApi) -> list[float]:
    """When each reminder arrived, once all have."""
    while True:
        await asyncio.sleep(0.5)
        times = [
            shown[0]["at"] for chat, shown in list(api.messages.items())
            if 10_000 <= chat < 10_000 + LEAVING and shown
        ]  # fmt: skip
        if len(times) == LEAVING:
            return sorted(times)


async def bursts(seconds: int = 20) -> None:
    """The peer: 30 as fast as they are answered, at the start of each second of the clock."""
    api = BotApi()
    await api.start()
    limit = api.limit = Counting(30)
    async with ClientSession() as session:
        begin = time.monotonic()
        for second in range(seconds):
            await asyncio.sleep(max(0.0, begin + second - time.monotonic()))
            for each in range(30):
                message = {"chat_id": 10_000 + each, "text": "Hello again."}
                async with session.post(f"{api.url}/bot{TOKEN}/sendMessage", json=message) as said:
                    await said.read()
    await api.stop()
    print(f"the peer, 30 at each second's start: refused {limit.refused} of {30 * seconds}")


async def main() -> None:
    """All of it."""
    await preview()
    await leaving(0)
    await leaving(5)
    await bursts()


if __name__ == "__main__":
    asyncio.run(main())
