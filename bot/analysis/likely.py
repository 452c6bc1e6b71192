"""What a text likely is by a learned table whose labels exclude each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.features import of_shape
from bot.analysis.reading.linear import Table, softmax
from bot.analysis.reading.words import words_of
from bot.content.models.sayings import NOTHING

MOST_KEPT = 64
"""Texts of which it is remembered what they likely are: a turn asks several times."""


class Likely:
    """The chances of the labels that are ``known``, and of ``NOTHING``, for texts."""

    def __init__(self, table: Table, known: Collection[str]) -> None:
        self._table = table
        self._places = [
            (at, each) for at, each in enumerate(table.labels) if each in known or each == NOTHING
        ]
        self.chances_of = lru_cache(maxsize=MOST_KEPT)(self._chances_of)

    def _chances_of(self, text: str) -> Mapping[str, float]:
        chances = softmax(self._table.score(*_words_and_shape(text)))
        return {each: chances[at] for at, each in self._places}

    def best_of(self, text: str) -> tuple[str, float]:
        """Return what a text most likely is, and how likely from 0 to 1."""
        chances = self.chances_of(text)
        best = max(chances, key=chances.__getitem__)
        return best, chances[best]

    def near(self, text: str, most: int, least: float) -> list[str]:
        """Return what a text may be, the likeliest first: at ``least`` so likely."""
        found = sorted((-each, name) for name, each in self.chances_of(text).items())
        return [name for chance, name in found if name != NOTHING and -chance >= least][:most]


@lru_cache(maxsize=4)  # several tables are asked of the same text
def _words_and_shape(text: str) -> tuple[Sequence[str], Sequence[str]]:
    heard = in_one_voice(text)
    words = [each.plain for each in words_of(heard)]
    return words, of_shape(heard, words, "")
