"""The labelled sentences that a reading is learned from: ``frameworks/labelled/*.csv``.

No conversation opens them: what ships is the table of weights. ``coach learn`` and ``coach check``
read them, and name the line of each mistake.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from bot.content.models.sayings import KIND_OF, NOTHING
from bot.errors import ContentError, Problem

FOLDER = "frameworks/labelled"

KINDS = (
    *("evidence", "announce", "several", "alternative", "bare", "denial", "question"),
    *("not_understood", "request", "talk", "back", "chat", "already_told", "stop", "delete"),
    *("correction", "feeling_about_task", "complaint_about_coach", "to_coordinator", "pasted"),
    *("private", "harm", "theory"),
)
"""What a message can be."""

TELLS = (
    *("role", "context", "own_act", "other_act", "who", "how", "result", "evidence", "why"),
    *("learning", "feeling", "none"),
)
"""What a sentence can tell: the parts of an answer that are asked for, and two that are not."""

LABELS = ("management", "leadership", "both", "neither")

SPEECH = (
    *("evidence", "question", "announce", "talk", "negation", "chat", "denial", "complaint"),
    *("alternative", "bare", "theory", "private"),
)


@dataclass(frozen=True, slots=True)
class LabelledAct:
    """A sentence with its side, what it tells, and the acts in it: of each the ids of the practices
    that it is in one framework and the other."""

    text: str
    label: str
    acts: tuple[tuple[str, ...], ...]
    tells: tuple[str, ...]
    speech: str


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """A message with what it is, the step that was open, and whether an act is in it."""

    text: str
    step: str
    kind: str
    act: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with the one thing that it asks or says, ``NOTHING`` where that is none."""

    text: str
    label: str


def read_acts(folder: Path, known: frozenset[str], name: str = "acts") -> tuple[LabelledAct, ...]:
    """Return the rows of ``acts.csv``, or of the file of that name. Raises ContentError with every
    mistake.

    Of several practices that a reader could see (``plan|organise``) the first is learned;
    ``plan;inspire`` are two that are both there.
    """
    path = folder / FOLDER / f"{name}.csv"
    problems, rows = list[Problem](), list[LabelledAct]()
    for line, row in _rows(path, ("text", "label", "kotter", "msh", "tells", "speech")):
        halves = [[half.split("|") for half in row[each].split(";")] for each in ("kotter", "msh")]
        tells = tuple(row["tells"].split(";"))
        every = [code for own in halves for half in own for code in half if code != "none"]
        wrong = [code for code in every if code not in known]
        wrong += [each for each in tells if each not in TELLS]
        wrong += [row["label"]] * (row["label"] not in LABELS)
        wrong += [row["speech"]] * (row["speech"] not in SPEECH)
        problems += [_unknown(path, line, each) for each in wrong]
        first = zip_longest(*([half[0] for half in own] for own in halves), fillvalue="none")
        shown = (tuple(code for code in codes if code != "none") for codes in first)
        acts = tuple(each for each in shown if each)
        rows.append(LabelledAct(row["text"], row["label"], acts, tells, row["speech"]))
    if problems:
        raise ContentError(problems)
    return tuple(rows)


def read_clauses(folder: Path, known: frozenset[str]) -> tuple[LabelledAct, ...]:
    """Return the rows of ``clauses.csv``, each a single clause. Raises ContentError as above."""
    return read_acts(folder, known, "clauses")


def read_messages(folder: Path) -> tuple[LabelledMessage, ...]:
    """Return the rows of ``speech.csv``. Raises ContentError with every mistake."""
    path = folder / FOLDER / "speech.csv"
    problems, rows = list[Problem](), list[LabelledMessage]()
    for line, row in _rows(path, ("text", "step", "kind", "act")):
        wrong = [row["kind"]] * (row["kind"] not in KINDS)
        wrong += [row["act"]] * (row["act"] not in ("true", "false"))
        problems += [_unknown(path, line, each) for each in wrong]
        rows.append(LabelledMessage(row["text"], row["step"], row["kind"], row["act"] == "true"))
    if problems:
        raise ContentError(problems)
    return tuple(rows)


def read_questions(folder: Path, known: Collection[str]) -> tuple[Labelled, ...]:
    """Return the rows of ``questions.csv``. Raises ContentError with every mistake.

    ``known`` are the ids of the questions that are answered.
    """
    return _read_labelled(folder / FOLDER / "questions.csv", "asks", known)


def read_sayings(folder: Path) -> tuple[Labelled, ...]:
    """Return the rows of ``sayings.csv``: what is said to the coach that asks it nothing. Raises
    ContentError with every mistake."""
    return _read_labelled(folder / FOLDER / "sayings.csv", "says", KIND_OF)


def _read_labelled(path: Path, column: str, known: Collection[str]) -> tuple[Labelled, ...]:
    problems, rows = list[Problem](), list[Labelled]()
    for line, row in _rows(path, (column, "text")):
        if row[column] not in known and row[column] != NOTHING:
            problems.append(_unknown(path, line, row[column]))
        rows.append(Labelled(row["text"], row[column]))
    if problems:
        raise ContentError(problems)
    return tuple(rows)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [each for each in columns if each not in (reader.fieldnames or ())]
        if missing:
            what = f"the first line has no {', '.join(missing)}; write the columns' names there"
            raise ContentError([Problem(str(path), 1, what)])
        for row in reader:
            if None in row or None in row.values():
                what = 'this row has more or fewer cells than the first line; quote commas with "'
                raise ContentError([Problem(str(path), reader.line_num, what)])
            yield reader.line_num, row


def _unknown(path: Path, line: int, word: str) -> Problem:
    return Problem(str(path), line, f"“{word}” is no label that is known here; see the README")
