"""Which pieces of text are meant by a few words of them, nearly as they are spelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from bot.analysis.reading.words import words_of

STEM = 4
"""Letters at the beginning that make two words one: *party* and *parties*."""


def best_of(pieces: Sequence[str], about: Iterable[str]) -> list[int]:
    """Return the places of the pieces that hold most of the words, rather as they are than others
    of their stem; none where half are missing."""
    spelt = set(_as_spelt(pieces, about))
    wanted = {_stem(each) for each in spelt}
    told = [{word.plain for word in words_of(each)} for each in pieces]
    scores = [(len(wanted & set(map(_stem, each))), len(spelt & each)) for each in told]
    most = max(scores, default=(0, 0))
    if most[0] * 2 < len(wanted) or not most[0]:
        return []
    return [place for place, score in enumerate(scores) if score == most]


def _as_spelt(pieces: Sequence[str], about: Iterable[str]) -> list[str]:
    """Return words as they stand in pieces, where they are misspelt: *brusies* for *bruises*."""
    known = {word.plain for each in pieces for word in words_of(each)}
    stems = {_stem(each) for each in known}
    return [
        each
        if _stem(each) in stems
        else next(iter(get_close_matches(each, known, 1, NEARLY)), each)
        for each in about
    ]


NEARLY = 0.7
"""How like two words must be, of 1, to be one that is misspelt."""


def any_of(pieces: Sequence[str], about: Iterable[str]) -> list[int]:
    """Return the places of the pieces that hold one of the words: “the card and the round”."""
    wanted = {_stem(each) for each in about}
    stems = [{_stem(word.plain) for word in words_of(each)} for each in pieces]
    return [place for place, mine in enumerate(stems) if wanted & mine]


def _stem(word: str) -> str:
    return word[:STEM] if len(word) > STEM else word.rstrip("s")
