"""How fast the bot is, beside bare echoes of PTB and aiogram, in one run.

    python3 -m venv peers && peers/bin/pip install aiogram
    .venv/bin/python -m tests.bench.telegram --aiogram peers/bin/python [--seconds 4] [--rounds 3]

(aiogram has an environment of its own, because it holds pydantic back.)

Server and bot have a core each. Learners talk in a closed loop: send, wait until the reply is
accepted, send again. The peers keep nothing; ours keeps every turn with synchronous=FULL. Runs are
taken in turn, medians printed. Then the same for 50 learners with a server that answers 40 ms late.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvloop

from bot.clock import wall_clock
from bot.content.library import load_content, shipped_folder
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.turns import Service
from bot.store.files import Files
from bot.store.sqlite.store import SqliteStore
from tests.bench.turn import fill
from tests.support.bot_api.server import TOKEN, BotApi

CROWDS = (1, 50, 500)

FIRST = 100_000

WITHOUT_UVLOOP = (
    "import asyncio, sys; sys.modules['uvloop'] = asyncio; from bot.cli.main import main; main()"
)


@dataclass
class Lean(BotApi):
    """The same server, less what only tests read. ``waiting`` wakes the learner of a chat."""

    waiting: dict[int, asyncio.Future[None]] = field(default_factory=dict)

    def _show(self, chat: int, params: dict[str, Any]) -> dict[str, Any]:
        self.calls.clear()
        waits = self.waiting.get(chat)
        if waits and not waits.done():
            waits.set_result(None)
        number = self.new_message_id()
        return {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}}

    async def _deleteMessage(self, params: dict[str, Any]) -> Any:  # noqa: N802
        return True

    async def say(self, chat: int, text: str) -> float:
        """Send and wait for a reply; gives the seconds it took."""
        self.waiting[chat] = asyncio.get_running_loop().create_future()
        begin = time.perf_counter()
        sender = {"id": chat, "is_bot": False, "first_name": "A"}
        content = {
            "message_id": self.new_message_id(),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "from": sender,
            "text": text,
        }
        self.add("message", content)
        await asyncio.wait_for(self.waiting[chat], 30)
        return time.perf_counter() - begin


@dataclass
class Kind:
    """A bot to measure, and how it is started."""

    name: str
    command: list[str]


ANSWER = "I made a list of who needed what, and we checked it at each handover."

POOL = 8000
"""Enough that no chat speaks again within two seconds, which would make it a burst."""


def kinds(url: str, aiogram: str) -> list[Kind]:
    python = sys.executable
    return [
        Kind("PTB echo", [python, "-m", "tests.bench.peers", "ptb", url, TOKEN]),
        Kind("aiogram echo", [aiogram, "-m", "tests.bench.peers", "aiogram", url, TOKEN]),
        Kind("ours", [python, "-m", "bot", "run"]),
        Kind("ours without uvloop", [python, "-c", WITHOUT_UVLOOP, "run"]),
    ]


def prepare(folder: Path) -> None:
    """A data folder in which a pool of chats is at the first question."""
    content = load_content(shipped_folder())
    key = folder / "config" / "key"
    key.parent.mkdir(parents=True)
    key.write_text("0" * 64)
    store = SqliteStore.open(folder / "data", "0" * 64, key)
    coach = Coach(
        content, store, Service(FLOWS, content, store, wall_clock), Files(folder, lambda _: b"")
    )
    fill(coach, POOL, ("Start",), first=FIRST)
    asyncio.get_running_loop().create_task(store.close())


async def measure(
    api: Lean, kind: Kind, crowd: int, seconds: float, prepared: Path
) -> tuple[float, list[float]]:
    """Turns a second, and the milliseconds of each turn."""
    api.pending.clear()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(prepared, folder, dirs_exist_ok=True)
        environment = {**os.environ, **api.environment(folder)}
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(
                ["taskset", "-c", "1", *kind.command], env=environment, stdout=log, stderr=log
            )
        try:
            await api.say(FIRST + POOL - 1, ANSWER)
            return await _talk(api, crowd, seconds)
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait, 20)


async def _talk(api: Lean, crowd: int, seconds: float) -> tuple[float, list[float]]:
    """A crowd of people in a closed loop; each of their turns is a chat of the pool."""
    taken = list[float]()
    chats = itertools.cycle(range(FIRST, FIRST + POOL))
    begin = time.perf_counter()

    async def person() -> None:
        while time.perf_counter() - begin < seconds:
            taken.append(await api.say(next(chats), ANSWER) * 1000)

    await asyncio.gather(*(person() for _ in range(crowd)))
    return len(taken) / (time.perf_counter() - begin), taken


async def main(seconds: float, rounds: int, aiogram: str) -> None:
    os.sched_setaffinity(0, {0})
    api = Lean()
    await api.start()
    prepared = Path(tempfile.mkdtemp())
    prepare(prepared)
    await asyncio.sleep(0.1)
    rates: dict[tuple[str, int], list[float]] = {}
    for _ in range(rounds):
        for crowd in CROWDS:
            for kind in kinds(api.url, aiogram):
                rate, _ = await measure(api, kind, crowd, seconds, prepared)
                rates.setdefault((kind.name, crowd), []).append(rate)
                print(".", end="", flush=True)
    print(f"\n{'turns a second':26}" + "".join(f"{crowd:>8} learners" for crowd in CROWDS))
    for kind in kinds(api.url, aiogram):
        medians = [statistics.median(rates[kind.name, crowd]) for crowd in CROWDS]
        base = [statistics.median(rates["PTB echo", crowd]) for crowd in CROWDS]
        cells = [f"{a:>9.0f} ({a / b:.1f}x)" for a, b in zip(medians, base, strict=True)]
        print(f"{kind.name:26}" + "".join(f"{cell:>17}" for cell in cells))
    api.latency = 0.04
    print("\n50 learners, a server that answers 40 ms late: milliseconds of a whole turn")
    for kind in kinds(api.url, aiogram):
        runs = [await measure(api, kind, 50, seconds, prepared) for _ in range(rounds)]
        taken = sorted(each for _, run in runs for each in run)
        p95 = statistics.quantiles(taken, n=20)[18]
        print(f"{kind.name:26} p50 {statistics.median(taken):7.0f}   p95 {p95:7.0f}")
    shutil.rmtree(prepared)
    await api.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--aiogram", default=sys.executable, help="a Python that has aiogram")
    given = parser.parse_args()
    uvloop.run(main(given.seconds, given.rounds, given.aiogram))
