"""The words of a text, and their stems.

Nothing that somebody typed is kept here from one call to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from Stemmer import Stemmer

from bot.analysis.patterns import lazy

APOSTROPHES = "'’‘ʼ`´"
"""What phones and word processors put where an apostrophe belongs."""

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"

WORD = lazy(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
"""Letters and digits; an apostrophe joins: "don't", "7am"."""

LETTERS = lazy(rf"[^\W\d_]{_LETTER}*(?:[{APOSTROPHES}]{_LETTER}+)*")
"""Letters alone, with accents of their own: names and headings are made of them."""

COMPOUND = lazy(r"(?<!\w)[^\W_]+(?:['-][^\W_]+)*")
"""Letters and digits of plain text; a hyphen joins too: "mary-ann"."""


def straight(text: str) -> str:
    """Return a text with straight apostrophes, of the same length."""
    if text.isascii():  # a table would be asked about every letter
        return text.replace("`", "'")
    for other in APOSTROPHES[1:]:
        text = text.replace(other, "'")
    return text


def fold(word: str) -> str:
    """Return a word as words are compared: in small letters, with straight apostrophes."""
    return straight(word.casefold())


def words(text: str, pattern: re.Pattern[str] = WORD) -> list[str]:
    """Return the words of a text in its order, folded."""
    found = pattern.findall(text)
    if text.isascii() and "`" not in text:
        return [*map(str.lower, found)]
    return [*map(fold, found)]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


def stems(of: Iterable[str]) -> list[str]:
    """Return the English stem of each folded word: "coaching" and "coaches" have one."""
    # Made anew each time, which costs nothing: two threads may ask, and no typed word stays in it.
    found: list[str] = Stemmer("english", 0).stemWords(list(of))
    return found
