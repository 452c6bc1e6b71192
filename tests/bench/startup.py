"""How long a person waits for the first line, beside a bare import of the libraries it needs.

    .venv/bin/python tests/bench/startup.py

Peers run in turn with ours, so a noisy machine disturbs both. Medians and ratios are printed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15

CASES = {
    "coach --help": ([sys.executable, "-m", "bot", "--help"], "import typer"),
    "coach chat, to its first question": (
        [sys.executable, "-m", "bot", "chat"],
        "import rich, prompt_toolkit, sqlite_utils, pydantic",
    ),
}

AIM = 2.5


def seconds(command: list[str], folder: str) -> float:
    """The time of one run. Standard input is empty, so ``chat`` ends at its first question."""
    environment = {
        **os.environ,
        "COACH_DATA": f"{folder}/data",
        "COACH_KEY_FILE": f"{folder}/config/key",
    }
    begin = time.perf_counter()
    subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=True, env=environment
    )
    return time.perf_counter() - begin


def main() -> None:
    print(f"{'':36} {'ours':>8} {'peer':>8} {'ratio':>6}   aim {AIM}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (command, peer) in CASES.items():
            ours, theirs = list[float](), list[float]()
            for _ in range(ROUNDS):
                ours.append(seconds(command, folder))
                theirs.append(seconds([sys.executable, "-c", peer], folder))
            a, b = statistics.median(ours[1:]), statistics.median(theirs[1:])
            print(f"{name:36} {a * 1000:6.0f}ms {b * 1000:6.0f}ms {a / b:6.2f}   beside: {peer}")


if __name__ == "__main__":
    main()
