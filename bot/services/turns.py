"""One turn, whole: lock the chat, load, think, save, and only then hand out the replies."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from weakref import WeakValueDictionary

from bot.clock import Clock
from bot.content.library import Content
from bot.domain.cohort import Cohort
from bot.domain.commands import RecordWrongCode
from bot.domain.eligibility import decide
from bot.domain.events import Event, Reminder
from bot.domain.recurrence import is_too_late
from bot.domain.reminders import Due, How
from bot.domain.turn import Turn
from bot.engine.flows import Flows
from bot.engine.turn import take_turn
from bot.errors import Changed
from bot.services.ports import Outbox
from bot.store import Store
from bot.store.files import Files

_log = logging.getLogger(__name__)


class Service:
    """Takes events in any order and gives back turns that are saved already."""

    def __init__(
        self,
        flows: Flows,
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
        self._flows, self._content, self._store, self._clock = flows, content, store, clock
        self._outbox = outbox
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def receive(self, event: Event) -> Turn | None:
        """The saved turn, or None for an event that was handled before. Raises StoreError."""
        lock = self._locks.setdefault(event.chat_id, asyncio.Lock())
        async with lock:
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
        turn = take_turn(self._flows, self._content, conversation, event, now, access)
        await self._keep(turn, event.key)
        return turn

    async def remind(self, due: Due) -> Turn | None:
        """Send a reminder whose time has come, if it still holds; None where it does not.

        What a coordinator was told is asked again here, under the lock that messages take: who has
        finished, left or muted since gets nothing, and who is writing gets it later.
        """
        lock = self._locks.setdefault(due.chat_id, asyncio.Lock())
        async with lock:
            now = self._clock()
            if is_too_late(due.due_at, now):
                await self._store.skip(due.number, "late")
                return None
            member = await self._store.member(due.chat_id, due.cohort)
            schedule = await self._store.schedule(due.schedule)
            cohort = await self._store.cohort(due.cohort)
            audience = schedule.audience if schedule else None
            how: How = "again" if due.again else "planned"
            if due.kind == "later":
                how = "asked_for"
            each = decide(cohort, audience, member, now, how)
            why = "cancelled" if schedule and schedule.cancelled_at else each.why
            if why:
                await self._store.skip(due.number, why)
                return None
            if each.at and each.at > now:
                await self._store.postpone(due.number, each.at)
                return None
            return await self._send(due, cohort, schedule.words if schedule else "", now)

    async def _send(
        self, due: Due, cohort: Cohort | None, words: str, now: datetime
    ) -> Turn | None:
        conversation = await self._store.load(due.chat_id)
        dialogue = cohort.dialogue if cohort else due.day.partition(" ")[0]
        if due.kind == "later" and conversation.attempts:
            dialogue = conversation.attempt.dialogue
        about = Reminder(due.kind, dialogue, cohort.name if cohort else "")
        key = f"remind {due.number} {due.due_at.isoformat()} {due.again}"
        event = Event(due.chat_id, "remind", words, key, reminder=about)
        turn = take_turn(self._flows, self._content, conversation, event, now)
        if not turn.replies:
            await self._store.skip(due.number, "moved_on")
            return None
        try:
            await self._keep(turn, key, due.number)
        except Changed:  # cancelled, or the learner left or muted, since it was found to be due
            return None
        return turn

    async def _keep(self, turn: Turn, key: str, recipient: int = 0) -> None:
        if any(isinstance(command, RecordWrongCode) and command.alarm for command in turn.commands):
            _log.error("too many wrong codes were tried: all codes are closed for an hour")
        if turn.forget and self._files:
            self._files.forget(turn.after.chat_id)
        if self._outbox is None:
            await self._store.save(turn, seen=key)
            return
        acknowledged = set(self._outbox.acknowledged)
        outgoing = self._outbox.render(turn)
        kept = await self._store.save(
            turn, seen=key, outgoing=outgoing, acknowledged=acknowledged, recipient=recipient
        )
        self._outbox.acknowledged -= acknowledged
        self._outbox.put(kept)
