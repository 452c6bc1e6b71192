"""Two charts of single weeks in one picture: columns that can be compared."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageColor
from pydantic import TypeAdapter

from bot.domain.pictures import Bar, Picture, ProgressChart
from bot.pictures.canvas import TEAL
from bot.pictures.catalogue import from_kept
from bot.pictures.progress_chart import draw_chart

pytestmark = pytest.mark.long

WEEKS = ProgressChart(
    *("Oban care at home", "Week by week, as on 24 November 2026", "", (), "", (), "", ()),
    joined_title="Joined in each week",
    joined=(Bar("9 Nov", 20), Bar("16 Nov", 0)),
    sent_title="Sent it in each week",
    sent=(Bar("9 Nov", 0), Bar("16 Nov", 10)),
)


def longest_run(picture: Image.Image, colour: tuple[int, ...], *, right: bool) -> int:
    """The height of the tallest column on one side of the first slot."""
    best = 0
    for x in range(130, 230) if right else range(70, 120):
        run = 0
        for y in range(picture.height):
            run = run + 1 if picture.getpixel((x, y)) == colour else 0
            best = max(best, run)
    return best


def test_both_have_one_scale() -> None:
    picture = Image.open(BytesIO(draw_chart(WEEKS)))
    teal = ImageColor.getrgb(TEAL)
    joined, sent = (longest_run(picture, teal, right=right) for right in (False, True))
    assert joined == pytest.approx(2 * sent, abs=2), "20 is twice as tall as 10"


def test_it_waits_in_the_outbox_as_it_is() -> None:
    assert from_kept(TypeAdapter(Picture).dump_python(WEEKS, mode="json")) == WEEKS
