"""Pictures for the coordinator of a cohort: a card that cameras read, a chart that people read."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageColor
from pydantic import TypeAdapter

from bot.content.library import Content
from bot.domain.pictures import Bar, FrameworkPicture, InvitationCard, Picture, ProgressChart
from bot.pictures.canvas import CARD, GROUND, PLUM, TEAL, WIDTH, Text, cut, font, legible
from bot.pictures.catalogue import draw, from_kept
from bot.pictures.invitation_card import draw_card
from bot.pictures.progress_chart import draw_chart

pytestmark = pytest.mark.long

LINK = "https://t.me/ReflectionCoachBot?start=" + "AbCdEfGh-_123456" * 3

CARD_OF_OBAN = InvitationCard(
    link=LINK,
    cohort="Oban care at home, autumn 2026",
    code="K7MP-3XQR",
    title="You are invited",
    how="Point your phone’s camera at this square. Telegram opens, and your coach says hello.",
    code_line="No camera? Send your coach these letters:",
)


def bars(*pairs: tuple[str, int]) -> tuple[Bar, ...]:
    return tuple(Bar(*each) for each in pairs)


CHART = ProgressChart(
    title="Oban care at home, autumn 2026",
    subtitle="14 people · 24 November 2026",
    steps_title="Where people are",
    steps=bars(("Not begun", 2), ("Answering", 5), ("Ready to send", 0), ("Sent", 7)),
    finished_title="Finished",
    finished=bars(("10 Nov", 1), ("17 Nov", 3), ("24 Nov", 7)),
    stuck_title="Not moved for a week",
    stuck=bars(("What difference did it make?", 2), ("Choosing a thing", 1)),
)

ONLY_STEPS = replace(CHART, finished=(), stuck=())

NAMES = [
    "",
    " \n\t ",
    "Team 🌻 Oban 👩🏽‍⚕️",
    "مجموعة الرعاية",
    "看護チーム",
    "Łódź Ærøskøbing Siân",
    "Z̸̢̛a̷͝l̵g̶o",
    "half a pair \ud83d and \x00 and \u202e",
    "W" * 60,
    "Argyll and Bute Health and Social Care Partnership, group 12",
]


def opened(drawn: bytes) -> Image.Image:
    return Image.open(BytesIO(drawn)).convert("RGB")


def runs(picture: Image.Image, colour: str, *, upright: bool = False) -> list[int]:
    """The length of each bar of a colour, from the top; or of each column, from the left."""
    wanted = ImageColor.getrgb(colour)
    picture = picture.transpose(Image.Transpose.TRANSPOSE) if upright else picture
    found, inside = list[int](), False
    for y in range(picture.height):
        line = picture.crop((0, y, picture.width, y + 1))
        many = next((many for many, seen in line.getcolors(WIDTH * 9) or () if seen == wanted), 0)
        if many and not inside:
            found.append(many)
        inside = bool(many)
    return found


@pytest.mark.parametrize("width", [WIDTH, 360])
@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("link", [LINK, "https://t.me/CoachBot?start=c1", "https://t.me/C"])
def test_a_camera_reads_the_link_in_colour_and_in_grey_large_and_small(
    link: str, mode: str, width: int
) -> None:
    picture = opened(draw_card(replace(CARD_OF_OBAN, link=link)))
    picture = picture.resize((width, picture.height * width // WIDTH)).convert(mode)
    (read,) = zxingcpp.read_barcodes(picture)
    assert (read.text, read.format) == (link, zxingcpp.BarcodeFormat.QRCode)


def test_the_file_itself_is_read() -> None:
    (read,) = zxingcpp.read_barcodes(Image.open(BytesIO(draw_card(CARD_OF_OBAN))))
    assert read.text == LINK


def test_the_code_is_black_on_white_large_and_alone() -> None:
    picture = opened(draw_card(CARD_OF_OBAN))
    black = picture.convert("L").point(lambda value: 255 if value == 0 else 0)
    left, top, right, bottom = black.getbbox() or (0, 0, 0, 0)
    assert right - left == bottom - top >= 700
    code = picture.crop((left, top, right, bottom))
    assert {colour for _, colour in code.getcolors() or ()} == {(0, 0, 0), (255, 255, 255)}
    # The frame of the first eye is seven modules wide; the standard asks for four of silence.
    module = next(x for x in range(800) if code.getpixel((x, 0)) != (0, 0, 0)) // 7
    quiet = (left - 4 * module, top - 4 * module, right + 4 * module, bottom + 4 * module)
    around = picture.crop(quiet)
    around.paste(
        CARD, (4 * module, 4 * module, around.width - 4 * module, around.height - 4 * module)
    )
    assert around.getcolors() == [(around.width * around.height, (255, 255, 255))]


def test_a_card_without_a_typed_code_says_nothing_about_one() -> None:
    without = replace(CARD_OF_OBAN, code="")
    assert draw_card(without) != draw_card(CARD_OF_OBAN)
    assert draw_card(without) == draw_card(replace(without, code_line=""))


def test_a_link_that_no_code_can_hold_is_an_error() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        draw_card(replace(CARD_OF_OBAN, link="x" * 3000))


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_cohort_is_called_it_has_its_pictures(name: str) -> None:
    card = draw_card(replace(CARD_OF_OBAN, cohort=name))
    assert [each.text for each in zxingcpp.read_barcodes(opened(card))] == [LINK]
    rows = bars((name, 1), ("Sent", 2))
    chart = replace(CHART, title=name, steps=rows, finished=rows, stuck=rows)
    for picture in (opened(card), opened(draw_chart(chart))):
        edge = picture.crop((WIDTH - 12, 0, WIDTH, picture.height))
        assert len(edge.getcolors() or ()) == 1, "something runs out of the picture"


def test_what_the_letters_lack_is_left_out_of_a_name() -> None:
    assert [legible(name) for name in NAMES[:4]] == ["", "", "Team Oban", ""]
    assert legible("Sia\u0302n  Łódź") == "Siân Łódź"


SMALL = replace(CHART, steps=(), finished=(), stuck=())

LONG = bars(("A label that nobody thought about and that goes on and on and on and on", 500))

LARGE = replace(CHART, title="W" * 60, steps=LONG * 300, finished=LONG * 300, stuck=LONG * 300)


@pytest.mark.parametrize("chart", [CHART, SMALL, LARGE], ids=["usual", "empty", "large"])
def test_a_chart_is_within_what_telegram_takes_as_a_photo(chart: ProgressChart) -> None:
    within_limits(draw_chart(chart), GROUND)


@pytest.mark.parametrize("cohort", NAMES)
def test_a_card_is_within_what_telegram_takes_as_a_photo(cohort: str) -> None:
    within_limits(draw_card(replace(CARD_OF_OBAN, cohort=cohort, how="Hello there. " * 30)), CARD)


def within_limits(drawn: bytes, ground: str) -> None:
    picture = Image.open(BytesIO(drawn))
    assert picture.format == "PNG"
    assert picture.width == WIDTH
    assert picture.width + picture.height <= 10_000
    assert max(picture.size) < 20 * min(picture.size)
    assert len(drawn) < 1_000_000
    assert "transparency" not in picture.info
    assert picture.convert("RGB").getpixel((2, 2)) == ImageColor.getrgb(ground)


def test_more_people_have_a_longer_bar_in_proportion() -> None:
    steps = bars(("Not begun", 100), ("Answering", 0), ("Ready", 1), ("Sent", 200))
    hundred, one, two_hundred = runs(opened(draw_chart(replace(ONLY_STEPS, steps=steps))), TEAL)
    assert one < hundred < two_hundred
    assert two_hundred == pytest.approx(2 * hundred, abs=2)


def test_more_people_have_a_higher_column() -> None:
    finished = bars(("10 Nov", 0), ("17 Nov", 5), ("24 Nov", 10))
    picture = opened(draw_chart(replace(CHART, steps=(), finished=finished, stuck=())))
    five, ten = runs(picture, TEAL, upright=True)
    assert ten == 2 * five


def test_of_sixteen_weeks_each_has_its_column_and_of_more_the_newest() -> None:
    for weeks in (16, 20):
        finished = tuple(Bar(f"{week} Nov", 10 * week) for week in range(1, weeks + 1))
        picture = opened(draw_chart(replace(CHART, steps=(), finished=finished, stuck=())))
        heights = runs(picture, TEAL, upright=True)
        assert len(heights) == 16
        assert heights == sorted(heights)
        assert heights[0] == round(260 * (weeks - 15) / weeks)


def test_a_long_label_stands_above_its_bar_and_leaves_it_the_whole_width() -> None:
    short = runs(opened(draw_chart(ONLY_STEPS)), TEAL)
    long = runs(opened(draw_chart(replace(ONLY_STEPS, steps=LONG))), TEAL)
    assert max(long) > max(short)


def test_a_section_without_bars_is_left_out_with_its_title() -> None:
    whole, none = opened(draw_chart(CHART)), replace(CHART, stuck=())
    part = opened(draw_chart(none))
    assert runs(whole, PLUM)
    assert not runs(part, PLUM)
    assert part.height < whole.height
    assert draw_chart(replace(none, stuck_title="Something else")) == draw_chart(none)


def test_a_bar_is_as_long_for_as_many_people_in_every_section() -> None:
    chart = replace(CHART, steps=bars(("Sent", 8), ("Ready", 2)), stuck=bars(("Choosing", 2)))
    picture = opened(draw_chart(replace(chart, finished=())))
    assert runs(picture, PLUM) == runs(picture, TEAL)[1:]


def test_every_kind_of_picture_is_drawn(content: Content) -> None:
    assert draw(CARD_OF_OBAN, content) == draw_card(CARD_OF_OBAN)
    assert draw(CHART, content) == draw_chart(CHART)
    assert draw(FrameworkPicture("kotter"), content)


@pytest.mark.parametrize("picture", [FrameworkPicture("kotter"), CARD_OF_OBAN, CHART])
def test_a_picture_that_waited_in_the_outbox_is_the_same_one(picture: Picture) -> None:
    assert from_kept(TypeAdapter(Picture).dump_python(picture, mode="json")) == picture


def test_a_picture_that_an_earlier_build_put_into_the_outbox_is_still_drawn() -> None:
    card, chart = asdict(CARD_OF_OBAN), asdict(CHART)
    del card["kind"], chart["kind"]
    for name in ("steps", "finished", "stuck"):
        chart[name] = [list(each.values()) for each in chart[name]]
    assert from_kept("kotter") == FrameworkPicture("kotter")
    assert from_kept(f"card {json.dumps(card)}") == CARD_OF_OBAN
    assert from_kept(f"progress {json.dumps(chart)}") == CHART


def test_a_text_is_cut_only_where_it_does_not_fit() -> None:
    letters = font(34)
    assert cut("Sent", letters, 400) == "Sent"
    shorter = cut("What difference did it make to people?", letters, 300)
    assert shorter.endswith("…")
    assert letters.getlength(shorter) <= 300


@pytest.mark.parametrize("text", ["W" * 60, "and then " * 20, "short " + "W" * 60 + " short"])
def test_no_line_is_wider_than_its_room(text: str) -> None:
    letters = font(44)
    lines = Text(text, letters, 300).lines
    assert all(letters.getlength(line) <= 300 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(Text(text, letters, 300, most=2).lines) == 2
