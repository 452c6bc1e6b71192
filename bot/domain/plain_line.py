"""A line that somebody typed, without what nobody sees."""

from __future__ import annotations

import unicodedata

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Kinds of characters that move a cursor, turn text round or show nothing."""

_JOINS = "\u200c\u200d"
"""Within a word of Persian, and within an emoji, these are no ornament."""


def on_one_line(typed: str) -> str:
    """Return what was typed with one space between two words, and nothing that is not seen.

    An escape, a NUL or a mark for the direction of text would go on into tables and pictures.
    """
    seen = (
        each if each in _JOINS or unicodedata.category(each) not in _UNSEEN else " "
        for each in typed
    )
    return " ".join("".join(seen).split())
