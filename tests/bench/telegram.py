"""How fast the bot is, beside bots of PTB and aiogram that do the same work, in one run.

    python3 -m venv peers && peers/bin/pip install aiogram aiosqlite
    .venv/bin/python -m tests.bench.telegram --aiogram peers/bin/python [--seconds 4] [--rounds 3]

(aiogram has an environment of its own, because it holds pydantic back.)

Server and bot have a core each. Learners talk in a closed loop: send, wait until the reply is
accepted, send again. They send sentences of care work, each another one than the chat before.
Ours and the peers of ``tests/bench/peers`` that lead a conversation keep an answer before they
reply to it; the echoes keep nothing. The peers begin with nothing stored, ours with 8,000
conversations. Runs are taken in turn, medians printed, ratios to the fastest peer that keeps an
answer with synchronous=FULL. Then 50 learners with a server that answers 40 ms late.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
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
from bot.content.library import shipped_folder
from bot.content.loading import load_content
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.turns import Service
from bot.store.files import Files
from bot.store.sqlite.store import SqliteStore
from tests.bench.turn import fill
from tests.support.bot_api.server import TOKEN, BotApi

CROWDS = (1, 50, 500)

FIRST = 100_000


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

    async def _deleteMessage(self, params: dict[str, Any]) -> Any:
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
    """A bot to measure, and how it is started. ``peer`` if ours is held against it."""

    name: str
    command: list[str]
    peer: bool = False


ROOT = Path(__file__).parents[2]

TEXTS = ROOT / "frameworks" / "labelled" / "acts.csv"

POOL = 8000
"""Enough that no chat speaks again within two seconds, which would make it a burst."""


def texts() -> list[str]:
    """Return the labelled sentences that are evidence."""
    with TEXTS.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["speech"] == "evidence"]


def kinds(url: str, aiogram: str) -> list[Kind]:
    """Return the bots, ours last."""

    def peer(name: str, python: str, module: str, *kept: str) -> Kind:
        command = [python, "-m", f"tests.bench.peers.{module}", *kept, url, TOKEN]
        return Kind(name, command, peer=bool(kept) and kept != ("pickle",))

    python = sys.executable
    return [
        peer("PTB echo, nothing kept", python, "ptb_echo"),
        peer("aiogram echo, nothing kept", aiogram, "aiogram_echo"),
        peer("PTB conversation, pickle", python, "ptb_conversation", "pickle"),
        peer("PTB conversation, SQLite", python, "ptb_conversation", "sqlite"),
        peer("aiogram FSM, sqlite3", aiogram, "aiogram_conversation", "sqlite3"),
        peer("aiogram FSM, aiosqlite", aiogram, "aiogram_conversation", "aiosqlite"),
        Kind("ours", [python, "-m", "bot", "run"]),
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
        environment = {**os.environ, **api.environment(folder), "PYTHONPATH": str(ROOT)}
        with (Path(folder) / "log").open("wb") as log:
            command = ["taskset", "-c", "1", *kind.command]
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            await api.say(FIRST + POOL - 1, "We made a list of who needed what.")
            return await _talk(api, crowd, seconds)
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait, 20)


async def _talk(api: Lean, crowd: int, seconds: float) -> tuple[float, list[float]]:
    """A crowd of people in a closed loop; each of their turns is a chat of the pool."""
    taken = list[float]()
    chats = itertools.cycle(range(FIRST, FIRST + POOL))
    said = itertools.cycle(texts())
    begin = time.perf_counter()

    async def person() -> None:
        while time.perf_counter() - begin < seconds:
            taken.append(await api.say(next(chats), next(said)) * 1000)

    await asyncio.gather(*(person() for _ in range(crowd)))
    return len(taken) / (time.perf_counter() - begin), taken


def show(measured: list[Kind], rates: dict[tuple[str, int], list[float]]) -> None:
    """Print turns a second, and their ratio to the fastest peer that does the same work."""
    medians = {key: statistics.median(runs) for key, runs in rates.items()}
    print(f"\n{'turns a second':28}" + "".join(f"{crowd:>8} learners" for crowd in CROWDS))
    for kind in measured:
        cells = []
        for crowd in CROWDS:
            best = max(medians[each.name, crowd] for each in measured if each.peer)
            turns = medians[kind.name, crowd]
            cells.append(f"{turns / best:.2f}x {turns:>6.0f}")
        print(f"{kind.name:28}" + "".join(f"{cell:>17}" for cell in cells))


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
    show(kinds(api.url, aiogram), rates)
    api.latency = 0.04
    print("\n50 learners, a server that answers 40 ms late: milliseconds of a whole turn")
    for kind in kinds(api.url, aiogram):
        runs = [await measure(api, kind, 50, seconds, prepared) for _ in range(rounds)]
        taken = sorted(each for _, run in runs for each in run)
        p95 = statistics.quantiles(taken, n=20)[18]
        print(f"{kind.name:28} p50 {statistics.median(taken):7.0f}   p95 {p95:7.0f}")
    shutil.rmtree(prepared)
    await api.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--aiogram", default=sys.executable, help="a Python that has aiogram")
    given = parser.parse_args()
    uvloop.run(main(given.seconds, given.rounds, given.aiogram))
