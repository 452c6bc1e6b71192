"""Tables of weights learned from labelled texts. Runs on an author's machine only.

Logistic regression over words, pairs and pieces of words, weighed by how rare they are. The order
of rows and features is fixed and the solvers start from nothing, so the same rows lead to the same
bytes. Labels that exclude each other (kinds, practices) are learned against each other; others each
by itself.

A row is labelled as a whole, but a clause is what is read. So after a first round each clause of a
row becomes a row too: of a row that has a label, the clause that shows it best has it, clauses that
surely do not show it have it not, the others say nothing; of a row without it, no clause has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.clauses import clause_words
from bot.analysis.reading.cues import part_cues_of
from bot.analysis.reading.features import of_pairs, of_shape, of_word
from bot.analysis.reading.linear import UNIT, scale
from bot.analysis.reading.words import words_of

WORDS, SHAPE, CLASS = 0.25, 0.25, 1.6
"""How loud words, the shape of a text, and classes of words (beside words) are. Cross-validated."""

OF_WORK = "~do_"
"""How the names of those classes begin."""

LEAST = 15
"""Hundredths of a logit below which a weight is not worth its place in the file."""

ROUNDS = 2
"""How often clauses are labelled anew by what was learned."""

SURELY_NOT, SURELY = 0.2, 0.7
"""How likely a clause must not be, or be, to count without being its row's best."""

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Task:
    """The rows that one table is learned from.

    ``truth`` has a row a text and a column a label: 1, 0, or UNKNOWN where the row does not say.
    ``steps`` are the open steps of messages, None for what is read clause by clause. Of all
    features the ``most`` that weigh most are kept. ``loud`` scales words and shape; with
    ``clauses`` each clause is a row too. The classes of words that tell what was done at work count
    where it is ``of_work`` alone. ``even``: how far labels that exclude each other and have few
    rows are made up for, 0 not at all, 1 until all are as likely; None where each is by itself.
    """

    name: str
    labels: tuple[str, ...]
    texts: Sequence[str]
    truth: Any
    most: int
    strength: float
    steps: Sequence[str] | None = None
    loud: float = 1.0
    clauses: bool = False
    of_work: bool = False
    even: float | None = None


def learn(task: Task) -> str:
    """Return the table of a task, as ``linear.Table.parse`` reads it."""
    if task.clauses:
        task = _with_clauses(task)
    space = _Space.of(task)
    matrix = space.matrix(task.texts, task.steps)
    weights, _ = _fit(matrix, task)
    spread = np.sqrt(np.asarray(matrix.multiply(matrix).mean(axis=0)).ravel())
    order = np.argsort(-np.abs(weights).max(axis=0) * spread, kind="stable")
    kept = np.sort(order[: task.most])
    weights, starts = _fit(matrix[:, kept], task)
    lines = ["\t".join(("", *task.labels)), _line("", starts)]
    for place, column in zip(kept, weights.T, strict=True):
        lines.append(_line(space.names[place], column * space.factors[place]))
    return "\n".join(line for line in lines if line) + "\n"


@dataclass(frozen=True, slots=True)
class _Space:
    """The features that stand in more than one row, and what each is multiplied by."""

    names: list[str]
    factors: list[float]

    @classmethod
    def of(cls, task: Task) -> _Space:
        steps = task.steps
        rows = [_counted(t, steps[n] if steps else None) for n, t in enumerate(task.texts)]
        seen = Counter(name for found, shape in rows for name in (*found, *shape))
        names = sorted(
            name
            for name, times in seen.items()
            if times > 1 and (task.of_work or OF_WORK not in name)
        )
        rare = {name: log((1 + len(rows)) / (1 + seen[name])) + 1 for name in names}
        return cls(names, [_factor(name, rare[name], task.loud) for name in names])

    def matrix(self, texts: Sequence[str], steps: Sequence[str] | None) -> Any:
        place = {name: number for number, name in enumerate(self.names)}
        data, columns, starts = list[float](), list[int](), [0]
        for number, text in enumerate(texts):
            found, shape = _counted(text, steps[number] if steps else None)
            by = scale(found.total())
            values = {name: times * by for name, times in found.items()} | dict(shape)
            known = sorted((place[name], value) for name, value in values.items() if name in place)
            columns += [column for column, _ in known]
            data += [value * self.factors[column] for column, value in known]
            starts.append(len(columns))
        parts = (np.array(data), np.array(columns, np.int32), np.array(starts, np.int32))
        return csr_matrix(parts, shape=(len(texts), len(self.names)))


