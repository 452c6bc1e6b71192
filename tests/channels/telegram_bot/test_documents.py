"""A statement as a file, and all of it in a zip, over Telegram: the real bot and a phone."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import Any

import pytest

from tests.channels.telegram_bot.conftest import Bot
from tests.channels.telegram_bot.test_cohorts import tap
from tests.support.bot_api.user import User
from tests.support.forms import letters_of_pdf, lines_of

pytestmark = pytest.mark.long

MINE = "I am a cook in a school. I called the engineer at $x$ 😀."


async def file_called(user: User, name: str) -> Any:
    """Return what is in the file of that name that came last."""

    def found() -> list[Any]:
        return [m["document"] for m in user.screen if m.get("document", {}).get("name") == name]

    assert await user.until(lambda: bool(found()))
    return found()[-1]["content"]


async def test_each_form_arrives_with_the_words_as_they_were_typed(bot: Bot, ann: User) -> None:
    del bot
    await ann.asks("/start", "Who can read")
    await tap(ann, "Start")
    await ann.sees("1 of 4")
    await ann.asks(MINE, "✓ Saved")
    ann.say("/statement docx")
    assert MINE in lines_of("docx", await file_called(ann, "thing_2-statement.docx"))
    ann.say("/statement pdf")
    read = letters_of_pdf(await file_called(ann, "thing_2-statement.pdf"))
    assert "".join(MINE.split()) in read


async def test_all_of_it_arrives_in_one_zip(bot: Bot, ann: User) -> None:
    del bot
    await ann.asks("/start", "Who can read")
    await tap(ann, "Start")
    await ann.sees("1 of 4")
    await ann.asks(MINE, "✓ Saved")
    ann.say("/statement")
    await tap(ann, "Word, PDF and more")
    await tap(ann, "Take it all with me")
    await ann.sees("in one zip file")
    await tap(ann, "More forms")
    assert await ann.until(lambda: "LibreOffice (.odt)" in ann.inline)
    await tap(ann, "LibreOffice (.odt)")
    with zipfile.ZipFile(BytesIO(await file_called(ann, "my-reflections.zip"))) as archive:
        assert MINE in lines_of("odt", archive.read("thing_2-statement.odt"))
        assert "all that the reflection coach has kept" in archive.read("README.txt").decode()
        kept = json.loads(archive.read("my-data.json"))
    assert MINE in [each["text"] for each in kept["messages"]]
