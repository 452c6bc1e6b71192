"""A text as it is compared: in small letters, with straight apostrophes, without its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import starmap
from operator import methodcaller


def small(text: str) -> str:
    """Return a text in small letters, with straight apostrophes."""
    return text.lower() if text.isascii() else text.casefold().replace("’", "'")


def small_in_place(text: str) -> str | None:
    """Return the same, each letter at the place of its own; None where one becomes two."""
    plain = small(text)
    return plain if len(plain) == len(text) else None


def small_pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return pieces of a text in small letters. Nothing is called for each: there are many."""
    plain = text.lower() if text.isascii() else text.casefold().replace("’", "'")
    if len(plain) != len(text):
        return [small(text[start:end]) for start, end in spans]
    return [*map(plain.__getitem__, starmap(slice, spans))]


bare: Callable[[str], str] = methodcaller("strip", " .!")
"""Returns a text without blanks and stops at both ends: “Yes!” is *Yes*, and “Yes?” asks."""
