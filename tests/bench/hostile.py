"""How soon a hostile content file is refused, with the good content beside it.

    .venv/bin/python -m tests.bench.hostile

The peer is PyYAML's own safe loader on the same file in the same run, stopped after 5 seconds. Its
time holds the start of a process of its own, which "a tag" shows.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import shutil
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

import yaml

from bot.content.library import shipped_folder
from bot.content.loading import load_content
from bot.errors import ContentError

ROUNDS = 5

AIM = 200

LONGEST = 5.0


def bomb() -> str:
    """Nine levels of nine references each."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


FILES = {
    "aliases": bomb(),
    "deep brackets": "a: " + "[" * 100_000,
    "deep dashes": "a:\n" + "- " * 100_000,
    "deep braces": "{a: " * 50_000,
    "questions": "? " * 100_000,
    "duplicate keys": "a: 1\n" * 40_000,
    "a tag": "a: !!python/object/apply:os.system [echo]",
    "10 MB": "a: " + "x" * 10_000_000,
    "250 KB in one line": "a: " + "x " * 125_000,
    "250 KB of quotes": 'a: "' + "\\x41" * 60_000 + '"',
    "wrong types": "id: [1]\nname: {a: b}\nsteps: 5\norder: many\n",
    "no and 12:30": "id: no\nname: 12:30:45\n",
    "no end": "a: [1, 2",
}


def refused(folder: Path) -> float:
    """Seconds until the file is refused."""
    begin = time.perf_counter()
    try:
        load_content(folder, today=date(2026, 11, 24))
    except ContentError as error:
        taken = time.perf_counter() - begin
        if all(problem.file.endswith("walk.yaml") for problem in error.problems):
            return taken
        raise
    raise AssertionError("it was taken")


def _load(text: str) -> None:
    with contextlib.suppress(yaml.YAMLError, RecursionError, MemoryError):
        # The dump is what makes an alias bomb go off.
        len(yaml.safe_dump(yaml.load(text, Loader=yaml.CSafeLoader)))


def peer(text: str) -> str:
    """How long PyYAML takes, in a process of its own, because it may never come back."""
    process = multiprocessing.get_context("spawn").Process(target=_load, args=(text,))
    begin = time.perf_counter()
    process.start()
    process.join(LONGEST)
    taken = time.perf_counter() - begin
    if process.is_alive():
        process.kill()
        return f"over {LONGEST:.0f} s"
    return f"{taken * 1000:.0f} ms" if not process.exitcode else "it crashed"


def main() -> None:
    print(f"{'':22} {'ours, median':>14} {'PyYAML':>12}   aim {AIM} ms")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in ("dialogues", "frameworks"):
            shutil.copytree(shipped_folder() / each, folder / each)
        for title, text in FILES.items():
            (folder / "dialogues" / "walk.yaml").write_text(text)
            ours = statistics.median(refused(folder) for _ in range(ROUNDS))
            print(f"{title:22} {ours * 1000:11.0f} ms {peer(text):>12}")


if __name__ == "__main__":
    main()
