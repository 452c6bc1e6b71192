"""Tables of weights as they ship, and what a text scores by them.

A table is text: the first line names its labels, the second, whose feature is empty, has what each
label starts from even, and each further line is a feature with its weight for each label (an empty
cell is 0). Weights are whole hundredths of a logit. ``coach learn`` writes them; nothing here
learns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from bot.analysis.reading.features import scale
from bot.analysis.reading.packed import Lanes, Rows

UNIT = 100
"""What is written for 1."""


def chance(logit_of_it: float) -> float:
    """Return the chance between 0 and 1 that a logit stands for."""
    return 1 / (1 + exp(-min(30.0, max(-30.0, logit_of_it))))


def logit(likely: float) -> float:
    """Return the logit of a chance between 0 and 1."""
    return log(likely / (1 - likely))


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of some labels, ready to score: lanes of rows that several tables share."""

    labels: tuple[str, ...]
    start: int
    lanes: Lanes
    rows: Rows

    @classmethod
    def parse(cls, text: str) -> Table:
        """Read a table by itself. Raises ValueError that names the line which is none."""
        return cls.parse_all({"": text})[""]

    @classmethod
    def parse_all(cls, texts: Mapping[str, str]) -> dict[str, Table]:
        """Read tables by their names: features of a text are made once for all of them.

        Raises ValueError that names the line which is none.
        """
        rows, first, tables = Rows(), 0, dict[str, Table]()
        for name, text in texts.items():
            tables[name] = cls._read(text, rows, first)
            first += len(tables[name].labels)
        return tables

    @classmethod
    def _read(cls, text: str, rows: Rows, first: int) -> Table:
        lines = text.splitlines()
        labels = tuple(lines[0].split("\t")[1:])
        for number, line in enumerate(lines[1:], 2):
            feature, *cells = line.split("\t")
            if len(cells) > len(labels):
                raise ValueError(f"line {number}: {len(cells)} weights for {len(labels)} labels")
            rows.add(feature, [int(cell) if cell else 0 for cell in cells], first)
        return cls(labels, rows.weights[""], Lanes(first, len(labels)), rows)

    def score(self, words: Sequence[str], shape: Sequence[str] = ()) -> list[float]:
        """Return the logit of each label for a text of these words."""
        known, weights, count = self.rows.weigh(words, shape, self.lanes, self.start)
        by = scale(count)
        return [(start + by * each) / UNIT for start, each in zip(known, weights, strict=True)]

    def scores(self, words: Sequence[str], shape: Sequence[str] = ()) -> dict[str, float]:
        """Return the logit of each label by its name."""
        return dict(zip(self.labels, self.score(words, shape), strict=True))

    def chances(self, words: Sequence[str], shape: Sequence[str] = ()) -> dict[str, float]:
        """Return how likely each label is, each by itself, from 0 to 1."""
        return dict(zip(self.labels, map(chance, self.score(words, shape)), strict=True))
