"""Noticing which practices somebody writes about, from sentences that an author has sorted.

The idea: a sentence is its stemmed words and the pairs of neighbours among them. Each practice has
a centroid, the mean of its sentences weighed by TF-IDF. How near a learner's sentence is to a
practice is its likeness to the centroid, and half of that to the nearest sentences. What is not
clearly nearest is not noticed: a wrong noticing costs more trust than a missing one. No model, no
network; whoever edits ``frameworks/sentences.yaml`` can see why.
Measured by ``tests/bench/noticing.py``.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from bot.analysis.tokens import WORD, Index, Vector, frequencies, stems, unit, word_set, words

LEAST, LEAD = 0.26, 0.02
"""How near a practice must be, and how much nearer than the next one of its framework. Set by
cross-validation on the sorted sentences and the dev half of ``analysis/data/noticing.csv``."""

NEIGHBOURS = 3
"""The sentences of a practice that are looked at."""

LONG = 45
"""Words from which on a text is looked at in pieces of neighbouring sentences."""

CUE = 14
"""The most words that are shown back: a clause, or the part of a long one that weighs most."""

_LITTLE = word_set(
    "a an the of to in on at for from with and or but that which so my our their his her its is "
    "was were by as into not if when i we it"
)
"""Words on which nothing that is shown back should end."""

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")

_THEORY = re.compile(
    r"\b(?:kotter|theory|theories|textbook|according to|definition)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that an author has sorted: the ids of its practices, none for *nothing here*."""

    text: str
    practices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """One practice in a text. ``start`` and ``end`` span the learner's words that weighed most."""

    practice: str
    start: int
    end: int
    weight: float


