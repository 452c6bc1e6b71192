"""Tables of weights as they ship, and what a text scores by them.

A table is text: the first line names its labels, the second, whose feature is empty, has what each
label starts from even, and each further line is a feature with its weight for each label (an empty
cell is 0). Weights are whole hundredths of a logit. ``coach learn`` writes them; nothing here
learns.

Weights are packed into whole numbers, so that a text is weighed for several tables at once: a row
has a lane of 32 bits for each weight. A feature is then looked up once for all tables, and one
addition adds all its weights; a sum is exact, in whatever order it is made.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, log, sqrt
from threading import Lock

from bot.analysis.patterns import lazy
from bot.analysis.reading.features import classes_of, of_pair_of_classes, of_word

UNIT = 100
"""The whole number that stands for 1 in a table of weights."""

LANE = 32
"""Bits of a lane: sums of some hundred thousand features fit, which no message has."""

MOST_WORDS_KEPT, MOST_PAIRS_KEPT = 8_000, 4_096
"""Words, and pairs of neighbours, whose rows are remembered. Beyond that a memory starts anew."""

MOST_TEXTS_KEPT = 16
"""Texts whose sum is remembered: those of a turn."""

Row = tuple[int, int]
"""The packed weights of some features, and how many features those are."""


def chance(logit_of_it: float) -> float:
    """Return the chance between 0 and 1 that a logit stands for."""
    return 1 / (1 + exp(-min(30.0, max(-30.0, logit_of_it))))


def logit(likely: float) -> float:
    """Return the logit of a chance between 0 and 1."""
    return log(likely / (1 - likely))


def chances(logits: Iterable[float]) -> list[float]:
    """Return the chance of each of some logits."""
    return [1 / (1 + exp(-each)) if -30 < each < 30 else chance(each) for each in logits]


def softmax(logits: Sequence[float]) -> list[float]:
    """Return the chance of each of some labels that exclude each other."""
    most = max(logits)
    parts = [exp(each - most) for each in logits]
    total = sum(parts)
    return [each / total for each in parts]


def log_softmax(logits: Sequence[float]) -> list[float]:
    """Return the logarithm of each of these chances."""
    most = max(logits)
    total = most + log(sum([exp(each - most) for each in logits]))
    return [each - total for each in logits]


def scale(features: int) -> float:
    """Return by what the features of a text are weighed, so that long texts are not louder."""
    return 1 / sqrt(features or 1)


def packed(weights: Iterable[int]) -> int:
    """Return weights as one number, the first in the lowest lane."""
    return sum([weight << (LANE * lane) for lane, weight in enumerate(weights) if weight])


@dataclass(frozen=True, slots=True)
class Lanes:
    """Some lanes of a row, ready to be read: ``first`` is the lowest, ``count`` how many."""

    first: int
    count: int
    _signs: int = field(init=False, repr=False)
    _mask: int = field(init=False, repr=False)
    _struct: struct.Struct = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # A negative weight borrows from the lane above: with the sign bits added it cannot.
        signs = packed([1 << (LANE - 1)] * (self.first + self.count))
        object.__setattr__(self, "_signs", signs)
        object.__setattr__(self, "_mask", (1 << LANE * self.count) - 1)
        object.__setattr__(self, "_struct", struct.Struct(f"<{self.count}i"))

    def of(self, row: int) -> Sequence[int]:
        """Return the weights in these lanes of a row, or of a sum of rows."""
        bits = ((row + self._signs) ^ self._signs) >> (LANE * self.first) & self._mask
        return self._struct.unpack(bits.to_bytes(self._struct.size, "little"))


@dataclass(slots=True)
class Rows:
    """The rows of all features of some tables, and those of words and pairs that were met. A row is
    packed when a text first has its feature: to pack all takes longer than one should wait."""

    weights: dict[str, int] = field(default_factory=dict)
    _typed: dict[str, list[tuple[int, str]]] = field(default_factory=dict, repr=False)
    """The weights of features that no text had yet, as they stand in a table, by the first lane."""
    _lock: Lock = field(default_factory=Lock, repr=False)
    _words: dict[str, tuple[int, int, int]] = field(default_factory=dict, repr=False)
    _pairs: dict[tuple[str, str], Row] = field(default_factory=dict, repr=False)
    _texts: dict[tuple[str, ...], Row] = field(default_factory=dict, repr=False)
    _classes: dict[tuple[int, int], Row] = field(default_factory=dict, repr=False)
    _numbers: dict[Sequence[str], int] = field(default_factory=dict, repr=False)

    def add(self, feature: str, typed: str, first: int) -> None:
        """Take up the weights of a feature as a table has them, from lane ``first`` on."""
        self._typed.setdefault(feature, []).append((first, typed))

    def of(self, features: Collection[str]) -> int:
        """Return the sum of the rows of some features."""
        if not self._typed.keys().isdisjoint(features):
            self._pack(features)
        return sum(filter(None, map(self.weights.get, features)))

    def named(self, head: str) -> list[int]:
        """Return the rows of all features that begin so."""
        self._pack([each for each in self._typed if each.startswith(head)])
        return [row for name, row in self.weights.items() if name.startswith(head)]

    def _pack(self, features: Iterable[str]) -> None:
        with self._lock:  # another thread may have the same feature in its text
            for each in features:
                for first, typed in self._typed.get(each, ()):
                    cells = [int(cell) if cell else 0 for cell in typed.split("\t")]
                    row = packed(cells) << (LANE * first)
                    self.weights[each] = self.weights.get(each, 0) + row
                self._typed.pop(each, None)

    def of_words(self, words: Sequence[str]) -> Row:
        """Return the sum of the rows of words, their pieces and their pairs.

        A message of one clause is weighed by several tables, and its words are summed once.
        """
        texts, text = self._texts, tuple(words)
        if (found := texts.get(text)) is None:
            total = count = 0
            known = self._pairs
            for pair in pairwise(("^", *text, "$")):
                row, features = known.get(pair) or self._of_pair(*pair)
                total += row
                count += features
            if len(texts) >= MOST_TEXTS_KEPT:
                texts.clear()
            found = texts[text] = total, count
        return found

    def of_runs(self, words: Sequence[str]) -> Runs:
        """Return words of which any run can be weighed as quickly as any other."""
        total, count, known = 0, 0, self._pairs
        sums = [(0, 0)]
        for pair in pairwise(words):
            row, features = known.get(pair) or self._of_pair(*pair)
            total += row
            count += features
            sums.append((total, count))
        return Runs(self, words, sums)

    def of_pair(self, one: str, other: str) -> Row:
        """Return the row of a pair of neighbours with that of its second word."""
        return self._pairs.get((one, other)) or self._of_pair(one, other)

    def _of_pair(self, one: str, other: str) -> Row:
        """Return the row of a pair of neighbours with that of its second word."""
        words = self._words
        of_one = (words.get(one) or self._of_word(one))[2]
        more, many, of_other = words.get(other) or self._of_word(other)
        row, count = self._classes.get((of_one, of_other)) or self._of_classes(of_one, of_other)
        row, count = row + self.of((f"{one} {other}",)), count + 1
        if other != "$":
            row, count = row + more, count + many
        if len(self._pairs) >= MOST_PAIRS_KEPT:
            self._pairs.clear()
        self._pairs[one, other] = row, count
        return row, count

    def _of_classes(self, of_one: int, of_other: int) -> Row:
        """Return the row of what two neighbours are: most new pairs are of classes met before."""
        every = [*self._numbers]
        features = of_pair_of_classes(every[of_one], every[of_other])
        if len(self._classes) >= MOST_PAIRS_KEPT:
            self._classes.clear()
        found = self._classes[of_one, of_other] = self.of(features), len(features)
        return found

    def _of_word(self, word: str) -> tuple[int, int, int]:
        """Return the row of a word, and the number of its classes: there are some hundred."""
        features, classes = of_word(word), classes_of(word)
        number = self._numbers.setdefault(classes, len(self._numbers))
        if len(self._words) >= MOST_WORDS_KEPT:
            self._words.clear()
        found = self._words[word] = self.of(features), len(features), number
        return found


@dataclass(frozen=True, slots=True)
class Runs:
    """Words, with the sum of the rows of their pairs from the first word up to each."""

    rows: Rows
    words: Sequence[str]
    sums: Sequence[Row]

    def of(self, begin: int, end: int) -> Row:
        """Return the row of a run of words as if it stood alone."""
        if begin == end:
            return self.rows.of_words(())
        first, last = self.rows.of_pair("^", self.words[begin]), self.sums[end - 1]
        none, end_of_it = self.sums[begin], self.rows.of_pair(self.words[end - 1], "$")
        return (
            first[0] + last[0] - none[0] + end_of_it[0],
            first[1] + last[1] - none[1] + end_of_it[1],
        )


_LINE = lazy(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of some labels, ready to score: lanes of rows that several tables share."""

    labels: tuple[str, ...]
    start: int
    lanes: Lanes
    rows: Rows
    starts: Sequence[int]
    """What each label starts from even."""

    @classmethod
    def parse(cls, text: str) -> Table:
        """Read a table by itself. Raises ValueError that names the line which is none."""
        return cls.parse_all([("", text)])[""]

    @classmethod
    def parse_all(cls, texts: Iterable[tuple[str, str]]) -> dict[str, Table]:
        """Read tables by their names, one after the other: features of a text are made once for all
        of them.

        Raises ValueError that names the line which is none.
        """
        rows, first, tables = Rows(), 0, dict[str, Table]()
        for name, text in texts:
            tables[name] = cls._read(text, rows, first)
            first += len(tables[name].labels)
        return tables

    @classmethod
    def _read(cls, text: str, rows: Rows, first: int) -> Table:
        lines = _LINE.finditer(text)  # one at a time: all of them take as much as the table
        labels = tuple(next(lines)[0].split("\t")[1:])
        for number, line in enumerate(lines, 2):
            feature, _, cells = line[0].partition("\t")
            if (count := cells.count("\t") + 1) > len(labels):
                raise ValueError(f"line {number}: {count} weights for {len(labels)} labels")
            rows.add(feature, cells, first)
        start, lanes = rows.of(("",)), Lanes(first, len(labels))
        return cls(labels, start, lanes, rows, lanes.of(start))

    def score(self, words: Sequence[str], shape: Sequence[str] = ()) -> list[float]:
        """Return the logit of each label for a text of these words."""
        return self.score_row(self.rows.of_words(words), shape)

    def score_row(self, row: Row, shape: Sequence[str] = ()) -> list[float]:
        """Return the same for words whose rows are summed already."""
        known = self.lanes.of(self.start + self.rows.of(shape)) if shape else self.starts
        weights, by = self.lanes.of(row[0]), 1 / sqrt(row[1] or 1)
        return [(start + by * each) / UNIT for start, each in zip(known, weights, strict=True)]

    def scores(self, words: Sequence[str], shape: Sequence[str] = ()) -> dict[str, float]:
        """Return the logit of each label by its name."""
        return self.scores_of_row(self.rows.of_words(words), shape)

    def scores_of_row(self, row: Row, shape: Sequence[str] = ()) -> dict[str, float]:
        """Return the same for words whose rows are summed already."""
        return dict(zip(self.labels, self.score_row(row, shape), strict=True))

    def most_by(self, label: str, head: str) -> float:
        """Return the most that features which begin so can add to the logit of a label."""
        place = self.labels.index(label)
        rows = self.rows.named(head)
        return sum(max(0, self.lanes.of(each)[place]) for each in rows) / UNIT

    def chances(self, words: Sequence[str], shape: Sequence[str] = ()) -> dict[str, float]:
        """Return how likely each label is, each by itself, from 0 to 1."""
        return dict(zip(self.labels, chances(self.score(words, shape)), strict=True))
