"""A file that fails under a bot: one chat is told and others go on, or it ends and says why."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.app import open_coach
from bot.content.library import Content
from bot.errors import DataGone
from bot.settings import Settings
from tests.channels.telegram_bot import test_saving
from tests.channels.telegram_bot.test_saving import until
from tests.store.test_bad_pages import PAGE, flip
from tests.store.test_sqlite_file import database
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User

pytestmark = pytest.mark.long

SORRY = "Something went wrong here"


async def test_a_bad_page_costs_one_chat_its_answer_and_no_other(
    api: BotApi, settings: Settings, content: Content, somebody: Callable[[int], User]
) -> None:
    people = [somebody(number) for number in range(4)]
    async with test_saving.coach(api, settings, content) as first:
        for each in people:
            await each.asks("/start", "Who can read your words?")
            await each.asks("Start", "Tell me your role")
            await each.asks("I am a cook. " + "word " * 700, "704 words")
        ids = [await first.store.named(str(each.chat)) for each in people]
    bad = await damage(settings, content, ids)
    async with test_saving.coach(api, settings, content) as second:
        people[bad].say("and more")
        await people[bad].sees(SORRY)
        for number, each in enumerate(people):
            if number != bad:
                await each.asks("I made a plan", "708 words")
        await until(lambda: not api.pending)
        assert not second.prompt.done()


async def damage(settings: Settings, content: Content, ids: list[str]) -> int:
    """Turn a bit over on a page that only one of the conversations has; gives which."""
    path = database(settings)
    for page in range(path.stat().st_size // PAGE - 1, 0, -1):
        flip(path, page * PAGE + 100)
        coach = open_coach(settings, content)
        found = await asyncio.gather(*map(coach.store.load, ids), return_exceptions=True)
        await coach.store.close()
        bad = [number for number, each in enumerate(found) if isinstance(each, Exception)]
        if bad == [1]:  # not the last, where rows are added
            return 1
        flip(path, page * PAGE + 100)
    raise AssertionError("no page is one chat's alone")


async def test_a_bot_whose_file_was_deleted_says_saved_to_nobody_and_ends(
    api: BotApi, settings: Settings, content: Content, ann: User
) -> None:
    async with test_saving.coach(api, settings, content) as running:
        await ann.asks("/start", "Who can read your words?")
        await ann.asks("Start", "Tell me your role")
        database(settings).unlink()
        ann.say("I am a cook.")
        await asyncio.wait({running.prompt}, timeout=60)
        assert isinstance(running.prompt.exception(), DataGone)
        assert not any("✓ Saved" in text for text in ann.texts)
        assert api.pending, "it stays with Telegram"
