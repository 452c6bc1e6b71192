"""A framework as a picture: a table of two columns for the width of a phone, drawn from its YAML.

The ground is opaque and light, so it reads the same in a light chat and in a dark one. Every text
in it is also in the framework's pages, and what it shows is said in words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from PIL import Image, ImageDraw

from bot.content.models.framework import Framework, Practice
from bot.pictures.canvas import (
    CARD,
    GAP,
    GROUND,
    INK,
    MARGIN,
    PAD,
    PLUM,
    QUIET,
    TEAL,
    WIDTH,
    Text,
    font,
    png,
)

__all__ = ["CARD", "COLOURS", "GROUND", "INK", "QUIET", "WIDTH", "draw"]

COLUMN = (WIDTH - 2 * MARGIN - GAP) // 2

COLOURS = {"management": TEAL, "leadership": PLUM}


@lru_cache(maxsize=16)
def draw(framework: Framework) -> bytes:
    """Return the picture of a framework as a PNG."""
    height = _draw(framework, ImageDraw.Draw(Image.new("RGB", (WIDTH, 1))))
    picture = Image.new("RGB", (WIDTH, height), GROUND)
    _draw(framework, ImageDraw.Draw(picture))
    return png(picture)


def _draw(framework: Framework, on: ImageDraw.ImageDraw) -> int:
    """Draw everything; return the height that it takes."""
    y = MARGIN
    y = Text(framework.name, font(58, bold=True), WIDTH - 2 * MARGIN).draw(on, MARGIN, y, INK)
    y = _heads(framework, on, y + GAP)
    rows = framework.picture.rows if framework.picture else ()
    for label, pair in zip_longest(rows, _pairs(framework)):
        if label:
            y = Text(label, font(38, bold=True), WIDTH - 2 * MARGIN).draw(on, MARGIN, y, QUIET)
            y += PAD // 2
        if pair:
            y = _row(on, y, pair)
    y = _produces(framework, on, y)
    credit = f"{framework.author}, {framework.year}. {framework.licence}"
    return Text(credit, font(28), WIDTH - 2 * MARGIN).draw(on, MARGIN, y, QUIET) + MARGIN


def _columns() -> Iterator[tuple[Literal["management", "leadership"], int]]:
    yield "management", MARGIN
    yield "leadership", MARGIN + COLUMN + GAP


def _heads(framework: Framework, on: ImageDraw.ImageDraw, y: int) -> int:
    names = {each.side: each.name for each in framework.sides}
    height = 84
    for side, x in _columns():
        on.rounded_rectangle((x, y, x + COLUMN, y + height), 18, fill=COLOURS[side])
        middle = (x + COLUMN / 2, y + height / 2)
        on.text(middle, names[side], font=font(44, bold=True), fill=CARD, anchor="mm")
    return y + height + GAP


def _pairs(framework: Framework) -> list[tuple[Practice | None, Practice | None]]:
    """Return the rows: what stands opposite to each other, or the two sides in their order."""
    left = [each for each in framework.practices if each.side == "management"]
    right = {each.id: each for each in framework.practices if each.side == "leadership"}
    if left and all(each.opposite for each in left):
        pairs = [(each, right.pop(each.opposite or "", None)) for each in left]
        return [*pairs, *((None, each) for each in right.values())]
    return list(zip_longest(left, right.values()))


def _row(on: ImageDraw.ImageDraw, y: int, pair: Sequence[Practice | None]) -> int:
    width = COLUMN - 2 * PAD
    texts = [
        (Text(each.name, font(40, bold=True), width), Text(each.what, font(38), width))
        if each
        else None
        for each in pair
    ]
    height = max(name.height + what.height for name, what in filter(None, texts)) + 2 * PAD + 8
    for (side, x), cell in zip(_columns(), texts, strict=True):
        if cell:
            on.rounded_rectangle((x, y, x + COLUMN, y + height), 18, fill=CARD)
            on.rounded_rectangle((x, y, x + 12, y + height), 6, fill=COLOURS[side])
            below = cell[0].draw(on, x + PAD, y + PAD, COLOURS[side])
            cell[1].draw(on, x + PAD, below + 8, INK)
    return y + height + GAP


def _produces(framework: Framework, on: ImageDraw.ImageDraw, y: int) -> int:
    """Return what comes of each side, where the framework says so of both."""
    said = {each.side: each.brings for each in framework.sides if each.brings}
    width = COLUMN - 2 * PAD
    texts = {side: Text(said.get(side, ""), font(38, bold=True), width) for side, _ in _columns()}
    if not all(text.text for text in texts.values()):
        return y
    height = max(text.height for text in texts.values()) + 2 * PAD
    for side, x in _columns():
        on.rounded_rectangle((x, y, x + COLUMN, y + height), 18, fill=COLOURS[side])
        texts[side].draw(on, x + PAD, y + PAD, CARD)
    return y + height + GAP
