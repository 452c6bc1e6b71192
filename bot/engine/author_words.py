"""Words of an author's lists, found in what somebody typed; ``hand*`` is each that begins so."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    spans, padded = _words_of(text)
    best: tuple[tuple[int, int], E] | None = None
    for entry in entries:
        if found := _any_of(entry.words).search(padded):
            place = padded.count(" ", 0, found.start()), -found[0].count(" ")
            if best is None or place < best[0]:
                best = place, entry
    if best is None:
        return None
    (at, size), entry = best
    return entry, text[spans[at][0] : spans[at - size - 1][1]]


def has_word(words: tuple[str, ...], text: str) -> bool:
    """Return whether one of an author's words stands in a text."""
    return _any_of(words).search(_words_of(text)[1]) is not None


def fits(entry: LinesForWords, text: str) -> bool:
    """Return whether the lines of an entry are for a text: by a word, and against no word."""
    return has_word(entry.words, text) and not (entry.unless and has_word(entry.unless, text))


@lru_cache(maxsize=512)  # the lists of the authors, the same for all learners
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the first of some words, the longer of two at one place."""
    longest = sorted(words, key=lambda word: -word.count(" "))
    stems = (re.escape(word.removesuffix("*")) + r"\S*" * word.endswith("*") for word in longest)
    return re.compile(rf" (?:{'|'.join(stems)})(?= )")


@lru_cache(maxsize=4)  # a clause is held against every entry of a list, one by one
def _words_of(text: str) -> tuple[list[tuple[int, int]], str]:
    """Return the spans of the words of a text, and all of them in small letters as one."""
    spans = [token.span() for token in _TOKEN.finditer(text)]
    return spans, f" {' '.join(small_pieces(text, spans))} "
