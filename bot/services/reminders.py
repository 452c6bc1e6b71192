"""One reminder, whole: asked about again under the lock of its chat, and then a turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.clock import Clock
from bot.domain.eligibility import Case, decide_delivery
from bot.domain.events import Event, Reminder
from bot.domain.reminders import Delivery
from bot.domain.turn import Turn
from bot.errors import Changed
from bot.services.turns import Service
from bot.store import ConversationStore, ReminderStore


class RemindingStore(ConversationStore, ReminderStore, Protocol):
    """What a reminder needs of a store."""


class Reminders:
    """Sends reminders whose time has come."""

    def __init__(self, service: Service, store: RemindingStore, clock: Clock) -> None:
        """Take turns through ``service``, which has the locks."""
        self._service, self._store, self._clock = service, store, clock

    async def remind(self, delivery: Delivery) -> Turn | None:
        """Send a reminder if it still holds; return None where it does not. Raise StoreError.

        What a coordinator was told is asked again here, under the lock that messages take: who has
        finished, left or muted since gets nothing, and who is writing gets it later.
        """
        async with self._service.conversations.lock(delivery.chat_id):
            now = self._clock()
            case = await self._store.admit(delivery.number, partial(decide_delivery, now=now))
            return await self._send(case, now) if case else None

    async def _send(self, case: Case, now: datetime) -> Turn | None:
        delivery, cohort, schedule = case.delivery, case.cohort, case.schedule
        conversation = await self._store.load(delivery.chat_id)
        dialogue = delivery.dialogue
        if not dialogue and conversation.attempts:
            dialogue = conversation.attempt.dialogue
        about = Reminder(delivery.kind, dialogue, cohort.name if cohort else "")
        key = f"remind {delivery.number} {delivery.due_at.isoformat()} {delivery.again}"
        words = schedule.words if schedule else ""
        event = Event(delivery.chat_id, "remind", words, key, reminder=about)
        turn = self._service.think(conversation, event, now)
        if not turn.replies:
            await self._store.skip(delivery.number, "moved_on")
            return None
        turn = replace(turn, address=await self._service.way_to(delivery.chat_id))
        if turn.address is None and self._service.has_channels:
            await self._store.skip(delivery.number, "blocked")
            return None
        try:
            await self._service.keep(turn, key, delivery.number)
        except Changed:  # cancelled, or the learner left or muted, since it was found to be due
            return None
        return turn
