"""The kill test at full size: 1,000 kills, 20,000 messages of 40 people.

    .venv/bin/python -m tests.bench.kills [--kills 1000] [--messages 20000] [--seed 1]

It prints what was lost, doubled or left without an answer. All of it must be 0.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import tempfile
import time
from pathlib import Path

from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.kills import run_kills
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User


async def main(kills: int, messages: int, seed: int, people_count: int) -> None:
    api = BotApi()
    await api.start()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, **api.environment(folder)}
        bot = Bot(environment, folder)
        people = [User(api, 100_000 + n) for n in range(people_count)]
        begin = time.monotonic()
        try:
            result = await run_kills(
                bot, people, kills=kills, messages=messages, chance=random.Random(seed)
            )
        except AssertionError:
            print(bot.log[-3000:])
            raise
        await bot.stop()
        print(result)
        print(f"{time.monotonic() - begin:.0f} s")
    await api.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    asyncio.run(main(given.kills, given.messages, given.seed, given.people))
