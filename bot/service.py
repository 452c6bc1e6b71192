"""One turn, whole: lock the chat, load, think, save, and only then hand out the replies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from weakref import WeakValueDictionary

from bot.content.content import Content
from bot.conversation.engine import take_turn
from bot.model import Event, Turn
from bot.store import Store

Clock = Callable[[], datetime]
"""Gives the time now, with its zone."""


class Service:
    """Takes events in any order and gives back turns that are saved already."""

    def __init__(self, content: Content, store: Store, clock: Clock) -> None:
        """Take what a turn needs; nothing else is read."""
        self._content, self._store, self._clock = content, store, clock
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def receive(self, event: Event) -> Turn | None:
        """The saved turn, or None for an event that was handled before. Raises StoreError."""
        lock = self._locks.setdefault(event.chat_id, asyncio.Lock())
        async with lock:
            if await self._store.has_seen(event.key):
                return None
            conversation = await self._store.load(event.chat_id)
            turn = take_turn(self._content, conversation, event, self._clock())
            await self._store.save(turn, seen=event.key)
            return turn
