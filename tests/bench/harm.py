"""How many crises and concerns are found, and how many ordinary messages are taken for one.

    .venv/bin/python -m tests.bench.harm [--cross] [--show]

The held-out rows were written before anything was learned, those told in passing before the rows of
their kinds. Those told coolly are a harder sample: harm as a routine, in passing or as a joke, and
ordinary talk in the same words. Of each of these samples one half is learned from and stands in
``frameworks/``; the figures are of the other, by which nothing was learned or set. ``--cross``
learns five times more, each time without a fifth of the labelled rows (near-duplicates together),
and judges that fifth. ``--show`` prints each message that is judged wrongly.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from zlib import crc32

import yaml

from bot.analysis.reading.harm_reader import HarmReader
from bot.analysis.reading.harm_reading import HarmReading
from bot.analysis.reading.harm_table import HarmTable
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.linear import Table
from bot.content.harm_files import (
    LABELLED,
    ROWS,
    read_harm_frames,
    read_harm_rows,
    read_harm_words,
)
from bot.content.library import shipped_folder
from bot.content.models.harm_rows import HarmRow
from bot.content.weights import load_weights

FOLDER = shipped_folder()

TESTS = Path(__file__).parent.parent

HELD_OUT = TESTS / "analysis" / "reading" / "data" / "harm_held_out.csv"

COOLLY = HELD_OUT.with_name("harm_coolly.csv")

BY_KIND = HELD_OUT.with_name("harm_by_kind.csv")

IN_PASSING = HELD_OUT.with_name("harm_in_passing.csv")

WORKING_DAY = HELD_OUT.with_name("harm_working_day.csv")

FOLDS = 5

ALIKE = 0.5
"""How many of their words two rows share that are learned or judged together."""


def vocabulary() -> HarmVocabulary:
    """Return the words that the project ships."""
    return HarmVocabulary(read_harm_words(FOLDER))


def shipped() -> HarmReader:
    """Return the reader that the project ships."""
    weights = load_weights(FOLDER)
    pieces = Table.parse(weights["harm_pieces"])
    return HarmReader(vocabulary(), HarmTable(weights["harm"]), pieces)


def told_coolly(file: Path) -> list[HarmRow]:
    """Return the rows of a sample whose rows have a kind, too."""
    return [
        HarmRow.model_validate({name: cell for name, cell in row.items() if name != "kind"})
        for row in _rows(file)
    ]


def ordinary(rows: Sequence[HarmRow]) -> dict[str, list[str]]:
    """Return messages that are no rows of harm, by the file they are from."""
    known = {row.text.casefold() for row in rows}
    sentences = yaml.safe_load((FOLDER / "frameworks" / "sentences.yaml").read_text("utf-8"))
    data = TESTS / "analysis" / "data"
    found = {
        "sentences.yaml": [each["text"] for each in sentences["sentences"]],
        "ordinary.txt": _lines(data / "ordinary.txt"),
        "labelled/ordinary.txt": _lines(FOLDER / LABELLED / "ordinary.txt"),
        "noticing.csv": [
            row["text"] for row in _rows(data / "noticing.csv") if row["id"] not in TOLD
        ],
        "transcripts": [
            turn["say"].strip()
            for path in sorted((TESTS / "transcripts").glob("*.yaml"))
            for turn in _turns(yaml.safe_load(path.read_text("utf-8")))
        ],
    }
    for name in ("acts.csv", "speech.csv"):
        if (path := FOLDER / LABELLED / name).exists():
            found[name] = _texts(path)
    return {
        name: [text for text in texts if text.casefold() not in known]
        for name, texts in found.items()
    }


TOLD = ("d63", "h63")
"""Rows of noticing.csv that tell of harm."""


def judged(rows: Sequence[HarmRow], read: Callable[[str], HarmReading]) -> list[str]:
    """Return the figures of some rows, a line each."""
    seen = [(row, read(row.text)) for row in rows]
    lines = list[str]()
    for level in ("crisis", "concern"):
        of_level = [(row, found) for row, found in seen if row.level == level]
        hit = [(row, found) for row, found in of_level if found.level != "none"]
        exact = sum(found.level == level for _, found in hit)
        sort = sum(found.sort == row.sort for row, found in hit)
        about = sum(found.about == row.about for row, found in hit)
        pauses = sum(not found.doubtful for _, found in hit)
        lines.append(
            f"  {level:8}{_share(len(hit), len(of_level))} found,"
            f" {_share(pauses, len(of_level))} so that it pauses,"
            f" {_share(exact, len(of_level))} as such;"
            f" of those found {_share(sort, len(hit))} sort, {_share(about, len(hit))} about"
        )
    none = [(row, found) for row, found in seen if row.level == "none"]
    taken = [found for _, found in none if found.level != "none"]
    plainly = sum(not found.doubtful for found in taken)
    lines.append(
        f"  none    {_share(len(taken), len(none))} taken for harm,"
        f" {_share(plainly, len(none))} so that it pauses"
    )
    return lines


def wrong(rows: Sequence[HarmRow], read: Callable[[str], HarmReading]) -> Iterator[str]:
    """Yield each row that is judged wrongly, with the words that were taken for harm."""
    for row in rows:
        found = read(row.text)
        if (found.level == "none") != (row.level == "none"):
            yield f"    {row.level}: {row.text} [{row.text[found.start : found.end]}]"


def folds(rows: Sequence[HarmRow]) -> list[int]:
    """Return the fold of each row. Those that share most of their words are in one."""
    found, at = list[int](), defaultdict[str, list[int]](list)
    words = [frozenset(re.findall(r"\w+", row.text.lower())) for row in rows]
    for i, mine in enumerate(words):
        shared = Counter(j for word in mine if len(at[word]) < 60 for j in at[word])
        near = [j for j, n in shared.items() if n / len(mine | words[j]) >= ALIKE]
        found.append(found[near[0]] if near else crc32(rows[i].text.encode()) % FOLDS)
        for word in mine:
            at[word].append(i)
    return found


def cross(rows: Sequence[HarmRow]) -> Callable[[str], HarmReading]:
    """Return a reader that judges each row with weights learned without its fold."""
    from bot.authoring.harm_learning import Corpus, learn_harm  # noqa: PLC0415
    from bot.authoring.learn import harm_task  # noqa: PLC0415
    from bot.authoring.training import learn  # noqa: PLC0415

    words, frames = vocabulary(), read_harm_frames(FOLDER)
    of_row = folds(rows)
    texts = [text for each in ordinary(rows).values() for text in each]
    readers = list[HarmReader]()
    for fold in range(FOLDS):
        learned = [row for row, own in zip(rows, of_row, strict=True) if own != fold]
        near = [text for text in texts if crc32(text.encode()) % FOLDS != fold]
        corpus = Corpus(learned, near, frames, words)
        pieces = Table.parse(learn(harm_task(corpus)))
        readers.append(HarmReader(words, HarmTable(learn_harm(corpus)), pieces))
    of_text = {row.text: fold for row, fold in zip(rows, of_row, strict=True)}

    def read(text: str) -> HarmReading:
        return readers[of_text.get(text, crc32(text.encode()) % FOLDS)].read(text)

    return read


def microseconds(reader: HarmReader, texts: Sequence[str]) -> float:
    """Return the median time of a message of about 15 words, none of which was read before."""
    short = {f"{text} " for text in texts if 14 <= len(text.split()) <= 16}
    times = list[float]()
    for text in sorted(short):
        begin = perf_counter()
        reader.read(text)
        times.append(perf_counter() - begin)
    return median(times) * 1e6


def _lines(path: Path) -> list[str]:
    return [*filter(None, path.read_text("utf-8").splitlines())]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _texts(path: Path) -> list[str]:
    return [row["text"] for row in _rows(path) if row.get("kind") != "harm"]


def _turns(one: object) -> Iterator[Mapping[str, str]]:
    if isinstance(one, dict):
        if isinstance(one.get("say"), str):
            yield one
        for each in one.values():
            yield from _turns(each)
    elif isinstance(one, list):
        for each in one:
            yield from _turns(each)


def _share(part: int, of: int) -> str:
    return f"{part}/{of} ({part / max(of, 1):.0%})"


def _print_false(texts: Mapping[str, Sequence[str]], read: Callable[[str], HarmReading]) -> None:
    for name, every in texts.items():
        taken = [text for text in every if read(text).level != "none"]
        print(f"  {name:22}{_share(len(taken), len(every))} taken for harm")
        if "--show" in sys.argv:
            for text in taken:
                found = read(text)
                print(f"    {text[:200]} [{text[found.start : found.end]}]")


def _print_rows(rows: Sequence[HarmRow], read: Callable[[str], HarmReading]) -> None:
    print(*judged(rows, read), sep="\n")
    if "--show" in sys.argv:
        print(*wrong(rows, read), sep="\n")


def main() -> None:
    """Print the figures."""
    reader, rows = shipped(), read_harm_rows(FOLDER / ROWS)
    print("Rows that were held out:")
    print(*judged(read_harm_rows(HELD_OUT), reader.read), sep="\n")
    for what, file in (
        ("Told coolly:", COOLLY),
        ("Told coolly, kind by kind beside ordinary twins in like words:", BY_KIND),
        ("Told in passing, beside ordinary twins in like words:", IN_PASSING),
        ("An ordinary working day:", WORKING_DAY),
    ):
        print(what)
        print(*judged(told_coolly(file), reader.read), sep="\n")
    texts = ordinary(rows)
    print("Ordinary messages; those of frameworks/ were learned from:")
    _print_false(texts, reader.read)
    every = [text for each in texts.values() for text in each]
    print(f"A message of 15 words takes {microseconds(reader, every):.0f} µs at the median")
    if "--cross" in sys.argv:
        read = cross(rows)
        print("Rows that were learned from, each judged without its fold:")
        _print_rows(rows, read)
        print("Ordinary messages, each judged without its fold:")
        _print_false(texts, read)


if __name__ == "__main__":
    main()
