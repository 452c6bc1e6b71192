"""One turn, whole: lock the chat, load, think, save, and only then hand out the replies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from weakref import WeakValueDictionary

from bot.content.content import Content
from bot.conversation.engine import take_turn
from bot.files import Files
from bot.model import Event, Outgoing, Turn
from bot.store import Store

Clock = Callable[[], datetime]
"""Gives the time now, with its zone."""


class Outbox(Protocol):
    """A channel whose sends can fail, so that replies are kept until they are handed over."""

    handed: set[int]
    """Numbers of replies that have left and are not deleted yet."""

    def render(self, turn: Turn) -> list[Outgoing]:
        """What is to be sent for a turn."""

    def put(self, outgoing: list[Outgoing]) -> None:
        """Send these, which are committed."""


class Service:
    """Takes events in any order and gives back turns that are saved already."""

    def __init__(
        self,
        content: Content,
        store: Store,
        clock: Clock,
        *,
        outbox: Outbox | None = None,
        files: Files | None = None,
    ) -> None:
        """Take what a turn needs. Without an outbox the caller shows the replies.

        ``files`` are the ones that a learner's /forget deletes, before the words themselves: if
        they cannot be deleted, nothing is said to be.
        """
        self._files = files
        self._content, self._store, self._clock = content, store, clock
        self._outbox = outbox
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def receive(self, event: Event) -> Turn | None:
        """The saved turn, or None for an event that was handled before. Raises StoreError."""
        lock = self._locks.setdefault(event.chat_id, asyncio.Lock())
        async with lock:
            if await self._store.has_seen(event.key):
                return None
            conversation = await self._store.load(event.chat_id)
            turn = take_turn(self._content, conversation, event, self._clock())
            await self._keep(turn, event.key)
            return turn

    async def _keep(self, turn: Turn, key: str) -> None:
        if turn.forget and self._files:
            self._files.forget(turn.after.chat_id)
        if self._outbox is None:
            await self._store.save(turn, seen=key)
            return
        handed = set(self._outbox.handed)
        outgoing = self._outbox.render(turn)
        kept = await self._store.save(turn, seen=key, outgoing=outgoing, handed=handed)
        self._outbox.handed -= handed
        self._outbox.put(kept)
