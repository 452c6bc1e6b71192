"""Conversations whose chat takes no messages: the learner has blocked the bot, or has gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.store import Store


class Blocked:
    """Whom nothing is sent to, in hand and in the store."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        """``load`` before anything is sent."""
        self._store, self._clock = store, clock
        self._conversations: set[str] = set()

    async def load(self) -> None:
        """Take up what was kept. Raises StoreError."""
        self._conversations = await self._store.blocked()

    def __contains__(self, conversation: str) -> bool:
        return conversation in self._conversations

    async def add(self, conversation: str) -> None:
        """Drop what waits, keep its data. Raises StoreError."""
        self._conversations.add(conversation)
        await self._store.set_blocked(conversation, True, self._clock())

    async def remove(self, conversation: str) -> None:
        """The learner is back. Raises StoreError."""
        await self._store.set_blocked(conversation, False, self._clock())
        self._conversations.discard(conversation)
