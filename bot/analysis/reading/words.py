"""The words of a text, each with its place there: what all that reads an answer begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from operator import itemgetter, methodcaller
from typing import NamedTuple

from bot.analysis.letters import small, small_pieces
from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")


_SPAN, _START, _END = methodcaller("span"), itemgetter(0), itemgetter(1)
_MADE = tuple.__new__
"""Makes a word without the call between that takes as long as all else: there are many."""


class Word(NamedTuple):
    """A word of a text in small letters, and its span there."""

    plain: str
    start: int
    end: int


@lru_cache(maxsize=16)  # all that reads a message begins with them, and nothing else is kept
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in their order."""
    spans = [*map(_SPAN, _WORD.finditer(text))]
    found = zip(small_pieces(text, spans), map(_START, spans), map(_END, spans), strict=True)
    return tuple(map(_MADE, repeat(Word), found))


@lru_cache(maxsize=16)  # the same texts
def heard_words(text: str) -> Sequence[str]:
    """Return the words of a text as they are in one voice."""
    return tuple([word.plain for word in words_of(in_one_voice(text))])


@lru_cache(maxsize=4)  # whoever looks for an order begins with it
def plain_text(text: str) -> str:
    """Return a text in small letters, on one line, with plain apostrophes."""
    return " ".join(small(text).split())


@lru_cache(maxsize=4)  # the same
def heard_text(text: str) -> str:
    """Return the same of a text in one voice: “a dinnae” is “i don't”."""
    return plain_text(in_one_voice(text))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with blanks in the place of some of its pieces: each word stands where it
    stood."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
