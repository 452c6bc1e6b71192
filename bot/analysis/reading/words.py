"""The words of a text, each with its place there: what all that reads an answer begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")


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
    spans = [found.span() for found in _WORD.finditer(text)]
    if text.isascii():
        small = text.lower()
        return tuple([_MADE(Word, (small[start:end], start, end)) for start, end in spans])
    return tuple(
        [Word(text[start:end].casefold().replace("’", "'"), start, end) for start, end in spans]
    )


@lru_cache(maxsize=16)  # the same texts
def heard_words(text: str) -> Sequence[str]:
    """Return the words of a text as they are in one voice."""
    return tuple([word.plain for word in words_of(in_one_voice(text))])


@lru_cache(maxsize=4)  # whoever looks for an order begins with it
def plain_text(text: str) -> str:
    """Return a text in small letters, on one line, with plain apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


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
