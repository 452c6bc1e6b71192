"""The log tells when updates flow again, in a form for machines where that is asked for."""

from __future__ import annotations

import json

import pytest

from bot.channels.telegram_bot import polling
from bot.content.library import Content
from bot.settings import Settings
from tests.channels.telegram_bot import test_saving
from tests.channels.telegram_bot.conftest import Bot, begun
from tests.channels.telegram_bot.test_saving import unreadable_of, until
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long


async def test_the_log_says_once_that_updates_flow_again(
    api: BotApi,
    settings: Settings,
    content: Content,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(polling, "LONG_POLL", 0)
    api.fail("getUpdates", faults.server_error, faults.server_error)
    async with test_saving.coach(api, settings, content):
        await until(lambda: "updates again after" in caplog.text)
    assert caplog.text.count("updates again after") == 1


async def test_the_whole_log_is_for_machines_where_that_is_asked_for(
    api: BotApi, stopped_bot: Bot, ann: User
) -> None:
    bot = await stopped_bot.start(LOG_FORMAT="json")
    await begun(ann)
    for _ in range(2):
        api.add("message", unreadable_of(ann))
    await ann.sees("Something went wrong here.")
    await until(lambda: not api.pending)
    await bot.stop()
    lines = [json.loads(each) for each in bot.log.splitlines()]
    assert all({"at", "level", "name", "message"} == each.keys() for each in lines)
    assert any("put aside; 2 in all" in each["message"] for each in lines)
    assert TOKEN not in bot.log


@pytest.mark.parametrize(("seconds", "said"), [(14 * 60 + 3, "14 min"), (59.4, "59 s")])
def test_a_span_is_told_in_words_for_a_log(seconds: float, said: str) -> None:
    assert polling._span(seconds) == said
