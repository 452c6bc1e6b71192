"""Management, leadership and where they overlap, as two circles: with a learner's own practices.

The two are told apart by their place, their names and their lines (one is dashed), not by colour
alone. Every text has a contrast of more than 7 to 1 on its ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from bot.domain.pictures import Overlap, OverlapItem
from bot.typesetting import typeset

_SOURCE = files("bot.pictures").joinpath("overlap.typ").read_bytes()

_PPI = 216
"""360 points become 1,080 pixels: a phone's width at its own resolution."""


def draw_overlap(picture: Overlap) -> bytes:
    """Return the picture as PNG, 1,080 pixels wide, or as SVG with what it shows in words.

    Raises NotSet where the library refuses.
    """
    made = typeset(_SOURCE, picture.form, _data(picture), ppi=_PPI)
    if picture.form == "png":
        return made
    start, _, rest = made.decode().partition(">")
    labels = f"<title>{escape(picture.title)}</title><desc>{escape(picture.alt)}</desc>"
    return f'{start} role="img">{labels}{rest}'.encode()


def _data(picture: Overlap) -> dict[str, Any]:
    return {
        "title": picture.title,
        "note": picture.note,
        "top": 64 if len(picture.title) > 36 else 44,
        "foot": 34 if picture.note else 14,
        "sides": picture.sides,
        "first": _items(picture.first),
        "both": _items(picture.both),
        "second": _items(picture.second),
    }


def _items(area: Sequence[OverlapItem]) -> list[dict[str, str]]:
    return [{"name": each.name, "words": each.words} for each in area]
