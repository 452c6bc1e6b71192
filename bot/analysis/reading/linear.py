"""A table of weights, read from a text file and scored in plain Python.

A table is lines of tab-separated values: the first names the labels, the second holds how far each
label starts from even, and each further line is a feature with its weight for each label (an empty
cell is 0). Weights are whole hundredths of a logit. ``coach learn`` writes them; nothing here
learns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp, log

from bot.analysis.reading.features import of_pairs, of_word, scale

UNIT = 100
"""What is written for 1."""

MOST_WORDS_KEPT = 20_000
"""Words whose sums are remembered. Beyond that the memory starts anew."""

Sums = list[float]


def chance(logit_of_it: float) -> float:
    """Return the chance between 0 and 1 that a logit stands for."""
    return 1 / (1 + exp(-min(30.0, max(-30.0, logit_of_it))))


def logit(likely: float) -> float:
    """Return the logit of a chance between 0 and 1."""
    return log(likely / (1 - likely))


@dataclass(frozen=True)
class Table:
    """The weights of some labels, ready to score."""

    labels: tuple[str, ...]
    start: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    _kept: dict[str, tuple[Sums, int]] = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, text: str) -> Table:
        """Read a table. Raises ValueError that names the line which is none."""
        lines = text.splitlines()
        labels = tuple(lines[0].split("\t")[1:])
        weights = dict[str, tuple[float, ...]]()
        for number, line in enumerate(lines[1:], 2):
            feature, *cells = line.split("\t")
            if len(cells) > len(labels):
                raise ValueError(f"line {number}: {len(cells)} weights for {len(labels)} labels")
            cells += [""] * (len(labels) - len(cells))
            weights[feature] = tuple(int(cell) / UNIT if cell else 0.0 for cell in cells)
        return cls(labels, weights.pop(""), weights)

    @cached_property
    def _nothing(self) -> Sums:
        return [0.0] * len(self.labels)

    def _of_word(self, word: str) -> tuple[Sums, int]:
        """Return the sums of a word with its pieces, and how many features those are."""
        known = self._kept.get(word)
        if known is None:
            features = of_word(word)
            known = self._sum(features), len(features)
            if len(self._kept) >= MOST_WORDS_KEPT:
                self._kept.clear()
            self._kept[word] = known
        return known

    def _sum(self, features: Iterable[str]) -> Sums:
        weights = self.weights
        rows = [row for each in features if (row := weights.get(each))]
        return list(map(sum, zip(*rows, strict=True))) if rows else self._nothing

    def score(self, words: Sequence[str], shape: Sequence[str] = ()) -> Sums:
        """Return the logit of each label for a text of these words."""
        pairs = of_pairs(words)
        parts, count = [self._sum(pairs)], len(pairs)
        for word in words:
            sums, features = self._of_word(word)
            parts.append(sums)
            count += features
        by = scale(count)
        extra = self._sum(shape) if shape else self._nothing
        together = map(sum, zip(*parts, strict=True))
        return [
            start + by * value + more
            for start, value, more in zip(self.start, together, extra, strict=True)
        ]

    def scores(self, words: Sequence[str], shape: Sequence[str] = ()) -> dict[str, float]:
        """Return the logit of each label by its name."""
        return dict(zip(self.labels, self.score(words, shape), strict=True))

    def chances(self, words: Sequence[str], shape: Sequence[str] = ()) -> dict[str, float]:
        """Return how likely each label is, each by itself, from 0 to 1."""
        return {
            label: chance(value)
            for label, value in zip(self.labels, self.score(words, shape), strict=True)
        }
