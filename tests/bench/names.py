"""How many possible names are found, how many ordinary sentences are touched, and how fast.

    .venv/bin/python -m tests.bench.names

The sentences stand in ``analysis/data/names.csv``. The last ``KEPT_BACK`` of them were written when
the rules and the words were done, and nothing was changed for them. A name counts as found when
exactly its letters are.
"""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.analysis.name_words import NameWords, as_words
from bot.analysis.names import find_names
from bot.content.library import shipped_folder
from bot.content.models.name_lists import Names
from bot.content.validation import build
from bot.content.yaml_reader import read

KEPT_BACK = 70

DATA = Path(__file__).parent.parent / "analysis" / "data" / "names.csv"


@dataclass(frozen=True)
class Figures:
    """What was found in some sentences, and what of it was wrong."""

    names: int
    found: int
    missed: tuple[str, ...]
    ordinary: int
    touched: tuple[str, ...]
    beside: tuple[str, ...]
    """What was asked about in a sentence with names and is none of them."""


def shipped_words() -> NameWords:
    found = build(read(shipped_folder() / "dialogues" / "names.yaml"), Names)
    assert found
    return as_words(found.model_dump())


def rows() -> list[tuple[str, list[str]]]:
    """Each sentence with the names in it."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["names"].split("|")) for row in csv.DictReader(file)]


def found_in(text: str, words: NameWords) -> list[str]:
    return [text[name.start : name.end] for name in find_names(text, words)]


def measure(data: Sequence[tuple[str, list[str]]], words: NameWords) -> Figures:
    names, missed, touched, beside = 0, list[str](), list[str](), list[str]()
    ordinary = 0
    for text, listed in data:
        found = found_in(text, words)
        if listed == [""]:
            ordinary += 1
            touched += [f"{text} → {found}"] * bool(found)
            continue
        names += len(listed)
        lost, extra = Counter(listed) - Counter(found), Counter(found) - Counter(listed)
        missed += [f"{text} → {name}" for name in lost.elements()]
        beside += [f"{text} → {name}" for name in extra.elements()]
    return Figures(
        names, names - len(missed), tuple(missed), ordinary, tuple(touched), tuple(beside)
    )


def microseconds(words: NameWords, size: int = 200, rounds: int = 200) -> float:
    """Return the median processor time of a text of ``size`` words, made of the sentences."""
    text = " ".join(" ".join(text for text, _ in rows()).split()[:size])
    times = []
    for _ in range(rounds):
        start = time.process_time()
        find_names(text, words)
        times.append(time.process_time() - start)
    return sorted(times)[rounds // 2] * 1e6


def main() -> None:
    words, data = shipped_words(), rows()
    for name, part in (
        ("worked on", data[:-KEPT_BACK]),
        ("kept back", data[-KEPT_BACK:]),
        ("all", data),
    ):
        figures = measure(part, words)
        print(
            f"{name:<10} {figures.found}/{figures.names} names found"
            f" ({figures.found / figures.names:.1%}), {len(figures.touched)}/{figures.ordinary}"
            f" ordinary sentences touched ({len(figures.touched) / figures.ordinary:.1%}),"
            f" {len(figures.beside)} wrong beside a name"
        )
    for one in (*figures.missed, *figures.touched, *figures.beside):
        print("  ", one)
    print(f"{microseconds(words):.0f} µs for 200 words")


if __name__ == "__main__":
    main()
