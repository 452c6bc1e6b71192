"""Receipts, of which a burst of messages needs the last one only."""

from __future__ import annotations

import contextlib
import time

from telegram.error import TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.pace import Pace
from bot.channels.telegram_bot.rendering import carries_keyboard
from bot.domain.outbox import Outgoing

BURST = 2.0
"""Seconds in which a further message makes the receipt of the one before needless."""

MANY = 5000
"""Receipts remembered before those that are too old for a burst are let go."""


class Receipts:
    """The newest receipt of each chat, while it may still be taken back."""

    def __init__(self, api: Api, pace: Pace, background: Background) -> None:
        """None has left yet."""
        self._api, self._pace, self._background = api, pace, background
        self._newest: dict[str, tuple[int, float]] = {}

    @staticmethod
    def is_needless(row: Outgoing, put_at: float) -> bool:
        """Return whether a receipt that has not left need not, now that a later one is here."""
        recent = time.monotonic() - put_at <= BURST
        return row.receipt and recent and not carries_keyboard(row)

    def left(self, row: Outgoing, message_id: int, put_at: float) -> None:
        """A reply has left: an earlier receipt just above it is taken back."""
        chat = row.to.address
        earlier = self._newest.pop(chat, None)
        if not row.receipt:
            return
        if message_id and not carries_keyboard(row):
            if len(self._newest) > MANY:
                young = time.monotonic() - BURST
                self._newest = {c: r for c, r in self._newest.items() if r[1] > young}
            self._newest[chat] = (message_id, put_at)
        if earlier and put_at - earlier[1] <= BURST:
            self._background.start(self._take_back(chat, earlier[0]))

    async def _take_back(self, chat: str, message_id: int) -> None:
        await self._pace.free()
        with contextlib.suppress(TelegramError):
            await self._api.call("deleteMessage", {"chat_id": chat, "message_id": message_id})
