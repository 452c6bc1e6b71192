"""The words of a text, each with its place there: what all that reads an answer begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Word(NamedTuple):
    """A word of a text in small letters, and its span there."""

    plain: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in their order."""
    return tuple(
        Word(found[0].casefold().replace("’", "'"), found.start(), found.end())
        for found in _WORD.finditer(text)
    )
