"""How well and how fast a message is read, on rows that nothing was learned from.

    .venv/bin/python -m tests.bench.reading [--show]

Kinds, acts and parts: ``analysis/reading/held_out.csv``, written before anything was learned.
Practices: the half ``held`` of ``analysis/data/noticing.csv`` with the rows above that have one.
``--show`` prints each message that was taken for another kind.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

from bot.analysis.patterns import _STRINGS
from bot.analysis.reading.linear import Table
from bot.analysis.reading.reading import Reader
from bot.analysis.reading.tells import LIKELY
from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.content.weights import FOLDER, load_weights
from bot.flows.coaching.policy import EITHER_SIDE

TESTS = Path(__file__).parent.parent
HELD_OUT = TESTS / "analysis" / "reading" / "held_out.csv"
NOTICING = TESTS / "analysis" / "data" / "noticing.csv"
SHARED = ("kinds", "parts", "practices", "harm_pieces")
FRAMEWORKS = ("kotter", "leading_managing")

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Return the rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reader_of(content: Content, folder: Path) -> Reader:
    """Return a reader by the tables that ship."""
    texts = load_weights(folder)
    return Reader.of(Table.parse_all((name, texts[name]) for name in SHARED))


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """Return the F1 of (is, said) pairs."""
    both = [pair for pair in pairs if any(pair)]
    hits = sum(all(pair) for pair in both)
    return 2 * hits / (hits + len(both)) if both else 1.0


def kinds(reader: Reader, held: Sequence[Row], show: bool) -> None:
    """Print the F1 of each kind and of all."""
    pairs = [(row, reader.read(row["text"], row["step"]).kind) for row in held]
    names = sorted({row["kind"] for row in held})
    of_kind = {n: f1((row["kind"] == n, said == n) for row, said in pairs) for n in names}
    right = sum(row["kind"] == said for row, said in pairs)
    print(f"kinds: macro F1 {sum(of_kind.values()) / len(names):.2f}, right {right}/{len(pairs)}")
    print("  " + "  ".join(f"{name} {value:.2f}" for name, value in of_kind.items()))
    stored = [(row, said) for row, said in pairs if row["kind"] not in AS_EVIDENCE]
    wrong = sum(said in AS_EVIDENCE for _, said in stored)
    print(f"  meant for the coach but taken for evidence: {wrong}/{len(stored)}")
    told = [said for row, said in pairs if row["kind"] == "evidence"]
    kept_out = sum(said not in AS_EVIDENCE for said in told)
    print(f"  evidence kept out: {kept_out}/{len(told)}")
    for row, said in pairs if show else ():
        if said != row["kind"]:
            print(f"    {row['kind']} > {said}: {row['text']!r}")


AS_EVIDENCE = ("evidence", "announce", "several", "private", "pasted")


def told(reader: Reader, held: Sequence[Row]) -> None:
    """Print how well acts and parts are seen."""
    read = [(row, reader.read(row["text"], row["step"])) for row in held]
    acts = [(row["act"] == "true", got.act) for row, got in read]
    print(f"act: F1 {f1(acts):.2f}, right {sum(a == b for a, b in acts)}/{len(acts)}")
    labelled = [(_tells(row), got) for row, got in read if row["kind"] == "evidence"]
    cells = [
        f"{part} {f1((part in tells, part in got.parts) for tells, got in labelled):.2f}"
        for part in LIKELY
        if any(part in tells for tells, _ in labelled)
    ]
    print(f"parts ({len(labelled)} rows): " + "  ".join(cells))


def _tells(row: Row) -> set[str]:
    """Return what a row tells; an act of a side tells that side's part of the overlap too."""
    tells = set(row["tells"].split(";"))
    tells |= {"task_part"} if row["msh"] in TASKS else set()
    return tells | ({"people_part"} if row["msh"] in PEOPLE else set())


TASKS = ("plan", "organise", "implement", "monitor_evaluate")
PEOPLE = ("scan", "focus", "align_mobilise", "inspire")


def practices(reader: Reader, content: Content, held: Sequence[Row]) -> None:
    """Print how often a practice of Kotter's is likely enough for a name, and how often rightly."""
    kotter = {p.id: p.side for p in content.frameworks["kotter"].practices}
    fresh = [row for row in held if row["kind"] == "evidence"]
    noticing = [row for row in rows(NOTICING) if row["half"] == "held"]
    for name, sample in (("noticing.csv", noticing), ("held_out.csv", fresh)):
        print(f"practices, {name}: {_named(reader, kotter, sample)}")


def _named(reader: Reader, kotter: Mapping[str, str], sample: Sequence[Row]) -> str:
    spoke = acts = right = sides = false = nothing = 0
    for row in sample:
        found = reader.read(row["text"]).practices
        named = [p.id for p in found if p.id in kotter and p.chance >= EITHER_SIDE]
        codes = {c for half in row["kotter"].split(";") for c in half.split("|")} & set(kotter)
        if not codes:
            nothing += 1
            false += bool(named)
            continue
        acts += 1
        spoke += bool(named)
        if named:
            right += named[0] in codes
            sides += kotter[named[0]] in {kotter[code] for code in codes}
    return (
        f"speaks up {spoke}/{acts} = {spoke / acts:.0%}, right {right / spoke:.0%}, "
        f"side {sides / spoke:.0%}, false {false}/{nothing} = {false / nothing:.0%}"
    )


def speed(reader: Reader, texts: Sequence[str]) -> None:
    """Print microseconds of processor time a message of 12 to 18 words, each read once,
    then the best of five readings."""
    sample = [text for text in texts if 12 <= len(text.split()) <= 18]
    for name, times in (("words seen for the first time", 1), ("words seen before", 5)):
        taken = [min(_microseconds(reader, text) for _ in range(times)) for text in sample]
        print(f"{name}: {median(taken):.0f} µs a message of about 15 words ({len(sample)} read)")


def _microseconds(reader: Reader, text: str) -> float:
    reader._kept.clear()  # what was read just before is not looked at again
    _STRINGS.kept.clear()
    begin = time.thread_time_ns()
    reader.read(text, "management")
    return (time.thread_time_ns() - begin) / 1000


def main() -> None:
    """Print every figure."""
    folder = shipped_folder()
    content = load_content(folder)
    reader, held = reader_of(content, folder), rows(HELD_OUT)
    sizes = {p.name: p.stat().st_size // 1024 for p in sorted((folder / FOLDER).glob("*.tsv"))}
    print("tables: " + ", ".join(f"{name} {size} KB" for name, size in sizes.items()))
    kinds(reader, held, "--show" in sys.argv)
    told(reader, held)
    practices(reader, content, held)
    fresh = reader_of(content, folder)
    speed(fresh, [row["text"] for row in [*rows(NOTICING), *held]])


if __name__ == "__main__":
    main()
