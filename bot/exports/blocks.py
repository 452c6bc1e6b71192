"""A text as typed, cut into paragraphs and lists. Put together again it is the same text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_MARKER = re.compile(r"[^\S\n]*(?:[•‣▪◦●·*–—-]|\d{1,3}[.)])[^\S\n]+(?=\S)")
"""What stands before a point of a list, as people type it on a phone."""

_LEFTWARD = ("R", "AL")
"""The directions of letters that are written from the right."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as typed: what marks it as a point of a list, "" for none, and the rest."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: the points of a list, or a paragraph.

    ``gap`` is how many empty lines stand before it; 0 too for the first one.
    """

    is_list: bool
    lines: tuple[Line, ...]
    gap: int = 0


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs and lists of a text. Empty lines at its end are left out."""
    gap = 0
    for kind, group in groupby(map(_line, text.split("\n")), key=_kind):
        lines = tuple(group)
        if kind == "empty":
            gap = len(lines)
            continue
        yield Block(kind == "list", lines, gap)
        gap = 0


def _line(text: str) -> Line:
    found = _MARKER.match(text)
    marker = found[0] if found else ""
    return Line(marker, text[len(marker) :])


def _kind(line: Line) -> str:
    if line.marker:
        return "list"
    return "text" if line.text else "empty"


def is_leftward(text: str) -> bool:
    """Return whether a text is written from the right: whether its first letter is."""
    directions = map(unicodedata.bidirectional, text)
    return next((each in _LEFTWARD for each in directions if each in ("L", *_LEFTWARD)), False)
