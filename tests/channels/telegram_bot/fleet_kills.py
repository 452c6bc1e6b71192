"""People write to several processes, which are killed at random, and their server is restarted."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.channels.telegram_bot.conftest import Fleet
from tests.channels.telegram_bot.kills import Killed, _count, _nearly_done
from tests.support.bot_api.user import User
from tests.support.postgres import Server

AT_ONCE = 40
"""Messages just before a kill that do not wait for each other: work is in hand then."""

PATIENCE = 600.0
"""Seconds until an answer counts as none: how long it took is told, and a busy machine is slow."""

Told = Callable[[str], None]


@dataclass
class Survived:
    """What was found after all kills and restarts."""

    counted: Killed
    restarts: int
    slowest_answer: float
    """Seconds from a message just after a kill to its answer, at worst."""


async def run_fleet_kills(
    fleet: Fleet,
    server: Server,
    people: list[User],
    *,
    kills: int,
    messages: int,
    restarts: int,
    how: signal.Signals = signal.SIGQUIT,
    chance: random.Random,
    a_second: float = 100.0,
    tell: Told = lambda _: None,
    enough: asyncio.Event | None = None,
) -> Survived:
    """Let everybody write while processes are killed; restart the server now and then.

    ``how`` is SIGQUIT for one that ends as in a power cut, SIGINT for one that ends in order.
    ``tell`` hears of each kill; once ``enough`` is set, what was written until then is counted.
    """
    api = people[0].api
    sent: dict[int, list[str]] = {person.chat: [] for person in people}
    await fleet.start()
    for person in people:
        await person.asks("/start", "Who can read")
        await person.asks("Start", "Tell me your role")
    number, slowest = 0, 0.0
    restart_at = {round(kills * (n + 1) / (restarts + 1)) for n in range(restarts)}
    per_kill, kill = max(1, messages // kills), 0
    for kill in range(1, kills + 1):
        await _nearly_done(api, 100)
        for left in range(per_kill, 0, -1):
            number += 1
            _write(chance.choice(people), number, sent)
            if left > AT_ONCE:
                await asyncio.sleep(chance.random() * 2 / a_second)
        await asyncio.sleep(chance.random() / 5)
        bot = chance.choice(fleet.bots)
        await bot.kill()
        number += 1
        answer = await _answered(chance.choice(people), number, sent)
        slowest = max(slowest, answer)
        if kill - 1 in restart_at:
            await asyncio.to_thread(_restart, server, how)
        await bot.start()
        tell(f"kill {kill} of {kills}: {number} messages, answered after {answer:.1f} s")
        if enough and enough.is_set():
            break
    await _nearly_done(api, 0)
    await asyncio.sleep(3)
    counted = await _count(people, sent, kill + restarts * len(fleet.bots), number)
    return Survived(counted, restarts, slowest)


def _write(person: User, number: int, sent: dict[int, list[str]]) -> int:
    text = f"I made bed {number}."
    sent[person.chat].append(text)
    return person.say(text)


async def _answered(person: User, number: int, sent: dict[int, list[str]]) -> float:
    """Write once more; return how many seconds the answer takes."""
    began = time.monotonic()
    asked = _write(person, number, sent)
    words = 4 * len(sent[person.chat])
    await person.sees(f"{words} words", after=asked, within=PATIENCE)
    return time.monotonic() - began


def _restart(server: Server, how: signal.Signals) -> None:
    server.stop(how)
    server.start()
