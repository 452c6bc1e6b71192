"""How long a person waits for the first line, and Telegram for the bot, beside bare imports.

    .venv/bin/python -m tests.bench.startup [--rounds 15]

Peers run in turn with ours, so a noisy machine disturbs both. Printed are medians of the time that
passed, and the least of the processor's, which neighbours on the machine change less; the ratios
are of the latter. Whatever is kept between two starts (compiled files, the content) is there: the
first round makes it and does not count. The bot talks to a server that answers 40 ms late.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.bot_api.server import BotApi

COACH = [sys.executable, "-m", "bot"]

CASES = {
    "coach --help": ([*COACH, "--help"], "import typer", 1.6),
    "coach chat, to its first question": (
        [*COACH, "chat"],
        "import rich, prompt_toolkit, sqlite_utils, pydantic",
        2.0,
    ),
    "coach run, to its first request": (
        [*COACH, "run"],
        "import typer, pydantic_settings, aiohttp, telegram, uvloop, sqlcipher3, transitions",
        2.0,
    ),
}
"""What is started, what it is held against, and the ratio that is aimed at."""


@dataclass
class Asked(BotApi):
    """A server that notes when it is asked for updates."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def _getUpdates(self, params: dict[str, Any]) -> Any:
        self.asked.set()
        return await super()._getUpdates(params)


def processor() -> float:
    """Seconds that the processes which have ended took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def seconds(command: list[str], folder: str, api: Asked) -> tuple[float, float]:
    """Passed and processor seconds of one run. ``chat`` ends at its first question, ``run`` when
    it has asked."""
    environment = {**os.environ, **api.environment(folder), "PYTHONPATH": str(Path.cwd())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    api.asked.clear()
    before, begin = processor(), time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    ended = asyncio.ensure_future(asyncio.to_thread(process.wait, 60))
    asked = asyncio.ensure_future(api.asked.wait())
    await asyncio.wait([ended, asked], return_when=asyncio.FIRST_COMPLETED)
    passed = time.perf_counter() - begin
    asked.cancel()
    if not ended.done():
        process.kill()
    await ended
    return passed, processor() - before


async def main(rounds: int) -> None:
    api = Asked(latency=0.04)
    await api.start()
    print(f"{'':34} {'ours':>16} {'peer':>16} {'ratio':>6} {'aim':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (command, bare, aim) in CASES.items():
            ours, peer = list[tuple[float, float]](), list[tuple[float, float]]()
            for _ in range(rounds + 1):
                ours.append(await seconds(command, folder, api))
                peer.append(await seconds([sys.executable, "-c", bare], folder, api))
            (a, b), (c, d) = (_figures(each[1:]) for each in (ours, peer))
            shown = f"{a:5.0f} ({b:4.0f}) ms {c:8.0f} ({d:4.0f}) ms"
            print(f"{name:34} {shown} {b / d:6.2f} {aim:5.1f}   beside: {bare}")
    await api.stop()


def _figures(runs: list[tuple[float, float]]) -> tuple[float, float]:
    """Milliseconds: the median of the time that passed, the least of the processor's."""
    passed = statistics.median(each for each, _ in runs) * 1000
    return passed, min(each for _, each in runs) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    asyncio.run(main(parser.parse_args().rounds))
