"""How far a cohort is, as a picture: counts of people, and nobody named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import ceil

from PIL import Image, ImageDraw

from bot.domain.pictures import Bar, ProgressChart
from bot.pictures import canvas
from bot.pictures.canvas import (
    GAP,
    INK,
    MARGIN,
    PAD,
    QUIET,
    TEAL,
    WIDTH,
    Text,
    cut,
    font,
    legible,
    nowhere,
    png,
)

LEFT = MARGIN + PAD

INNER = WIDTH - 2 * LEFT

MOST_BARS = 30
"""Of a section: with more, the picture would be taller than Telegram takes."""

MOST_WEEKS = 16


def draw_chart(chart: ProgressChart) -> bytes:
    """Return the chart as a PNG."""
    picture = Image.new("RGB", (WIDTH, _chart(chart, nowhere())), canvas.GROUND)
    _chart(chart, ImageDraw.Draw(picture))
    return png(picture)


def _chart(chart: ProgressChart, on: ImageDraw.ImageDraw) -> int:
    """Draw everything; return the height that it takes."""
    y, width = MARGIN, WIDTH - 2 * MARGIN
    if title := legible(chart.title):
        y = Text(title, font(58, bold=True), width, most=3).draw(on, MARGIN, y, INK)
    y = Text(legible(chart.subtitle), font(34), width).draw(on, MARGIN, y, QUIET) + GAP
    steps, stuck = _shown(chart.steps), _shown(chart.stuck)
    scale = _Scale.of(steps + stuck)
    if steps:
        y = _section(chart.steps_title, on, y, partial(_bars, steps, scale, TEAL))
    single = max((each.count for each in (*chart.joined, *chart.sent)), default=0)
    for title, bars, most in (
        (chart.finished_title, chart.finished, 0),
        (chart.joined_title, chart.joined, single),
        (chart.sent_title, chart.sent, single),
    ):
        if weeks := _shown(bars[-MOST_WEEKS:]):
            y = _section(title, on, y, partial(_columns, weeks, most))
    if stuck:
        y = _section(chart.stuck_title, on, y, partial(_bars, stuck, scale, canvas.PLUM))
    if note := legible(chart.note):
        y = Text(note, font(30), width).draw(on, MARGIN, y, QUIET) + GAP
    return y + MARGIN - GAP


def _shown(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """The bars with labels that can be drawn; those above the most are one, without a name."""
    more = sum(each.count for each in bars[MOST_BARS - 1 :])
    if len(bars) > MOST_BARS:
        bars = (*bars[: MOST_BARS - 1], Bar("…", more))
    return tuple(Bar(legible(each.label), each.count) for each in bars)


Draw = Callable[[ImageDraw.ImageDraw, int], int]


def _section(name: str, on: ImageDraw.ImageDraw, y: int, draw: Draw) -> int:
    """Draw a card with a title and, below, what ``draw`` draws; return where it ends."""
    title = Text(legible(name), font(40, bold=True), INNER)
    top = y + PAD + title.height + 12
    end = draw(nowhere(), top) + PAD // 2
    on.rounded_rectangle((MARGIN, y, WIDTH - MARGIN, end), 18, fill=canvas.CARD)
    title.draw(on, LEFT, y + PAD, INK)
    draw(on, top)
    return end + GAP


@dataclass(frozen=True)
class _Scale:
    """The scale that all bars of a chart share, so that their lengths can be compared between
    sections.

    ``beside`` is the room for labels left of the bars; 0 puts them above, as some are long.
    """

    most: int
    beside: int

    @classmethod
    def of(cls, bars: tuple[Bar, ...]) -> _Scale:
        widest = max((font(34).getlength(each.label) for each in bars), default=0)
        most = max((each.count for each in bars), default=0)
        return cls(max(1, most), ceil(widest) + 20 if widest <= 400 else 0)


def _bars(
    bars: tuple[Bar, ...], scale: _Scale, colour: str, on: ImageDraw.ImageDraw, y: int
) -> int:
    """Horizontal bars, each with its number at its end."""
    numbers, left = font(34, bold=True), LEFT + scale.beside
    room = LEFT + INNER - left - 14 - numbers.getlength(str(scale.most))
    for bar in bars:
        label = cut(bar.label, font(34), INNER)
        on.text((LEFT, y + 30), label, font=font(34), fill=INK, anchor="lm")
        middle = y + 30 if scale.beside else y + 74
        length = max(4, round(room * bar.count / scale.most)) if bar.count else 0
        if length:
            on.rectangle((left, middle - 17, left + length - 1, middle + 16), fill=colour)
        at, ink = left + length + (14 if length else 0), INK if length else QUIET
        on.text((at, middle), str(bar.count), font=numbers, fill=ink, anchor="lm")
        y += 60 if scale.beside else 106
    return y


def _columns(bars: tuple[Bar, ...], most: int, on: ImageDraw.ImageDraw, y: int) -> int:
    """A column for each week. Where labels would touch, only every second (third …) is written.

    ``most`` is the count of the tallest column; 0 makes it the tallest of these.
    """
    # A young cohort keeps room for weeks to come rather than columns as broad as a door.
    slot = INNER / max(8, len(bars))
    own = max(each.count for each in bars)
    most = most or own
    floor = y + 44 + (round(260 * own / most) if most else 0)
    labels = [cut(each.label, font(28), 200) for each in bars]
    widest = max(font(28).getlength(label) for label in labels)
    # The last label is always written, and may be pushed left by half of what it is too wide.
    every = max(1, ceil((1.5 * widest - slot / 2 + 16) / slot))
    on.line((LEFT, floor, LEFT + INNER, floor), fill="#d9d4c7", width=3)
    for place, (label, bar) in enumerate(zip(labels, bars, strict=True)):
        middle = LEFT + slot * (place + 0.5)
        tall = max(4, round(260 * bar.count / most)) if bar.count else 0
        if tall:
            left, right = round(middle - slot * 0.36), round(middle + slot * 0.36)
            on.rectangle((left, floor - tall, right, floor - 1), fill=TEAL)
        at, ink = (middle, floor - tall - 8), INK if tall else QUIET
        on.text(at, str(bar.count), font=font(28, bold=True), fill=ink, anchor="ms")
        if (len(labels) - 1 - place) % every == 0:
            half = font(28).getlength(label) / 2
            x = min(max(middle, LEFT + half), LEFT + INNER - half)
            on.text((x, floor + 14), label, font=font(28), fill=QUIET, anchor="ma")
    return floor + 56
