"""How many questions to the coach are known, by an author's words alone and with the learned table.

    .venv/bin/python -m tests.bench.asked [--show]

``analysis/data/asked_unseen.csv`` was written without sight of words or rows, and nothing is
learned from it. The first sample was looked at; of the second only sums, while chances were set.
``--show`` prints what is wrong in the first.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.analysis.knowledge import Knowledge
from bot.analysis.meant import QUESTION, Meanings
from bot.content.library import shipped_folder
from bot.content.loading import load_content
from bot.content.models.sayings import NOTHING

UNSEEN = Path(__file__).parent.parent / "analysis" / "data" / "asked_unseen.csv"

Asked = Callable[[str], set[str]]


def by(meanings: Meanings) -> Asked:
    """Return what tells the questions that a message asks."""
    return lambda text: {each.id for each in meanings.meant_in(text) if each.kind == QUESTION}


def judged(rows: Sequence[dict[str, str]], asked: Asked, *, show: bool) -> str:
    """Return how many are known rightly, wrongly and not, and how often what nobody knows is."""
    right = wrong = untold = false = 0
    for row in rows:
        wanted, found = set(row["asks"].split("/")), asked(row["text"])
        if wanted == {NOTHING}:
            false += bool(found)
        else:
            right += bool(found & wanted)
            wrong += bool(found) and not found & wanted
            untold += not found
        if show and found and not found & wanted:
            print(f"    {row['asks']} > {', '.join(sorted(found))}: {row['text']}")
    known = right + wrong + untold
    return (
        f"right {right}, wrong {wrong}, not known {untold} of {known}; "
        f"answered though nothing known is asked {false} of {len(rows) - known}"
    )


def main() -> None:
    """Print the figures."""
    with UNSEEN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    knowledge = Knowledge.of(load_content(shipped_folder()))
    for sample in ("first", "second"):
        own = [row for row in rows if row["sample"] == sample]
        show = "--show" in sys.argv and sample == "first"
        alone, both = by(knowledge.meanings_with(None)), by(knowledge.meanings)
        print(f"{sample}, by words alone: {judged(own, alone, show=False)}")
        print(f"{sample}, with the table: {judged(own, both, show=show)}")


if __name__ == "__main__":
    main()
