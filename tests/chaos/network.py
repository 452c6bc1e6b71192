"""What a network, Telegram and a clock can do to a bot while people write."""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import ExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from bot.channels.telegram_bot import error_policy, polling
from tests.channels.telegram_bot import test_saving
from tests.channels.telegram_bot.conftest import begun
from tests.channels.telegram_bot.test_saving import Running
from tests.chaos.grounds import content, folder, sentence, settings_in
from tests.chaos.rows import Outcome
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import BotApi, Fault
from tests.support.bot_api.user import User
from tests.support.world import World

PAUSE = 0.01
"""Seconds between two tries, where the coach takes up to 30: an hour of failures is 120 of them."""

HOURS = 23

STILL = 15.0
"""Seconds without anything new after which no more is waited for."""


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[BotApi, Path]]:
    """A server on loopback, whose coach tries again soon, and a folder for the coach."""
    api = BotApi()
    await api.start()
    with folder() as place, ExitStack() as patched:
        pause_after = error_policy.pause_after
        patched.enter_context(patch.object(pause_after, "__defaults__", ((PAUSE,),)))
        patched.enter_context(patch.object(polling, "LONG_POLL", 1))
        try:
            yield api, place
        finally:
            await api.stop()


@asynccontextmanager
async def coach(api: BotApi, place: Path) -> AsyncIterator[Running]:
    """A coach in this process."""
    async with test_saving.coach(api, settings_in(place), content()) as running:
        yield running


async def _all_kept(running: Running, people: list[User], sent: dict[int, list[str]]) -> list[str]:
    """Wait until all is kept, as long as that goes on; gives what is not, or is not so."""
    count, since = -1, time.monotonic()
    while True:
        kept = {each.chat: await running.kept(each) for each in people}
        wrong = [f"{chat}: {found[-2:]}" for chat, found in kept.items() if found != sent[chat]]
        if count != (count := sum(map(len, kept.values()))):
            since = time.monotonic()
        if not wrong or time.monotonic() - since > STILL:
            return wrong
        await asyncio.sleep(0.2)


async def _answered(people: Iterable[User], outcome: Outcome) -> None:
    """Each of them is answered now."""
    for each in people:
        try:
            await each.asks("/help", "I ask one")
        except AssertionError as error:
            outcome.losses.append(f"{each.chat} is not answered: {error}"[:200])


