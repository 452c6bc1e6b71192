"""One turn, whole: lock the chat, load, think, save, and only then hand out the replies."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from typing import Protocol
from weakref import WeakValueDictionary

from bot.clock import Clock
from bot.content.library import Content
from bot.domain.access import NO_ACCESS, Access
from bot.domain.after_turn import lapsed
from bot.domain.commands import RecordWrongCode
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.turn import Turn
from bot.engine.flows import Flows
from bot.engine.turn import take_turn
from bot.errors import Changed
from bot.services.ports import Outbox
from bot.store import CohortStore, ConversationStore
from bot.store.files import Files

Receive = Callable[[Event], Awaitable[Turn | None]]

_log = logging.getLogger(__name__)


class TurnStore(ConversationStore, CohortStore, Protocol):
    """What a turn needs of a store."""


class Service:
    """Takes events in any order and gives back turns that are saved already."""

    def __init__(
        self,
        flows: Flows,
        content: Content,
        store: TurnStore,
        clock: Clock,
        *,
        outbox: Outbox | None = None,
        files: Files | None = None,
    ) -> None:
        """Take what a turn needs. Without an outbox the caller shows the replies.

        ``files`` are the ones that a learner's /forget deletes, before the words themselves: if
        they cannot be deleted, nothing is said to be.
        """
        self._flows, self._content, self._store, self._clock = flows, content, store, clock
        self._outbox, self._files = outbox, files
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def holding(self, chat_id: str) -> AsyncIterator[Receive]:
        """Hold the one lock of a chat: messages and reminders wait for it in their order.

        What it yields takes the chat's events meanwhile, as ``receive`` does.
        """
        async with self._locks.setdefault(chat_id, asyncio.Lock()):
            yield self._receive

    async def receive(self, event: Event) -> Turn | None:
        """Return the saved turn, or None for an event that was handled before. Raise StoreError."""
        async with self.holding(event.chat_id) as receive:
            return await receive(event)

    async def _receive(self, event: Event) -> Turn | None:
        if await self._store.has_seen(event.key):
            return None
        try:
            return await self._take(event)
        except Changed:  # a link was used up meanwhile, say: what is known now counts
            return await self._take(event)

    async def _take(self, event: Event) -> Turn:
        now = self._clock()
        conversation = await self._store.load(event.chat_id)
        query = self._flows.access_query(conversation, event)
        access = await self._store.access(event.chat_id, query, now)
        access = replace(access, random_tokens=tuple(token_hex(16) for _ in range(2)))
        turn = self.think(conversation, event, now, access)
        await self.keep(turn, event.key)
        return turn

    def think(
        self,
        conversation: Conversation,
        event: Event,
        now: datetime,
        access: Access = NO_ACCESS,
    ) -> Turn:
        """Return what an event leads to, with what loses its point by it."""
        turn = take_turn(self._flows, self._content, conversation, event, now, access)
        return replace(turn, commands=(*lapsed(turn), *turn.commands))

    async def keep(self, turn: Turn, key: str, delivery: int = 0) -> None:
        """Save a turn, then put its replies on their way. Raise StoreError, Changed among them.

        ``delivery`` is the number of the one that the turn is about.
        """
        if any(isinstance(command, RecordWrongCode) and command.alarm for command in turn.commands):
            _log.error("too many wrong codes were tried: all codes are closed for an hour")
        if turn.forget and self._files:
            self._files.forget(turn.after.chat_id)
        if self._outbox is None:
            await self._store.save(turn, seen=key)
            return
        acknowledged = set(self._outbox.acknowledged)
        kept = await self._store.save(
            turn,
            seen=key,
            outgoing=self._outbox.render(turn),
            acknowledged=acknowledged,
            delivery=delivery,
        )
        self._outbox.acknowledged -= acknowledged
        self._outbox.put(kept)
