"""One turn, whole: lock the chat, load, think, save, and only then hand out the replies.

What a learner does begins one, and a reminder whose time has come.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from secrets import token_hex
from typing import Protocol

from bot.clock import Clock
from bot.content.library import Content
from bot.domain.access import NO_ACCESS, AccessQuery
from bot.domain.addresses import Address
from bot.domain.commands import Audit, RecordWrongCode
from bot.domain.conversation import Conversation
from bot.domain.eligibility import Case, decide_delivery
from bot.domain.events import Event, Reminder
from bot.domain.mail import CHANNEL as MAIL
from bot.domain.outbox import Outgoing
from bot.domain.reminders import OF_SHARING, Delivery
from bot.domain.turn import Turn
from bot.engine.flows import Flows
from bot.engine.turn import take_turn
from bot.errors import Changed
from bot.services.conversations import Conversations
from bot.services.ports import Outbox
from bot.store import CohortStore, ConversationStore, ReminderStore
from bot.store.files import Files

_log = logging.getLogger(__name__)


class TurnStore(ConversationStore, CohortStore, ReminderStore, Protocol):
    """The part of a store that a turn needs."""


class Service:
    """Takes events in any order and gives back turns that are saved already."""

    def __init__(
        self,
        flows: Flows,
        content: Content,
        store: TurnStore,
        clock: Clock,
        *,
        outboxes: Mapping[str, Outbox] | None = None,
        files: Files | None = None,
    ) -> None:
        """Take what a turn needs. ``outboxes`` are those of channels by their names; where one has
        none, the caller shows the replies.

        ``files`` are the ones that a learner's /forget deletes, before the words themselves: if
        they cannot be deleted, nothing is said to be.
        """
        self._flows, self._content, self._store, self._clock = flows, content, store, clock
        self._outboxes, self._files = outboxes or {}, files
        self._deleting = set[int]()
        self.conversations = Conversations(store)

    async def receive(self, event: Event) -> Turn | None:
        """Return the saved turn, None for an event that was handled before. Raises StoreError."""
        if event.conversation or not event.address:
            async with self.conversations.lock(event.conversation):
                return await self.take(event)
        async with self.conversations.held(event.address) as conversation:
            return await self.take(replace(event, conversation=conversation))

    def hand_out(self, rows: Iterable[Outgoing]) -> None:
        """Let the channels that are here send what is committed and waits."""
        for row in rows:
            if outbox := self._outboxes.get(row.to.channel):
                outbox.put([row])

    async def look(self, event: Event) -> Turn:
        """Return what an event would lead to, and keep nothing of it. Raise StoreError."""
        now = self._clock()
        conversation = await self._store.load(event.conversation)
        query = self._flows.access_query(conversation, event)
        access = await self._store.access(event.conversation, query, now)
        return take_turn(self._flows, self._content, conversation, event, now, access)

    async def take(self, event: Event) -> Turn | None:
        """Do the same for a caller who holds the lock of the event's conversation."""
        conversation = await self._store.take_up(event.conversation, event.key)
        if conversation is None:
            return None
        try:
            return await self._take(event, conversation)
        except Changed:  # a link was used up meanwhile, say: what is known now counts
            return await self._take(event, await self._store.load(event.conversation))

    async def _take(self, event: Event, conversation: Conversation) -> Turn:
        now = self._clock()
        query = self._flows.access_query(conversation, event)
        access = await self._store.access(event.conversation, query, now)
        drawn = token_hex(2 * 16)
        tokens = (drawn[:32], drawn[32:])
        access = replace(access, random_tokens=tokens, rings=await self._rings(event))
        turn = take_turn(self._flows, self._content, conversation, event, now, access)
        await self._keep(turn, event.key)
        return turn

    async def remind(self, delivery: Delivery) -> Turn | None:
        """Send a reminder if it still holds; return None where it does not. Raise StoreError.

        What a coordinator was told is asked again here, under the lock that messages take: who has
        finished, left or muted since gets nothing, and who is writing gets it later.
        """
        async with self.conversations.lock(delivery.chat_id):
            now = self._clock()
            case = await self._store.admit(delivery.number, partial(decide_delivery, now=now))
            return await self._remind(case, now) if case else None

    async def _remind(self, case: Case, now: datetime) -> Turn | None:
        delivery = case.delivery
        conversation = await self._store.load(delivery.chat_id)
        dialogue = delivery.dialogue
        if not dialogue and conversation.attempts:
            dialogue = conversation.attempt.dialogue
        of_cohort = (case.cohort.name, case.cohort.contact) if case.cohort else ()
        is_message = case.schedule is not None and case.schedule.audience.is_message
        about = replace(Reminder(delivery.kind, dialogue, *of_cohort), is_message=is_message)
        to = await self._way_to(delivery.chat_id)
        about = replace(about, by_mail=to is not None and to.channel == MAIL)
        access = NO_ACCESS
        if delivery.kind in OF_SHARING:
            about = replace(about, which=delivery.schedule)
            access = await self._store.access(delivery.chat_id, AccessQuery(), now)
        key = f"remind {delivery.number} {delivery.due_at.isoformat()} {delivery.again}"
        event = Event(delivery.chat_id, "remind", case.words, key, reminder=about, address=to)
        turn = take_turn(self._flows, self._content, conversation, event, now, access)
        if not turn.replies or (self._outboxes and not to):
            await self._store.skip(delivery.number, "blocked" if turn.replies else "moved_on")
            return None
        try:
            await self._keep(turn, key, delivery.number)
        except Changed:  # cancelled, or the learner left or muted, since it was found to be due
            return None
        return turn

    async def _rings(self, event: Event) -> bool:
        """Whether a reminder finds who sends this; a channel that only shows must be looked at."""
        here = self._outboxes.get(event.address.channel) if event.address else None
        if here is None or not here.only_shows:
            return True
        way = await self._way_to(event.conversation)
        return way is not None and not self._outboxes[way.channel].only_shows

    async def _way_to(self, conversation: str) -> Address | None:
        """Return the address of a conversation in a channel that has an outbox and reaches them.

        It is the newest one; but who has asked for e-mail gets that, because they were told so.
        """
        found = await self._store.addresses(conversation)
        ways = [each for each in found if each.channel in self._outboxes]
        ways.sort(key=lambda each: (self._outboxes[each.channel].only_shows, each.channel != MAIL))
        return next(iter(ways), None)

    async def _keep(self, turn: Turn, key: str, delivery: int = 0) -> None:
        """Save a turn, then put its replies on their way. Raise StoreError, Changed among them.

        ``delivery`` is the number of the one that the turn is about.
        """
        if any(isinstance(command, RecordWrongCode) and command.alarm for command in turn.commands):
            _log.error("too many wrong codes were tried: all codes are closed for an hour")
        for command in turn.commands:
            if isinstance(command, Audit) and command.what == "left_alone":
                _log.error("nobody looks after cohort %s: its reminders have ended", command.cohort)
        if turn.forget and self._files:
            self._files.forget(turn.after.id)
        to = turn.address
        outbox = self._outboxes.get(to.channel) if to else None
        if to is None or outbox is None:
            await self._store.save(turn, seen=key)
            return
        # Turns that share a commit share the deleting, too: each number is one turn's to delete.
        acknowledged = outbox.acknowledged - self._deleting
        self._deleting |= acknowledged
        try:
            kept = await self._store.save(
                turn,
                seen=key,
                outgoing=outbox.prepare(turn, to),
                acknowledged=acknowledged,
                delivery=delivery,
            )
        finally:
            self._deleting -= acknowledged
        outbox.acknowledged.difference_update(acknowledged)
        outbox.put(kept)
        for each in self._outboxes.values():
            if each is not outbox and each.only_shows:  # what is open there is not the newest now
                each.put([row for row in kept if row.kind == "reply"])