async def hours_away(seed: int, tries: int) -> Outcome:
    """Nothing is reached for 23 hours; what people wrote meanwhile is kept, each once, in order."""
    chance, outcome = random.Random(seed), Outcome(tries)
    async with telegram() as (api, place):
        people = [User(api, 100 + number) for number in range(max(1, tries // 20))]
        async with coach(api, place):
            await asyncio.gather(*map(begun, people))
        sent = {each.chat: list[str]() for each in people}
        ago = sorted((chance.uniform(0, HOURS * 3600) for _ in range(tries)), reverse=True)
        for number, seconds in enumerate(ago):
            person = chance.choice(people)
            person.say(sentence(number), at=time.time() - seconds)
            sent[person.chat].append(sentence(number))
        async with coach(api, place) as running:
            outcome.losses += await _all_kept(running, people, sent)
            await _answered(people, outcome)
    return outcome


async def _faulty(seed: int, tries: int, kinds: tuple[Fault, ...], calls: int) -> Outcome:
    """People write while calls fail in these ways."""
    chance, outcome = random.Random(seed), Outcome(tries)
    async with telegram() as (api, place), coach(api, place) as running:
        people = [User(api, 100 + number) for number in range(max(1, min(20, tries // 5)))]
        await asyncio.gather(*map(begun, people))
        sent = {each.chat: list[str]() for each in people}
        for method in ("getUpdates", "sendMessage"):
            few = calls if method == "sendMessage" or calls > 60 else 0
            api.fail(method, *(chance.choice(kinds) for _ in range(few)))
        for number in range(tries):
            person = chance.choice(people)
            person.say(sentence(number))
            sent[person.chat].append(sentence(number))
        outcome.losses += await _all_kept(running, people, sent)
        await _answered(people, outcome)
        left = sum(map(len, api.faults.values()))
        outcome.note = f"{calls * (2 if calls > 60 else 1) - left} calls failed"
    return outcome


async def storm_of_429(seed: int, tries: int) -> Outcome:
    """Telegram says 429, wait a second, again and again."""
    return await _faulty(seed, tries, (faults.too_many(1),), max(1, tries // 20))


async def hour_of_5xx(seed: int, tries: int) -> Outcome:
    """An hour of 500s and of connections that break, before and after a thing is done."""
    kinds = (
        faults.server_error,
        faults.server_error_after,
        faults.reset_before,
        faults.reset_after,
    )
    return await _faulty(seed, tries, kinds, 120)


async def clock_moved(seed: int, tries: int) -> Outcome:
    """The clock goes back or jumps by up to a day: words in order, no reminder comes twice."""
    chance, outcome = random.Random(seed), Outcome()
    world = World.in_memory(content())
    await world.start()
    ann = world.person("ann")
    _, people = await world.group(ann, 5)
    await world.start()
    for each in people:
        await each.say("Start")
    planned, sent = 0, {each.chat_id: list[str]() for each in people}
    for number in range(tries):
        world.now += timedelta(hours=chance.uniform(-24, 25))
        person = chance.choice(people)
        await person.say(sentence(number))
        sent[person.chat_id].append(sentence(number))
        if number % 10 == 0:
            await person.say("/later tomorrow 10am")
            planned += 1
        await world.scheduler()
        kept = [each.text for each in (await world.store.load(person.chat_id)).messages]
        outcome.check(kept == sent[person.chat_id], f"{number}: {kept[-2:]}")
    await world.later(days=3)
    came = sum(len(each.reminders) for each in people)
    outcome.note = f"of {planned} reminders that were asked for {came} came"
    outcome.check(came <= planned, f"{came} reminders came, {planned} were asked for")
    outcome.tried -= 1
    return outcome


async def flood(seed: int, tries: int) -> Outcome:
    """One chat sends so many messages at once; others are answered 1.5 times as late at most."""
    del seed
    outcome = Outcome(tries)
    async with telegram() as (api, place), coach(api, place) as running:
        ann, ben = User(api, 1), User(api, 2)
        await asyncio.gather(begun(ann), begun(ben))
        rounds = 200 if tries >= FAIR_FROM else 5
        await _waits(ben, 2)  # what is loaded with the first answer
        quiet = await _waits(ben, rounds)
        parts = [sentence(number) for number in range(tries)]
        for each in parts:
            ann.say(each)
        loud = await _waits(ben, rounds)
        behind = len(await running.kept(ann))
        while api.pending:
            await asyncio.sleep(0.1)
        outcome.losses += await _not_there(running, ann, parts)
    ratio = _p95(loud) / _p95(quiet)
    outcome.note = (
        f"another's p95 went from {_p95(quiet) * 1000:.0f} to {_p95(loud) * 1000:.0f} ms, "
        f"{ratio:.2f} times, {max(loud) * 1000:.0f} at most; {behind} of the flood were handled"
    )
    if tries >= FAIR_FROM and ratio > FAIR:
        outcome.losses.append(f"others were {ratio:.2f} times slower")
    return outcome


async def _not_there(running: Running, person: User, sent: list[str]) -> list[str]:
    """What was acknowledged, and is neither kept nor waits in the data in its order."""
    await running.stop_asking()
    waiting = running.store._execute("SELECT body FROM inbox ORDER BY number").fetchall()
    bodies = (json.loads(body)["message"] for (body,) in waiting)
    there = dict.fromkeys(
        [
            *await running.kept(person),
            *(m["text"] for m in bodies if m["chat"]["id"] == person.chat),
        ]
    )
    return (
        [] if list(there) == sent else [f"{len(there)} of {len(sent)} are there, or out of order"]
    )


FAIR, FAIR_FROM = 1.5, 500
"""A short flood is over before there is a figure."""


async def _waits(person: User, rounds: int) -> list[float]:
    """How long somebody waits for each of their answers, in seconds."""
    found = list[float]()
    for number in range(rounds):
        began = time.monotonic()
        await person.asks(f"I moved chair {number} to the window.", "✓ Saved")
        found.append(time.monotonic() - began)
    return found


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
