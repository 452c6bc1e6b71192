"""How much longer the first 100 turns after a start take than later ones.

    .venv/bin/python -m tests.bench.first_turns [--rounds 3]

Each run is a process of its own: one that a learner reaches before anything is made ready, and one
that had half a second. Varied texts, each said once; the processor's time alone. Printed are the
medians of the runs: the mean of turns 1 to 100 beside that of turns 201 to 300, and the longest.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import subprocess
import sys
import time

from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.domain.conversation import Conversation
from bot.services.warm_up import warm_up
from tests.bench.thinking import texts, turn_of

FIRST, TURNS = 100, 300

OF_ONE = 12
"""Texts of one person, who goes on to the next question after every third."""


def turns(content: Content) -> list[float]:
    """Return the milliseconds of each of the first turns of this process."""
    said = texts()
    random.Random(4).shuffle(said)
    taken, conversation = list[float](), Conversation("nobody")
    for number, text in enumerate(said):
        begins, ends = number % OF_ONE == 0, number % 3 == 2
        conversation = Conversation(f"chat {number}") if begins else conversation
        for each in (*["Start"] * begins, text, *["Next"] * ends):
            begin = time.thread_time_ns()
            conversation = turn_of(content, conversation, each, len(taken))
            taken.append((time.thread_time_ns() - begin) / 1e6)
        if len(taken) >= TURNS:
            break
    return taken[:TURNS]


def run(how: str) -> None:
    """Take the turns in this process, and print the figures of it."""
    content = load_content(shipped_folder())
    if how == "ready":
        asyncio.run(warm_up(content))
    taken = turns(content)
    first, later = statistics.mean(taken[:FIRST]), statistics.mean(taken[2 * FIRST :])
    print(first, later, max(taken[:FIRST]))


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--how", choices=("at once", "ready"))
    given = parser.parse_args()
    if given.how:
        run(given.how)
        return
    for how in ("at once", "ready"):
        command = [sys.executable, "-m", "tests.bench.first_turns", "--how", how]
        runs = [
            [float(n) for n in subprocess.check_output(command, text=True).split()]
            for _ in range(given.rounds)
        ]
        first, later, longest = map(statistics.median, zip(*runs, strict=True))
        ratio, means = f"{first / later:.2f} x", f"{first:.2f} of {later:.2f} ms"
        print(f"{how}: {ratio} ({means}), longest {longest:.0f} ms")


if __name__ == "__main__":
    main()
