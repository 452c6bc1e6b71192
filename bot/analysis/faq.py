"""The answer that an author wrote to the question nearest to a typed one."""

from __future__ import annotations

import difflib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.analysis.plain_spelling import to_sentences

NEAR, STRANGE = 0.5, 3.0
"""How near a way of asking must be, from 0 to 1, and the weight of a word that is in none. A wrong
answer is worse than none: “what time is it” must not be told about deadlines."""


@dataclass(frozen=True, slots=True)
class QA:
    """A question that learners ask, in the ways that they ask it."""

    id: str
    asks: tuple[str, ...]


def best_answer(text: str, known: Sequence[QA]) -> str | None:
    """The id of the question whose ways of asking are nearest, None when nothing is near.

    Near is meant by stems, the rarer the weightier, and a letter wrong is forgiven.
    """
    index = _index(tuple(known))
    asked = index.weights(text)
    best, nearest = None, NEAR * math.hypot(*asked.values())
    for id_, ask, length in index.asks:
        common = sum(weight * ask.get(stem, 0.0) for stem, weight in asked.items())
        if common and (near := common / length) > nearest:
            best, nearest = id_, near
    return best


@dataclass(frozen=True, slots=True)
class _Index:
    """Every way of asking as weighted stems, with its length. ``rarity`` weighs a stem."""

    rarity: Mapping[str, float]
    asks: tuple[tuple[str, Mapping[str, float], float], ...]

    def weights(self, text: str) -> dict[str, float]:
        """The stems of a text with their weights; a misspelt one is what it is meant for."""
        return {stem: self.rarity.get(stem, STRANGE) for stem in map(self._known, _stems(text))}

    def _known(self, stem: str) -> str:
        if stem in self.rarity or len(stem) < 5:
            return stem
        return next(iter(difflib.get_close_matches(stem, self.rarity, 1, 0.8)), stem)


@lru_cache(maxsize=8)
def _index(known: tuple[QA, ...]) -> _Index:
    asks = [(qa.id, _stems(ask)) for qa in known for ask in qa.asks]
    found = Counter(stem for _, stem in {(id_, stem) for id_, stems in asks for stem in stems})
    rarity = {stem: math.log(1 + len(known) / count) for stem, count in found.items()}
    weighted = [(id_, {stem: rarity[stem] for stem in stems}) for id_, stems in asks]
    return _Index(rarity, tuple((id_, each, math.hypot(*each.values())) for id_, each in weighted))


def _stems(text: str) -> frozenset[str]:
    words = frozenset(word for sentence, _ in to_sentences(text) for word in sentence.split())
    return frozenset(map(_stem, words - {","}))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer  # noqa: PLC0415 - few messages are questions

    return snowballstemmer.stemmer("english")
