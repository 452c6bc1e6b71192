"""Lines that are said beside the conversation: once in a while, with nothing recorded."""

from __future__ import annotations

import contextlib
import time

from telegram.error import TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.rendering import NO_PREVIEW
from bot.content.words.words import Words
from bot.engine.wording import fill

SAME_WORDS_AGAIN = 60.0
"""Seconds in which a chat gets one apology, and a group chat one line, however much comes in."""


class Notices:
    """Messages to a chat that are no turn of its conversation."""

    def __init__(self, api: Api, words: Words) -> None:
        """Nobody has been told anything yet."""
        self._api, self._words = api, words
        self.name = ""
        """The bot's own, for group chats."""
        self._told: dict[str, float] = {}

    def may_tell(self, chat: str) -> bool:
        """Return whether a chat has had no such line lately; from now on it has."""
        now = time.monotonic()
        if self._told.get(chat, -SAME_WORDS_AGAIN) + SAME_WORDS_AGAIN > now:
            return False
        self._told = {c: t for c, t in self._told.items() if t + SAME_WORDS_AGAIN > now}
        self._told[chat] = now
        return True

    def not_told(self, chat: str) -> None:
        """The line could not be said, and may be tried again at once."""
        self._told.pop(chat, None)

    async def say_where(self, chat: str) -> None:
        """Tell a group chat where the coach talks."""
        await self.tell(
            chat, fill(self._words, self._words.telegram.group, link=f"https://t.me/{self.name}")
        )

    async def tell(self, chat: str, text: str) -> None:
        """Say a line once."""
        with contextlib.suppress(TelegramError):
            await self._api.call("sendMessage", {"chat_id": chat, "text": str(text), **NO_PREVIEW})

    async def answer_press(self, press: str) -> None:
        """Stop the button's clock. It may be too late for that, which harms nobody."""
        with contextlib.suppress(TelegramError):
            await self._api.call("answerCallbackQuery", {"callback_query_id": press})
