"""The picture of the overlap: read by everybody, on a phone and aloud."""

from __future__ import annotations

import math
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from bot.domain.documents import Document, Part
from bot.domain.pictures import Overlap, OverlapItem
from bot.exports.making import document
from bot.pictures.overlap import draw_overlap
from tests.pictures.contrast import contrast
from tests.support.forms import texts_of_tags

MINE = Overlap(
    "Management and leadership in my Thing 2",
    ("Management", "Both", "Leadership"),
    (OverlapItem("Plan", "“I made a list 😀”"), OverlapItem("Organise"), OverlapItem("Budget")),
    (OverlapItem("Listen", "“$x$ #set *b* <b>”"),),
    (),
    "Two circles that overlap. Management: Plan.",
    "The skills are from my own words.",
)
INK, TEAL, PLUM = (0x1D, 0x2A, 0x2F), (0x0B, 0x5C, 0x6B), (0x7B, 0x2D, 0x5B)


def test_it_has_a_phones_width_and_every_text_stands_out() -> None:
    with Image.open(BytesIO(draw_overlap(MINE))) as picture:
        assert picture.width == 1080
        image = picture.convert("RGB")
    grounds = {}
    for name, y in (("first", 0.14), ("both", 0.63), ("second", 0.92)):
        pixel = image.getpixel((540, int(image.height * y)))
        assert isinstance(pixel, tuple)
        grounds[name] = pixel
    assert contrast(TEAL, grounds["first"]) >= 4.5
    assert contrast(INK, grounds["both"]) >= 4.5
    assert contrast(PLUM, grounds["second"]) >= 4.5


def test_the_drawing_says_what_it_shows() -> None:
    root = ElementTree.fromstring(draw_overlap(replace(MINE, form="svg")))  # noqa: S314 - ours
    assert root.get("role") == "img"
    assert [root[0].text, root[1].text] == [MINE.title, MINE.alt]


@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
def test_it_stands_in_a_document_with_what_it_shows(form: str) -> None:
    mine = Document("My statement", (Part("A", "x"),), picture=MINE)
    made = document(mine, form, draw_overlap)  # type: ignore[arg-type]
    if form == "html":
        assert MINE.alt in made.decode()
    elif form == "pdf":
        assert MINE.alt in texts_of_tags(made)
    else:
        assert len(made) > 50_000


LONG = tuple(
    OverlapItem(
        f"Organising and staffing {n}", "“I wrote a list of who could walk and who could not”"
    )
    for n in range(5)
)
POINT, TOP, RADIUS, APART = 3, 64, 172, 184
"""Pixels a point; in points where the first circle begins, how big it is, where the next begins."""

NEAR = range(RADIUS - 4, RADIUS + 5, 2)


@pytest.mark.parametrize("many", [1, 2, 3, 5])
def test_no_word_crosses_a_line_of_the_circles(many: int) -> None:
    full = replace(MINE, first=LONG[:many], both=LONG[:many], second=LONG[:many], title="A " * 20)
    with Image.open(BytesIO(draw_overlap(full))) as picture:
        image = picture.convert("RGB")
    for top in (TOP, TOP + APART):
        near = [image.getpixel(on_circle(top, at / 10, r)) for at in range(3600) for r in NEAR]
        assert not [each for each in near if is_ink(each)]


def on_circle(top: int, degree: float, radius: int) -> tuple[int, int]:
    at = math.radians(degree)
    across, down = 180 + radius * math.cos(at), top + RADIUS + radius * math.sin(at)
    return min(round(across * POINT), 1079), round(down * POINT)


def is_ink(pixel: Any) -> bool:
    return all(abs(a - b) < 15 for a, b in zip(pixel, INK, strict=True))


def test_it_takes_many_practices_and_long_words() -> None:
    many = tuple(OverlapItem(f"Practice {n}", "“" + "word " * 12 + "”") for n in range(9))
    assert draw_overlap(replace(MINE, first=many, both=many, second=many, title="A title " * 9))