def _counted(text: str, step: str | None) -> tuple[Counter[str], Counter[str]]:
    if step is not None:  # a message, which is read in one voice
        text = in_one_voice(text)
    words = [each.plain for each in words_of(text)]
    found = Counter(of_pairs(words))
    for word in words:
        found.update(of_word(word))
    shape = part_cues_of(text, words) if step is None else of_shape(text, words, step)
    return found, Counter(shape)


def _factor(name: str, rare: float, loud: float) -> float:
    if name[0] in "#@!":
        return SHAPE * loud
    return WORDS * loud * rare * (CLASS if name[0] == "~" else 1)


def _with_clauses(task: Task) -> Task:
    """Return the task with a row for each clause of the rows that have several."""
    parted = [clause_words(text) for text in task.texts]
    owners = [row for row, each in enumerate(parted) if len(each) > 1 for _ in each]
    clauses = [
        task.texts[row][words[0].start : words[-1].end]
        for row, each in enumerate(parted)
        if len(each) > 1
        for words in each
    ]
    space, wider = _Space.of(task), task
    rows, parts = space.matrix(task.texts, None), space.matrix(clauses, None)
    both = space.matrix([*task.texts, *clauses], None)
    matrix = rows
    for _ in range(ROUNDS):
        weights, starts = _fit(matrix, wider)
        chances = 1 / (1 + np.exp(-(parts @ weights.T + starts)))
        truth = _of_clauses(task.truth, np.array(owners), chances)
        wider = replace(task, texts=[*task.texts, *clauses], truth=np.vstack([task.truth, truth]))
        matrix = both
    return wider


def _of_clauses(truth: Any, owners: Any, chances: Any) -> Any:
    """Return what each clause has, by what its row has and what was learned so far."""
    of_row = truth[owners]
    best = np.full(truth.shape, -1.0)
    np.maximum.at(best, owners, chances)
    shows = (chances >= best[owners]) | (chances >= SURELY)
    of_clause = np.where(shows, 1, np.where(chances < SURELY_NOT, 0, UNKNOWN))
    return np.where(of_row == 1, of_clause, of_row)


def _fit(matrix: Any, task: Task) -> tuple[Any, Any]:
    """Return weights and starts."""
    if task.even is not None:
        labels = task.truth.argmax(axis=1)
        counts = np.bincount(labels, minlength=len(task.labels))
        by = len(labels) / len(counts)
        even = {label: (by / n) ** task.even for label, n in enumerate(counts)}
        model = LogisticRegression(C=task.strength, class_weight=even, max_iter=300, tol=1e-3)
        model.fit(matrix, labels)
        return model.coef_, model.intercept_
    weights, starts = list[Any](), list[float]()
    for number in range(len(task.labels)):
        told = np.flatnonzero(task.truth[:, number] != UNKNOWN)
        model = LogisticRegression(
            C=task.strength, class_weight="balanced", solver="liblinear", max_iter=500
        )
        model.fit(matrix[told], task.truth[told, number])
        weights.append(model.coef_[0])
        starts.append(float(model.intercept_[0]))
    return np.array(weights), np.array(starts)


def _line(feature: str, values: Any) -> str:
    """Return a feature with its weights, or nothing where all are next to none."""
    cells = [round(float(value) * UNIT) for value in values]
    if feature:
        cells = [0 if abs(cell) < LEAST else cell for cell in cells]
        if not any(cells):
            return ""
    return "\t".join((feature, *(str(cell) if cell else "" for cell in cells))).rstrip("\t")
