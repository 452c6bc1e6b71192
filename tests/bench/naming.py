"""How surely each practice is named, on sentences that nothing was learned from.

    .venv/bin/python -m tests.bench.naming [--show]

A sentence is read as the answer to a question about its own side, and about either; one that shows
no practice as the answer to each. What the coach would call its best clause is compared with the
labels. ``analysis/data/named_clauses.csv`` has acts, what is no act that a name fits, and what only
sounds like one; its half ``held`` was put aside before anything was tuned. ``--show`` prints each
sentence that would be named wrongly.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.flows.coaching.policy import Model, clause_to_say, models_of

TESTS = Path(__file__).parent.parent
CLAUSES = "analysis/data/named_clauses.csv"
OLDER = ("analysis/data/naming.csv", "analysis/data/noticing.csv", "analysis/reading/held_out.csv")
SIDES: tuple[str | None, ...] = ("management", "leadership", None)
CONFUSED = 12
"""Pairs of names that are printed: what was said, and what it is."""

Row = tuple[str, frozenset[str]]


def rows(*paths: str, half: str = "") -> Iterator[Row]:
    """Yield each sentence with the practices that it may be called after."""
    for path in paths:
        with (TESTS / path).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("kind", "evidence") not in ("evidence", "act"):
                    continue
                if half and row["half"] != half:
                    continue
                cells = f"{row['kotter']};{row['msh']}".replace("|", ";").split(";")
                yield row["text"], frozenset(cells) - {"", "none"}


def sides_of(right: frozenset[str], models: Mapping[str, Model]) -> list[str | None]:
    """Return the sides that a sentence may be asked about: its own, and either."""
    if not right:
        return list(SIDES)
    return [*sorted({models[each][1] for each in right if each in models} - {"both"}), None]


def named(content: Content, text: str, side: str | None, models: Mapping[str, Model]) -> str:
    """Return what the coach would call a message, "" for nothing."""
    reading = Knowledge.of(content).reader.read(text)
    found = clause_to_say(reading.clauses, (), models, side)
    return found[1] if found else ""


@dataclass
class Tally:
    """What was named, and how often rightly."""

    acts: int = 0
    spoke: int = 0
    false: int = 0
    said: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, name: str, known: frozenset[str]) -> None:
        """Count what a sentence was called, "" for nothing."""
        self.acts += bool(known)
        if not name:
            return
        self.spoke += bool(known)
        self.said[name] += 1
        self.right[name] += name in known
        self.false += not known
        if name not in known:
            self.confused[name, "/".join(sorted(known)) or "nothing"] += 1

    def __str__(self) -> str:
        """Return named, right and false."""
        said, right = self.said.total(), self.right.total()
        return (
            f"named {self.spoke} of {self.acts} = {self.spoke / self.acts:.0%}, "
            f"right {right} of {said} = {right / (said or 1):.0%}, false {self.false}"
        )


def measure(content: Content, sample: Iterable[Row], name: str) -> Tally:
    """Return the tally of a sample, after its figures are printed."""
    models, every = models_of(content), Tally()
    for text, known in sample:
        for side in sides_of(known, models):
            said = named(content, text, side, models)
            every.add(said, known)
            if said and said not in known and "--show" in sys.argv:
                print(f"  {side}: {said}, not {', '.join(sorted(known)) or 'any'}: {text}")
    print(f"{name:18} {every}")
    return every


def main() -> None:
    """Print for each sample, practice and side how often it was named, and how often rightly."""
    content = load_content(shipped_folder())
    models = models_of(content)
    tallies = [
        measure(content, rows(CLAUSES, half="dev"), "clauses, dev"),
        measure(content, rows(CLAUSES, half="held"), "clauses, held"),
        measure(content, rows(*OLDER), "older sentences"),
    ]
    said = sum((each.said for each in tallies), Counter[str]())
    right = sum((each.right for each in tallies), Counter[str]())
    for name, times in said.most_common():
        print(f"{name:28} {right[name]:3} of {times:3} {right[name] / times:5.0%}")
    for side in ("management", "leadership"):
        mine = [name for name in said if models[name][1] == side]
        of, well = sum(said[each] for each in mine), sum(right[each] for each in mine)
        print(f"{side:28} {well:3} of {of:3} {well / of:5.0%}")
    confused = sum((each.confused for each in tallies), Counter[tuple[str, str]]())
    for (name, known), times in confused.most_common(CONFUSED):
        print(f"{times:3} × {name}, which is {known}")


if __name__ == "__main__":
    main()
