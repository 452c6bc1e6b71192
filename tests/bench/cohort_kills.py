"""1,000 recipients, 25 kills of the bot, with 429s, 500s and resets in between.

The server takes 0.2 s for each call, so that every kill finds some on their way: at a server that
answers at once a bot that sends those again is not noticed.

Run: ``.venv/bin/python -m tests.bench.cohort_kills [recipients] [kills]``
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from pathlib import Path

from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.test_cohorts import run_reminder_kills
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

LATENCY = 0.2


async def main(many: int, kills: int) -> None:
    """Run it and print what was found."""
    api = BotApi(latency=LATENCY)
    await api.start()
    with tempfile.TemporaryDirectory() as folder:
        environment = api.environment(folder)
        bot = Bot(environment, Path(folder))
        doubled, states, done = await run_reminder_kills(
            bot, User(api, 31337), api, many=many, kills=kills, chance=random.Random(20261124)
        )
    await api.stop()
    missing = many - sum(states.values())
    print(f"{many} recipients, {done} kills: twice {doubled}, not in the report {missing}")
    print("  ".join(f"{name} {count}" for name, count in sorted(states.items())))


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:3]]
    asyncio.run(main(*given) if given else main(1000, 25))
