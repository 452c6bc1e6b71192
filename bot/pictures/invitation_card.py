"""Two pictures for the coordinator of a cohort: a card that invites people, and how far they are.

The card is for a wall as much as for a chat: black on white, at least as tall as A6 is, with a code
that a camera reads from paper. The chart counts people and names nobody. Both are given all their
sentences; of a name that people typed stands what the letters can show. All measures are in pixels.
"""

from __future__ import annotations

from math import sqrt

import segno
from PIL import Image, ImageDraw

from bot.domain.pictures import InvitationCard
from bot.pictures import canvas
from bot.pictures.canvas import GAP, INK, QUIET, TEAL, WIDTH, Text, cut, font, legible, nowhere, png

SIDE = 72
"""Empty paper around the card's sentences."""

A6 = round(WIDTH * sqrt(2))

CODE = 760
"""The QR code is at most so wide, and at least 700 for links of up to 300 characters."""


def draw_card(card: InvitationCard) -> bytes:
    """Return the card as a PNG.

    Raises ValueError for a link that is empty or longer than a QR code holds (2,331 bytes).
    """
    if not card.link:
        raise ValueError("a card needs a link")
    needed = _card(card, nowhere(), 0)
    height = max(needed, A6)
    picture = Image.new("RGB", (WIDTH, height), canvas.CARD)
    _card(card, ImageDraw.Draw(picture), (height - needed) // 2)
    return png(picture)


def _card(card: InvitationCard, on: ImageDraw.ImageDraw, y: int) -> int:
    """Draw everything from ``y`` down; return where it ends."""
    width = WIDTH - 2 * SIDE
    title = Text(legible(card.title), font(64, bold=True), width)
    y = title.draw(on, SIDE, y + SIDE, INK, centred=True)
    if cohort := legible(card.cohort):
        y = Text(cohort, font(44), width, most=3).draw(on, SIDE, y + 8, TEAL, centred=True)
    if what := legible(card.what):
        y = Text(what, font(34), width, most=4).draw(on, SIDE, y + GAP, INK, centred=True)
    y = _code(card.link, on, y)
    y = Text(legible(card.how), font(38), width).draw(on, SIDE, y, INK, centred=True)
    if code := legible(card.code):
        line = Text(legible(card.code_line), font(34), width)
        y = line.draw(on, SIDE, y + 2 * GAP, QUIET, centred=True)
        y = _typed(code, on, y + GAP)
    if until := legible(card.until):
        y = Text(until, font(34), width).draw(on, SIDE, y + GAP, QUIET, centred=True)
    return y + SIDE


def _code(link: str, on: ImageDraw.ImageDraw, y: int) -> int:
    """Draw the QR code with its quiet zone of four modules all round; return where it ends.

    Every module is the same whole number of pixels, so that its edges stay sharp.
    """
    rows = tuple(segno.make(link, error="m", micro=False).matrix)
    size = CODE // len(rows)
    left, top = (WIDTH - size * len(rows)) // 2, y + 4 * size
    dark = [(x, y) for y, row in enumerate(rows) for x, each in enumerate(row) if each]
    for x0, y0 in ((left + right * size, top + down * size) for right, down in dark):
        on.rectangle((x0, y0, x0 + size - 1, y0 + size - 1), fill="#000000")
    return top + size * len(rows) + 4 * size


def _typed(code: str, on: ImageDraw.ImageDraw, y: int) -> int:
    """Draw the code in a frame, large; return where it ends."""
    letters = font(84, bold=True)
    code = cut(code, letters, WIDTH - 2 * SIDE - 88)
    half = letters.getlength(code) / 2 + 44
    frame = (WIDTH / 2 - half, y, WIDTH / 2 + half, y + 136)
    on.rounded_rectangle(frame, 18, outline=TEAL, width=4)
    on.text((WIDTH / 2, y + 66), code, font=letters, fill=INK, anchor="mm")
    return y + 136
