"""What a question about management and leadership names: the sides, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import heard_words

Side = Literal["management", "leadership"]

SIDES: tuple[Side, Side] = ("management", "leadership")

_NAMED: Mapping[Side, re.Pattern[str]] = {
    "management": lazy(r"\bmanag\w*"),
    "leadership": lazy(r"\b(?:lead(?:s|ing|er|ers|ership)?|led)\b"),
}
_BOTH = lazy(r"\b(?:both|baith|bith|overlap\w*)\b")
_BACK = lazy(r"\b(?:that|this|it|mine|i)\b")

LEAST = 4
"""Letters of the shortest word by which a clause is known again."""

ALIKE = 5
"""Letters at the beginning of two words by which they are one: “checking”, “checked”."""

_ANY = word_list("""
    this that what when where with would could should management manager managers managing manage
    leadership leader leaders leading mean means thing things part parts count counts just only
    really being even call called more most than then there here them they their have does about
    same like very much some somebody someone anybody people know knows word words name story
    home house place school nursery identify recognise obvious
    tell tells anyone everyone will which were been from into your yours write wrote written said
""")
"""Words that point at no clause."""


def sides_named(plain: str) -> list[Side]:
    """Return the sides that a text in plain spelling names."""
    return [side for side in SIDES if _NAMED[side].search(plain)]


def names_both(plain: str) -> bool:
    """Return whether a text asks for the two at once: “is that both”."""
    return _BOTH.search(plain) is not None


def unnamed(plain: str) -> str:
    """Return a text without the names of the sides, which tell nothing of what was done."""
    for each in _NAMED.values():
        plain = each.sub("…", plain)
    return plain


def points_back(plain: str) -> bool:
    """Return whether a text points at what was spoken of last: “is that management”."""
    return _BACK.search(plain) is not None


def begins_of(text: str) -> set[str]:
    """Return how the words of a text begin by which a clause is known again."""
    return {e[:ALIKE] for e in heard_words(text) if len(e) >= LEAST and e not in _ANY}
