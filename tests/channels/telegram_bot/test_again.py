"""The log tells when updates flow again."""

from __future__ import annotations

import pytest

from bot.channels.telegram_bot import polling
from bot.content.library import Content
from bot.settings import Settings
from tests.channels.telegram_bot import test_saving
from tests.channels.telegram_bot.test_saving import until
from tests.support.bot_api import server as faults
from tests.support.bot_api.server import BotApi

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


@pytest.mark.parametrize(("seconds", "said"), [(14 * 60 + 3, "14 min"), (59.4, "59 s")])
def test_a_span_is_told_in_words_for_a_log(seconds: float, said: str) -> None:
    assert polling._span(seconds) == said