class Noticer(Protocol):
    """The port: a better noticer can stand here later."""

    def notice(self, text: str) -> tuple[Noticed, ...]:
        """Return the practices that are surely there, each once, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Token:
    stem: str
    start: int
    end: int
    opens: bool
    """Whether a clause begins here."""


@dataclass(frozen=True, slots=True)
class _Learned:
    """``index`` holds the centroids by the id of a practice, and the sentences by their number.
    ``sorted_as`` are the practices of each sentence."""

    rarity: Vector
    centroids: dict[str, Vector]
    index: Index[str | int]
    sorted_as: list[tuple[str, ...]]


class CentroidNoticer:
    """Learned from sorted sentences, at its first use.

    The sentences of *nothing here* have no words in common, so they have no centroid: a text is
    held to be nothing when one of them is nearer than the practice.
    """

    def __init__(self, examples: Sequence[Example], rivals: Sequence[frozenset[str]]) -> None:
        """``rivals`` are the practices of each framework, among which one must be the nearest.

        Nothing is learned yet: most conversations of a moment do not need it.
        """
        self._examples, self._rivals = examples, rivals

    @cached_property
    def _learned(self) -> _Learned:
        tokens = [_tokens(each.text) for each in self._examples]
        total, seen = len(tokens), frequencies(map(_features, tokens))
        rarity = {name: math.log((1 + total) / (1 + n)) + 1 for name, n in seen.items()}
        vectors = [_vector(each, rarity) for each in tokens]
        sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for example, vector in zip(self._examples, vectors, strict=True):
            for practice in example.practices:
                for name, value in vector.items():
                    sums[practice][name] += value
        centroids = {practice: unit(each) for practice, each in sums.items()}
        index = Index[str | int]([*enumerate(vectors), *centroids.items()])
        return _Learned(rarity, centroids, index, [each.practices for each in self._examples])

    def notice(self, text: str) -> tuple[Noticed, ...]:
        """Return the practices that are surely there, each once, the nearest first."""
        best = dict[str, Noticed]()
        for piece in _pieces(text):
            for each in self._in_piece(piece):
                if each.practice not in best or best[each.practice].weight < each.weight:
                    best[each.practice] = each
        return tuple(sorted(best.values(), key=lambda each: -each.weight))

    def _in_piece(self, tokens: Sequence[_Token]) -> Iterator[Noticed]:
        learned = self._learned
        vector = _vector(tokens, learned.rarity)
        near, nothing = self._near(vector)
        for rivals in self._rivals:
            ranked = sorted((each for each in near if each in rivals), key=lambda each: -near[each])
            for place, each in enumerate(ranked[:1]):
                following = near[ranked[place + 1]] if len(ranked) > place + 1 else 0.0
                if near[each] >= max(LEAST, nothing, following + LEAD):
                    start, end = _cue(tokens, vector, learned.centroids[each])
                    yield Noticed(each, start, end, near[each])

    def _near(self, vector: Vector) -> tuple[dict[str, float], float]:
        """How near each practice is, and the nearest sentence of nothing."""
        learned = self._learned
        alike = learned.index.nearness(vector)
        near = {who: value for who, value in alike.items() if isinstance(who, str)}
        nothing, counted = 0.0, Counter[str]()
        sentences = ((value, who) for who, value in alike.items() if isinstance(who, int))
        for value, number in sorted(sentences, reverse=True):
            practices = learned.sorted_as[number]
            nothing = nothing if practices else max(nothing, value)
            for practice in practices:
                counted[practice] += 1
                if counted[practice] <= NEIGHBOURS:
                    near[practice] += value / NEIGHBOURS / 2
        return near, nothing


def _pieces(text: str) -> Iterator[list[_Token]]:
    """A short text whole, a long one two neighbouring sentences at a time.

    Questions and what is quoted from theory tell of no act.
    """
    told = [
        found
        for found in _SENTENCE.finditer(text)
        if not found[0].rstrip().endswith("?") and not _THEORY.search(found[0])
    ]
    sentences = [_tokens(text, found.start(), found.end()) for found in told]
    if sum(map(len, sentences)) <= LONG:
        yield [token for each in sentences for token in each]
        return
    for one, other in pairwise(sentences):
        yield [*one, *other]


def _tokens(text: str, start: int = 0, end: int | None = None) -> list[_Token]:
    end = len(text) if end is None else end
    found = WORD.finditer(text, start, end)
    tokens = list[_Token]()
    for stem, each in zip(stems(words(text[start:end])), found, strict=True):
        before = text[tokens[-1].end : each.start()] if tokens else "."
        opens = any(mark in ",.;:!?…\n–—" for mark in before)
        tokens.append(_Token(stem, each.start(), each.end(), opens))
    return tokens


def _features(tokens: Sequence[_Token]) -> Counter[str]:
    of_one = [token.stem for token in tokens]
    return Counter([*of_one, *(f"{a} {b}" for a, b in pairwise(of_one))])


def _vector(tokens: Sequence[_Token], rarity: Vector) -> Vector:
    counts = _features(tokens)
    return unit(
        {name: (1 + math.log(n)) * rarity[name] for name, n in counts.items() if name in rarity}
    )


def _cue(tokens: Sequence[_Token], vector: Vector, centroid: Vector) -> tuple[int, int]:
    """The span of the clause that weighs most for a practice, or of the heaviest part of it."""

    def weight(name: str) -> float:
        return vector.get(name, 0.0) * centroid.get(name, 0.0)

    weights = [weight(token.stem) for token in tokens]
    for place, (one, other) in enumerate(pairwise(tokens)):
        weights[place] += weight(f"{one.stem} {other.stem}")
    begins = [place for place, token in enumerate(tokens) if token.opens or not place]
    clauses = pairwise([*begins, len(tokens)])
    first, last = max(clauses, key=lambda clause: sum(weights[slice(*clause)]))
    starts = range(first, max(first, last - CUE) + 1)
    first = max(starts, key=lambda start: sum(weights[start : start + CUE]))
    end = min(first + CUE, last)
    while end - first > 1 and tokens[end - 1].stem in _LITTLE:
        end -= 1
    return tokens[first].start, tokens[end - 1].end
