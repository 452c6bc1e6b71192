"""1,000 people over 72 hours of the coach's clock: what must stay level, every six hours.

    .venv/bin/python -m tests.bench.soak [--people 1000] [--hours 72] [--turns 30] [--seed 1]

The store is a real one on the disk; the clock is moved, and what is due is looked for each quarter
of an hour. Each person goes their own way through Thing 2, again and again: some delete all of it
in between, the others start again. Who writes when is drawn by lot, so that at each moment all
stages are there. Memory, open files, the journal and the time of a turn are printed, and whether
the last third of the hours is more than a tenth over the second, and the journal over 8 MB. A turn
counts in the time that a fixed piece of work takes just before it: others use the machine, too.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import resource
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.content.library import shipped_folder
from bot.content.loading import load_content
from tests.support.world import Person, World

STEP = timedelta(minutes=15)

WINDOW = 24
"""Steps in a line of the table: six hours."""

MOST_JOURNAL = 8 * 2**20
"""Bytes: SQLite brings it into the file after 4 MB, once nobody reads it."""

WORDS = (
    "I asked the night team what they needed before I changed the rota.",
    "We had two people off sick and a full ward, so I sat down with Maria first.",
    "I wrote the plan on the board and went through it with each of them.",
    "It took about an hour and everybody got their breaks in the end.",
    "I noticed that Tom had not spoken, so I asked him what he thought.",
)


def way(number: int) -> list[str]:
    """What one of them sends, again and again."""
    steps = list[str]()
    for _ in range(4):
        steps += [*WORDS, "Next"]
    ends = (
        ["/forget", "Yes, delete it all"] if number % 3 == 0 else ["/restart", "Yes, start again"]
    )
    later = ["/later tomorrow 10am"] if number % 2 else ["/mydata"]
    return ["Start", *steps, *later, "/statement", *ends]


@dataclass
class Window:
    """Six hours of it."""

    hour: int
    memory: float
    files: int
    journal: int
    database: int
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    pieces: list[float] = field(default_factory=list)

    @property
    def turn(self) -> float:
        """Pieces of work that 95 of 100 turns cost at most."""
        each = [turn / piece for turn, piece in zip(self.cpu, self.pieces, strict=True)]
        return statistics.quantiles(each, n=20)[-1]

    def __str__(self) -> str:
        cpu, wall = (statistics.quantiles(e, n=20)[-1] * 1000 for e in (self.cpu, self.wall))
        return (
            f"{self.hour:4} h {len(self.cpu):6} turns {self.memory:7.1f} MB {self.files:3} files "
            f"journal {self.journal / 2**20:4.1f} MB data {self.database / 2**20:5.1f} MB "
            f"p95 {cpu:5.1f} ms of CPU, {wall:6.1f} ms, {self.turn:5.1f} pieces of work"
        )


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def _piece_of_work() -> float:
    """Do what is always the same; gives the seconds of CPU that it took."""
    begun = time.process_time()
    sorted(str(number * number) for number in range(1000))
    return time.process_time() - begun


async def soak(people: int, hours: int, turns: int, seed: int, folder: Path) -> list[Window]:
    """Play it; gives the windows."""
    chance, found = random.Random(seed), list[Window]()
    world = World.on_disk(load_content(shipped_folder()), folder)
    await world.start()
    ways = list[tuple[Person, Iterator[str]]]()
    for number in range(people):
        mine = way(number)
        person = world.person(f"p{number}")
        ways.append((person, islice(cycle(mine), chance.randrange(len(mine)), None)))
        await person.say("Start")
    steps = hours * 4
    each_step, window = people * turns / steps, Window(0, 0, 0, 0, 0)
    for step in range(1, steps + 1):
        world.now += STEP
        for _ in range(int(each_step + chance.random())):
            person, lines = chance.choice(ways)
            window.pieces.append(_piece_of_work())
            wall, cpu = time.perf_counter(), time.process_time()
            await person.say(next(lines))
            person.last = None  # what their phone shows is not the coach's
            window.cpu.append(time.process_time() - cpu)
            window.wall.append(time.perf_counter() - wall)
        await world.scheduler()
        world.phones.reminded.clear()  # what the phones were sent is not the coach's
        world.phones.acknowledged.clear()
        if step % WINDOW == 0:
            gc.collect()
            window.hour, window.memory = step // 4, _memory()
            window.files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - only counted
            window.journal = (folder / "coach.db-wal").stat().st_size
            window.database = (folder / "coach.db").stat().st_size
            found.append(window)
            print(window, flush=True)
            window = Window(0, 0, 0, 0, 0)
    await world.store.close()
    return found


def is_level(windows: list[Window]) -> bool:
    """Print how the last third is against the second; return whether nothing has grown by 10 %."""
    third = len(windows) // 3
    before, after = windows[third : 2 * third], windows[2 * third :]
    level = True
    for name in ("memory", "files", "turn"):
        was, became = (statistics.mean(getattr(w, name) for w in each) for each in (before, after))
        grown = became / was - 1 if was else 0.0
        level &= grown < 0.1
        print(f"{name:8} {was:10.1f} → {became:10.1f}  {grown:+.1%}")
    most = max(each.journal for each in windows)
    print(f"journal  {most / 2**20:10.1f} MB at most")
    return level and most < MOST_JOURNAL


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--hours", type=int, default=72)
    parser.add_argument("--turns", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with TemporaryDirectory(prefix="coach-soak-") as name:
        windows = asyncio.run(
            soak(given.people, given.hours, given.turns, given.seed, Path(name) / "data")
        )
        return int(not is_level(windows))


if __name__ == "__main__":
    raise SystemExit(main())
