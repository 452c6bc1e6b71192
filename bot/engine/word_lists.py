"""Where the words of an author stand in a text: “hand*” is each that begins so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from bot.analysis.letters import small_pieces
from bot.content.models.listening_lines import ForWords, LinesForWords

E = TypeVar("E", ForWords, LinesForWords)

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def first_for(entries: Iterable[E], text: str) -> tuple[E, str] | None:
    """Return the entry whose word comes first in a text, and that word as it was typed, or None.

    Of two that begin at one place the longer wins.
    """
    spans, tokens, padded = _words_of(text)
    best: tuple[tuple[int, int], E] | None = None
    for entry in entries:
        place = _first_of(entry.words, tokens, padded)
        if place and (best is None or place < best[0]):
            best = place, entry
    if best is None:
        return None
    (at, size), entry = best
    return entry, text[spans[at][0] : spans[at - size - 1][1]]


def has_word(words: tuple[str, ...], text: str) -> bool:
    """Return whether one of the words of an author stands in a text."""
    return _first_of(words, *_words_of(text)[1:]) is not None


def fits_in(entry: LinesForWords, text: str) -> bool:
    """Return whether one of the words of an entry stands in a text, and none of its ``unless``."""
    return has_word(entry.words, text) and not (entry.unless and has_word(entry.unless, text))


def _first_of(words: tuple[str, ...], tokens: Sequence[str], padded: str) -> tuple[int, int] | None:
    """Return which of the words of a text one of an author's begins at, and its size, negative so
    that the longer of two at one place is the lesser; None for none."""
    best: tuple[int, int] | None = None
    for word, begun in _begun(words):
        if begun not in padded:  # most are not there, a star or the last letter aside
            continue
        size = word.count(" ") + 1
        for at in range(len(tokens) - size + 1):
            if _is_word(word, " ".join(tokens[at : at + size])):
                best = min(best or (at, -size), (at, -size))
                break
    return best


@lru_cache(maxsize=512)  # the lists of the authors, the same for all learners
def _begun(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return words, each with how it begins behind another word."""
    return tuple((word, f" {word[:-1]}") for word in words)


@lru_cache(maxsize=4)  # a clause is held against every entry of a list, one by one
def _words_of(text: str) -> tuple[list[tuple[int, int]], list[str], str]:
    """Return the spans of the words of a text, the words in small letters, and all as one."""
    spans = [token.span() for token in _TOKEN.finditer(text)]
    tokens = small_pieces(text, spans)
    return spans, tokens, f" {' '.join(tokens)} "


def _is_word(word: str, typed: str) -> bool:
    return typed.startswith(word[:-1]) if word.endswith("*") else typed == word
