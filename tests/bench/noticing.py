"""How well the noticer notices, on sentences that it has not learned from.

    .venv/bin/python -m tests.bench.noticing [dev|held|all]

Each row of ``analysis/data/noticing.csv`` has its side and its practices. The half ``held`` was
written first and is never looked at while anything is tuned.
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path

from bot.analysis.practices import notice
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content

DATA = Path(__file__).parent.parent / "analysis" / "data" / "noticing.csv"


def rows(half: str) -> list[dict[str, str]]:
    """The rows of one half, or of both with ``all``."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if half in ("all", row["half"])]


def figures(content: Content, half: str) -> dict[str, tuple[int, int]]:
    """Each figure as (right, of how many)."""
    acts = spoke = right = sides = sure = false = nothing = 0
    for row in rows(half):
        found = notice(content, row["text"])
        codes = {*row["kotter"].split(";"), *row["msh"].split(";")} - {""}
        kotter = [each.practice for each in found if each.framework == "kotter"]
        if row["side"] == "neither":
            nothing += 1
            false += bool(kotter)
            continue
        acts += 1
        spoke += bool(kotter)
        right += bool(kotter) and kotter[0] in codes
        if kotter and row["side"] != "both":
            sure += 1
            sides += content.practices[kotter[0]].side == row["side"]
    return {
        "spoke up on acts": (spoke, acts),
        "noticed practice right": (right, spoke),
        "noticed side right": (sides, sure),
        "false noticing where there is nothing": (false, nothing),
    }


def main() -> None:
    """Print the figures of a half, or of both and of all rows together."""
    content = load_content(shipped_folder())
    notice(content, "warm up")
    for half in sys.argv[1:] or ("dev", "held", "all"):
        for name, (part, whole) in figures(content, half).items():
            print(f"{half:5} {name:40} {part:3} of {whole:3} {100 * part / (whole or 1):4.0f} %")
    text = " ".join(row["text"] for row in rows("dev"))[:1200]
    begin = time.perf_counter()
    for _ in range(50):
        notice(content, text)
    print(f"{len(text.split())} words: {(time.perf_counter() - begin) * 20:.1f} ms")


if __name__ == "__main__":
    main()
