"""Pictures of frameworks: readable at a phone's width, in a light chat and in a dark one."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageColor

from bot.content.library import Content
from bot.pictures.canvas import CARD, GROUND, INK, QUIET, WIDTH
from bot.pictures.framework import COLOURS, draw
from tests.conftest import Run
from tests.pictures.contrast import contrast


@pytest.mark.parametrize(
    ("ink", "ground"),
    [(INK, CARD), (INK, GROUND), (QUIET, GROUND), *((CARD, each) for each in COLOURS.values())],
)
def test_letters_stand_out_from_their_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("name", ["kotter", "leading_managing"])
def test_a_picture_has_a_phones_width_and_an_opaque_ground(content: Content, name: str) -> None:
    drawn = draw(content.frameworks[name])
    picture = Image.open(BytesIO(drawn))
    assert picture.width == WIDTH
    assert picture.height <= 2 * WIDTH, "taller ones are shown small in a chat"
    assert "transparency" not in picture.info
    assert picture.convert("RGB").getpixel((2, 2)) == ImageColor.getrgb(GROUND)
    assert len(drawn) < 200_000


def test_a_picture_is_made_from_the_yaml(content: Content) -> None:
    framework = content.frameworks["kotter"]
    first = framework.practices[0]
    other = first.model_copy(update={"what": "Something quite different stands here now."})
    changed = framework.model_copy(update={"practices": (other, *framework.practices[1:])})
    assert draw(changed) != draw(framework)


def test_a_picture_is_written_as_a_file_for_programs(run: Run) -> None:
    done = run(
        *("play", "thing_2", "--jsonl", "--data", "kept"),
        typed='{"command": "/learn kotter\'s three pairs"}\n{"press": "Show it as a picture"}\n',
    )
    assert '"name": "kotter-picture.png", "mime": "image/png"' in done.stdout.splitlines()[1]
