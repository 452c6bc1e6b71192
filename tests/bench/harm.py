"""How many messages about harm are found, and how many ordinary ones are taken for one.

    .venv/bin/python -m tests.bench.harm

The messages stand in ``analysis/data/harm.csv``. They and the phrases of ``dialogues/support.yaml``
are by the same authors, so the figures say less than those of strangers' messages would.
"""

from __future__ import annotations

import csv
from pathlib import Path

from bot.analysis.harm import find_harm
from bot.analysis.knowledge import Knowledge
from bot.content.library import Content, load_content, shipped_folder

DATA = Path(__file__).parent.parent / "analysis" / "data" / "harm.csv"


def rows() -> list[dict[str, str]]:
    """Each message with its level and kind."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wrong(content: Content) -> tuple[list[str], list[str]]:
    """The messages about harm that are missed, and the ordinary ones that are not left alone."""
    missed, false = list[str](), list[str]()
    for row in rows():
        found = find_harm(row["text"], Knowledge.of(content).harm_words).level
        if (found == "none") != (row["level"] == "none"):
            (false if row["level"] == "none" else missed).append(row["text"])
    return missed, false


def main() -> None:
    """Print both figures, and each message that is judged wrongly."""
    missed, false = wrong(load_content(shipped_folder()))
    harm = sum(row["level"] != "none" for row in rows())
    ordinary = len(rows()) - harm
    print(f"{harm - len(missed)}/{harm} about harm found, {len(false)}/{ordinary} ordinary touched")
    for text in (*missed, *false):
        print("  ", text)


if __name__ == "__main__":
    main()
