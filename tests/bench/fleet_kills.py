"""Several processes that are one bot, killed at random, and their server restarted: at full size.

    .venv/bin/python -m tests.bench.fleet_kills [--processes 4] [--kills 40] [--messages 20000]
        [--a-second 15]

It starts a PostgreSQL of its own, which waits for its disk. A restart of it is as a power cut is.
Lost, doubled and out of order must be 0, and the slowest answer under ten seconds. It says a line
for each kill. Ctrl-C ends the writing: what was written until then is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.channels.telegram_bot.conftest import Fleet
from tests.channels.telegram_bot.fleet_kills import run_fleet_kills
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.postgres import Server, prepare


async def main(given: argparse.Namespace) -> None:
    server = Server.made(durable=True)
    url = server.url(server.new_database())
    prepare(url)
    api = BotApi()
    await api.start()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, **api.environment(folder)}
        fleet = Fleet.of(api, environment, folder, url, given.processes)
        people = [User(api, 100_000 + n) for n in range(given.people)]
        begin, enough = time.monotonic(), asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, enough.set)
        try:
            found = await run_fleet_kills(
                fleet,
                server,
                people,
                kills=given.kills,
                messages=given.messages,
                restarts=given.restarts,
                chance=random.Random(given.seed),
                a_second=given.a_second,
                tell=partial(print, flush=True),
                enough=enough,
            )
        except AssertionError:
            print(fleet.log[-6000:])
            raise
        finally:
            await fleet.end()
            server.remove()
        print(found)
        print(f"{time.monotonic() - begin:.0f} s")
    await api.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--a-second", type=float, default=15.0)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--restarts", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    asyncio.run(main(parser.parse_args()))
