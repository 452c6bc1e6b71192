"""A time to come is shown in the reader's own clock, and is right in words where that is not known.

https://core.telegram.org/bots/api#date-time-entity-formatting has the formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web
from telegram import MessageEntity

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.rules import Refusal
from tests.support.bot_api.server import BotApi, Fault
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


def shown(ann: User, text: str) -> dict[str, Any]:
    """The newest message that holds a text, as it went over the wire."""
    return next(each for each in reversed(ann.screen) if text in each.get("text", ""))


def words_of(message: dict[str, Any], entity: dict[str, Any]) -> str:
    """What an entity spans, counted as Telegram counts."""
    units = message["text"].encode("utf-16-le")
    start = entity["offset"] * 2
    return str(units[start : start + entity["length"] * 2].decode("utf-16-le"))


def formatted(format_: str) -> bool:
    """Whether Telegram knows a format."""
    return re.fullmatch(r"r|w?[dD]?[tT]?", format_) is not None


async def test_the_time_of_later_goes_over_the_wire_as_a_moment(bot: Bot, ann: User) -> None:
    before = datetime.now(UTC).replace(microsecond=0)  # a moment on the wire is whole seconds
    await ann.asks("/later in 2 hours", "I come back to you on")
    message = shown(ann, "I come back to you on")
    [entity] = message["entities"]
    assert entity["type"] == MessageEntity.DATE_TIME
    assert formatted(entity["date_time_format"])
    at = datetime.fromtimestamp(entity["unix_time"], UTC)
    assert timedelta(0) <= at - before - timedelta(hours=2) < timedelta(minutes=2)
    said = words_of(message, entity)
    assert re.fullmatch(r"[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+, \d\d:\d\d", said)
    assert f"on {said}. You can" in message["text"], "right in words, too"
    read = MessageEntity.de_json({**entity}, None)
    assert read.unix_time == at


async def test_the_learners_page_of_reminders_has_it_too(bot: Bot, ann: User) -> None:
    await ann.asks("/later in 2 hours", "I come back to you on")
    await ann.asks("/reminders", "Reminders are on.")
    message = shown(ann, "Reminders are on.")
    moments = [each for each in message["entities"] if each["type"] == "date_time"]
    assert len(moments) == 1
    assert f"I come back to you on {words_of(message, moments[0])}." in message["text"]


def no_moments() -> Fault:
    """A server of years ago, which knows no such entity."""

    async def fault(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        sent = (await request.json()).get("entities", [])
        if any(each["type"] == "date_time" for each in sent):
            raise Refusal(400, "Bad Request: can't parse entities: unsupported type specified")
        return await go()

    return fault


async def test_an_older_server_gets_the_words_alone(bot: Bot, ann: User, api: BotApi) -> None:
    api.fail("sendMessage", *[no_moments()] * 50)
    await ann.asks("/later in 2 hours", "I come back to you on")
    message = shown(ann, "I come back to you on")
    assert "entities" not in message
    assert re.search(r"on [A-Z][a-z]+day \d{1,2} [A-Z][a-z]+, \d\d:\d\d\.", message["text"])
