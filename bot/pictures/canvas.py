"""The common part of every picture: a phone's width, the colours, the letters, and text cut into
lines.

1,080 pixels wide, which is a phone's width at its own resolution: text of 38 pixels is read there
like text of 14 points. All measures are in pixels.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from font_source_sans_pro import font_files_ttf
from PIL import Image, ImageDraw, ImageFont

WIDTH = 1080

MARGIN = 36

GAP = 24

PAD = 26

GROUND, CARD, INK, QUIET = "#f6f3ec", "#ffffff", "#1d2a2f", "#55636a"

TEAL, PLUM = "#0b5c6b", "#7b2d5b"
"""White on each has a contrast of more than 7 to 1."""

Font = ImageFont.FreeTypeFont


@lru_cache(maxsize=16)
def font(size: int, bold: bool = False) -> Font:
    """Return the house letters, ``size`` pixels high."""
    return ImageFont.truetype(
        font_files_ttf["SourceSansProBold" if bold else "SourceSansPro"], size
    )


@lru_cache(maxsize=1024)
def _has_a_shape(letter: str) -> bool:
    """Whether the letters show this one: what they lack is drawn like U+FFFF, as an empty box."""
    if unicodedata.category(letter)[0] == "C" or unicodedata.name(letter, "").startswith(
        "VARIATION SELECTOR"
    ):  # controls, halves of pairs, joiners, how an emoji is to look
        return False
    shape, box = font(28).getmask(letter), font(28).getmask("\uffff")
    return shape.getbbox() is not None and bytes(shape) != bytes(box)


def legible(text: str) -> str:
    """Return a text that people typed, on one line and without what the letters cannot show.

    A row of empty boxes says nothing, so an emoji or a script that is not in the font is left out;
    of a name in such a script nothing stays.
    """
    words = unicodedata.normalize("NFC", text).split()
    shown = ("".join(filter(_has_a_shape, word)) for word in words)
    return " ".join(filter(None, shown))


def cut(text: str, letters: Font, width: float) -> str:
    """Return the text, or as much of its beginning as fits into the width with an ellipsis."""
    if letters.getlength(text) <= width:
        return text
    while text and letters.getlength(f"{text.rstrip()}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into lines for a width; with ``most``, the last of so many ends in an ellipsis."""

    text: str
    font: Font
    width: int
    most: int | None = None

    @property
    def lines(self) -> list[str]:
        """Broken between words, and inside a word only where it is wider than a line."""
        lines = [""]
        for word in self.text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self._fits(longer):
                lines[-1] = longer
                continue
            *full, rest = self._pieces(word)
            lines += [*full, rest]
        lines = [line for line in lines if line] or [""]
        if self.most is None or len(lines) <= self.most:
            return lines
        last = " ".join(lines[self.most - 1 :])
        return [*lines[: self.most - 1], cut(last, self.font, self.width)]

    def _fits(self, text: str) -> bool:
        return self.font.getlength(text) <= self.width

    def _pieces(self, word: str) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and not self._fits(pieces[-1] + letter):
                pieces.append("")
            pieces[-1] += letter
        return pieces

    @property
    def line_height(self) -> int:
        """From one line to the next."""
        return round(float(self.font.size) * 1.28)

    @property
    def height(self) -> int:
        """Of all lines; an empty text takes one."""
        return self.line_height * len(self.lines)

    def draw(
        self, on: ImageDraw.ImageDraw, x: int, y: int, colour: str, *, centred: bool = False
    ) -> int:
        """Draw from the top left corner down; return where it ends."""
        at, anchor = (x + self.width / 2, "ma") if centred else (x, "la")
        for line in self.lines:
            on.text((at, y), line, font=self.font, fill=colour, anchor=anchor)
            y += self.line_height
        return y


def png(picture: Image.Image) -> bytes:
    """Return the picture as a file."""
    file = BytesIO()
    # 64 colours are all that flat areas and smooth letters need: a third of the size.
    picture.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def nowhere() -> ImageDraw.ImageDraw:
    """To draw on in order to measure."""
    return ImageDraw.Draw(Image.new("RGB", (WIDTH, 1)))
