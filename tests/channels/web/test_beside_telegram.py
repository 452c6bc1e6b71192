"""The page beside the bot: one coach, two doors."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User
from tests.support.browser import Browser
from tests.support.ports import free_port

pytestmark = pytest.mark.long


@pytest.fixture
def bot(api: BotApi, environment: dict[str, str], tmp_path: Path) -> Bot:
    return Bot({**environment, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}, tmp_path)


async def opened(url: str) -> Browser:
    """A browser at the page, once it is served."""
    browser = Browser(url)
    for _ in range(200):
        try:
            await browser.get()
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return browser
    await browser.close()
    raise AssertionError("the page is not there")


async def test_coach_run_serves_the_page_where_web_url_is_set(api: BotApi, bot: Bot) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    await bot.start(WEB_URL=url, WEB_PORT=str(port))
    browser = await opened(url)
    page = await browser.press("Start")
    assert "1 of 4" in page.now
    page = await browser.get("/join/abc")
    assert "not in use any more" in page.text
    await browser.close()
    assert await bot.stop() == 0


async def test_one_conversation_goes_through_both_doors_in_mid_question(
    api: BotApi, bot: Bot
) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    await bot.start(WEB_URL=url, WEB_PORT=str(port))
    browser = await opened(url)
    await browser.press("Start")
    await browser.send("I am a cook in a school.")
    await browser.get("/keys")
    page = await browser.press("Make a link for Telegram")
    token = page.links["Open Telegram"].partition("start=")[2]
    ann = User(api, 31337)
    await ann.asks(f"/start {token}", "go on with the words from there?")
    await ann.asks("Yes, go on here", "It is one conversation now")
    await ann.sees("Welcome back. You are at question 1 of 4")
    await ann.asks("/review", "I am a cook in a school.")
    said = await ann.asks("/browser", "/cross/")
    found = re.search(r"/cross/\w+", said)
    assert found
    other = Browser(url)
    await other.get(found[0])
    page = await other.press("Open my words here")
    assert "Welcome back" in page.now
    await other.close()
    await browser.close()
    assert await bot.stop() == 0
    assert token not in bot.log
    assert found[0] not in bot.log


async def test_a_page_that_would_be_in_the_clear_ends_with_one_line(bot: Bot) -> None:
    await bot.start(WEB_URL="http://coach.example.org")
    assert await bot.ends() == 2
    assert "https://" in bot.log
    assert bot.log.count("\n") == 1
