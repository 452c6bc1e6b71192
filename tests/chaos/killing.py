"""kill -9 of the real bot and of the real page, while people write and reminders leave."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.channels.telegram_bot.conftest import Bot, begun
from tests.channels.telegram_bot.kills import run_kills
from tests.channels.telegram_bot.test_cohorts import run_reminder_kills
from tests.channels.telegram_bot.test_conversation import body
from tests.channels.telegram_bot.test_kill import kill_on, pass_through
from tests.channels.web.kills import PER_KILL, Server, run_web_kills
from tests.chaos.grounds import folder
from tests.chaos.rows import Outcome
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.ports import free_port

MESSAGES = 20
"""Messages between two kills."""

POINTS = [
    (method, which, first)
    for method, which in (("getUpdates", 0), ("sendMessage", 0), ("sendMessage", 1))
    for first in (True, False)
]
"""The calls in which the coach is killed: how many of them pass before, and which side of it."""


@asynccontextmanager
async def telegram(latency: float = 0.0) -> AsyncIterator[tuple[BotApi, Bot]]:
    """A server on loopback, and a bot that is not started yet."""
    api = BotApi(latency=latency)
    await api.start()
    with folder() as place:
        bot = Bot({**os.environ, **api.environment(place)}, place)
        try:
            yield api, bot
        finally:
            if bot.process and bot.process.returncode is None:
                await bot.kill()
            await api.stop()


async def kill_telegram(seed: int, tries: int) -> Outcome:
    """Kill the bot so often while eight people write."""
    async with telegram() as (api, bot):
        people = [User(api, 100_000 + number) for number in range(8)]
        messages, chance = tries * MESSAGES, random.Random(seed)
        found = await run_kills(bot, people, kills=tries, messages=messages, chance=chance)
    wrong = {
        "lost": found.lost,
        "doubled": found.doubled,
        "out of order": found.out_of_order,
        "unanswered": found.unanswered,
    }
    losses = [name for name, count in wrong.items() for _ in range(count)]
    note = f"{found.kills} kills; of the replies {found.doubled_replies} came twice"
    return Outcome(found.messages, losses, note)


async def kill_points(seed: int, tries: int) -> Outcome:
    """Kill it in a certain call: before it is done, or before its answer is there."""
    outcome, chance = Outcome(), random.Random(seed)
    points = [*POINTS]
    chance.shuffle(points)
    for number in range(tries):
        method, which, first = points[number % len(points)]
        async with telegram() as (api, bot):
            await bot.start()
            ann = await begun(User(api, 31337))
            await asyncio.sleep(0.3)  # it is asking again
            api.fail(method, *[pass_through] * which, kill_on(bot, first=first))
            ann.say("I am a cook.")
            ann.say("/help")  # a second reply, to be killed in
            await bot.ends(60)
            await bot.start()
            await ann.asks("I wrote lists.", "7 words")
            kept = (await body(ann)).count("I am a cook.")
            outcome.check(kept == 1, f"{method} {which} {first}: it is there {kept} times")
    return outcome


async def kill_page(seed: int, tries: int) -> Outcome:
    """Kill the page so often while three people write in their browsers."""
    with folder() as place:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(place),
            "COACH_DATA": str(place / "data"),
            "COACH_KEY_FILE": str(place / "config" / "key"),
        }
        server = Server(environment, place, free_port())
        await server.start()
        try:
            wrong = await run_web_kills(server, tries, random.Random(seed))
        finally:
            await server.kill()
    losses = [text for each in wrong for text in each]
    return Outcome(3 * PER_KILL * tries, losses, f"{tries} kills")


async def kill_reminders(seed: int, tries: int) -> Outcome:
    """Kill it while reminders leave, with 429s, 500s and resets in between: none comes twice."""
    many = 40 * tries
    async with telegram(latency=0.2) as (api, bot):
        doubled, states, done = await run_reminder_kills(
            bot, User(api, 31337), api, many=many, kills=tries, chance=random.Random(seed)
        )
    missing = many - sum(states.values())
    losses = ["came twice"] * doubled + ["not in the report"] * missing
    told = ", ".join(f"{count} {name}" for name, count in sorted(states.items()))
    return Outcome(many, losses, f"{done} kills: {told}")
