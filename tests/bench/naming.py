"""How surely each practice is named, on sentences that nothing was learned from.

    .venv/bin/python -m tests.bench.naming [--show]

A sentence is read as the answer to a question about its own side, and about either; what the coach
would call its best clause is compared with ``analysis/data/naming.csv``, ``noticing.csv`` and
``analysis/reading/held_out.csv``. ``--show`` prints each sentence that would be named wrongly.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.flows.coaching.policy import Model, clause_to_say

TESTS = Path(__file__).parent.parent
FILES = ("analysis/data/naming.csv", "analysis/data/noticing.csv", "analysis/reading/held_out.csv")

Row = tuple[str, frozenset[str]]


def rows() -> Iterator[Row]:
    """Yield each sentence with the practices that it may be called after."""
    for path in FILES:
        with (TESTS / path).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("kind", "evidence") not in ("evidence", "act"):
                    continue
                cells = f"{row['kotter']};{row['msh']}".replace("|", ";").split(";")
                yield row["text"], frozenset(cells) - {"", "none"}


def sides_of(right: frozenset[str], models: Mapping[str, Model]) -> list[str | None]:
    """Return the sides that a sentence may be asked about: its own, and either."""
    return [*sorted({models[each][1] for each in right if each in models} - {"both"}), None]


def named(content: Content, text: str, side: str | None, models: Mapping[str, Model]) -> str:
    """Return what the coach would call a message, "" for nothing."""
    reading = Knowledge.of(content).reader.read(text)
    found = clause_to_say(reading.clauses, (), models, side)
    return found[1] if found else ""


def main() -> None:
    """Print for each practice how often it was named, and how often rightly."""
    content = load_content(shipped_folder())
    models = {
        practice.id: (framework.id, practice.side)
        for framework in content.frameworks.values()
        for practice in framework.practices
        if practice.id in content.listening.named
    }
    said, right, spoke, acts = Counter[str](), Counter[str](), 0, 0
    for text, known in rows():
        for side in sides_of(known, models):
            name = named(content, text, side, models)
            acts, spoke = acts + bool(known), spoke + bool(known and name)
            if not name:
                continue
            said[name] += 1
            right[name] += name in known
            if name not in known and "--show" in sys.argv:
                print(f"  {side}: {name}, not {', '.join(sorted(known)) or 'any'}: {text}")
    for name, times in said.most_common():
        print(f"{name:28} {right[name]:3} of {times:3} {right[name] / times:5.0%}")
    total = sum(said.values())
    print(f"named {spoke} of {acts} = {spoke / acts:.0%}, right {right.total() / total:.0%}")


if __name__ == "__main__":
    main()
