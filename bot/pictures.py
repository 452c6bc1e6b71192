"""A framework as a picture: a table of two columns for the width of a phone, drawn from its YAML.

1,080 pixels wide, which is a phone's width at its own resolution: text of 38 pixels is read there
like text of 14 points. The ground is opaque and light, so it reads the same in a light chat and in
a dark one. Every text in it is also in the framework's pages, and what it shows is said in words
beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import zip_longest
from typing import Literal

from font_source_sans_pro import font_files_ttf
from PIL import Image, ImageDraw, ImageFont

from bot.content.frameworks import Framework, Practice

WIDTH = 1080
MARGIN = 36
GAP = 24
PAD = 26
COLUMN = (WIDTH - 2 * MARGIN - GAP) // 2

GROUND, CARD, INK, QUIET = "#f6f3ec", "#ffffff", "#1d2a2f", "#55636a"
COLOURS = {"management": "#0b5c6b", "leadership": "#7b2d5b"}
"""White on each has a contrast of more than 7 to 1."""

Font = ImageFont.FreeTypeFont


@lru_cache(maxsize=8)
def _font(size: int, bold: bool = False) -> Font:
    return ImageFont.truetype(
        font_files_ttf["SourceSansProBold" if bold else "SourceSansPro"], size
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A text cut into lines for a width, in pixels."""

    text: str
    font: Font
    width: int

    @property
    def lines(self) -> list[str]:
        lines = [""]
        for word in self.text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.font.getlength(longer) > self.width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    @property
    def line_height(self) -> int:
        return round(float(self.font.size) * 1.28)

    @property
    def height(self) -> int:
        return self.line_height * len(self.lines)

    def draw(self, on: ImageDraw.ImageDraw, x: int, y: int, colour: str) -> int:
        """Draw from the top left corner down; gives where it ends."""
        for line in self.lines:
            on.text((x, y), line, font=self.font, fill=colour)
            y += self.line_height
        return y


@lru_cache(maxsize=16)
def draw(framework: Framework) -> bytes:
    """The picture of a framework as a PNG."""
    height = _draw(framework, ImageDraw.Draw(Image.new("RGB", (WIDTH, 1))))
    picture = Image.new("RGB", (WIDTH, height), GROUND)
    _draw(framework, ImageDraw.Draw(picture))
    file = BytesIO()
    # 64 colours are all that flat areas and smooth letters need: a third of the size.
    picture.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(framework: Framework, on: ImageDraw.ImageDraw) -> int:
    """Draw everything; gives the height that it takes."""
    y = MARGIN
    y = _Text(framework.name, _font(58, bold=True), WIDTH - 2 * MARGIN).draw(on, MARGIN, y, INK)
    y = _heads(framework, on, y + GAP)
    rows = framework.picture.rows if framework.picture else ()
    for label, pair in zip_longest(rows, _pairs(framework)):
        if label:
            y = _Text(label, _font(38, bold=True), WIDTH - 2 * MARGIN).draw(on, MARGIN, y, QUIET)
            y += PAD // 2
        if pair:
            y = _row(on, y, pair)
    y = _produces(framework, on, y)
    credit = f"{framework.author}, {framework.year}. {framework.licence}"
    return _Text(credit, _font(28), WIDTH - 2 * MARGIN).draw(on, MARGIN, y, QUIET) + MARGIN


def _columns() -> Iterator[tuple[Literal["management", "leadership"], int]]:
    yield "management", MARGIN
    yield "leadership", MARGIN + COLUMN + GAP


def _heads(framework: Framework, on: ImageDraw.ImageDraw, y: int) -> int:
    names = {each.side: each.name for each in framework.sides}
    height = 84
    for side, x in _columns():
        on.rounded_rectangle((x, y, x + COLUMN, y + height), 18, fill=COLOURS[side])
        font = _font(44, bold=True)
        on.text((x + COLUMN / 2, y + height / 2), names[side], font=font, fill=CARD, anchor="mm")
    return y + height + GAP


def _pairs(framework: Framework) -> list[tuple[Practice | None, Practice | None]]:
    """The rows: what stands opposite to each other, or the two sides in their order."""
    left = [each for each in framework.practices if each.side == "management"]
    right = {each.id: each for each in framework.practices if each.side == "leadership"}
    if left and all(each.opposite for each in left):
        pairs = [(each, right.pop(each.opposite or "", None)) for each in left]
        return [*pairs, *((None, each) for each in right.values())]
    return list(zip_longest(left, right.values()))


def _row(on: ImageDraw.ImageDraw, y: int, pair: Sequence[Practice | None]) -> int:
    width = COLUMN - 2 * PAD
    texts = [
        (_Text(each.name, _font(40, bold=True), width), _Text(each.what, _font(38), width))
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
    """What comes of each side, where the framework says so of both."""
    said = {each.side: each.brings for each in framework.sides if each.brings}
    width = COLUMN - 2 * PAD
    texts = {side: _Text(said.get(side, ""), _font(38, bold=True), width) for side, _ in _columns()}
    if not all(text.text for text in texts.values()):
        return y
    height = max(text.height for text in texts.values()) + 2 * PAD
    for side, x in _columns():
        on.rounded_rectangle((x, y, x + COLUMN, y + height), 18, fill=COLOURS[side])
        texts[side].draw(on, x + PAD, y + PAD, CARD)
    return y + height + GAP
