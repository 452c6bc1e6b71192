"""Who is reminded when: schedules and deliveries, behind their port."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.eligibility import Case, Rule
from bot.domain.reminders import Delivery, DeliveryState, Schedule, Why, outcome_question
from bot.store.sqlite import deliveries as rows
from bot.store.sqlite import schedules
from bot.store.sqlite.columns import stamp
from bot.store.sqlite.room import Room

_OUTCOMES = "SELECT chat_id, dialogue, outcome_due FROM progress WHERE outcome_due <= ?"

_OUTCOME_ASKED = "UPDATE progress SET outcome_due = NULL WHERE outcome_due <= ?"


class ReminderRoom(Room):
    """Where schedules and deliveries live."""

    async def schedules(self) -> list[Schedule]:
        """Return the reminders of all cohorts that are planned for a time and not cancelled."""
        with self._commits.reading():
            return schedules.planned(self._execute)

    async def fire(self, schedule: str, deliveries: Iterable[Delivery], until: datetime) -> None:
        """Keep the deliveries of a schedule, each once, and up to when it was looked at."""
        async with self._commits.transaction():
            rows.add(self._execute, deliveries)
            schedules.looked_at(self._execute, schedule, until)

    async def ask_outcomes(self, now: datetime) -> None:
        """Plan the question how it went, for everybody whose 28 days are over."""
        async with self._commits.transaction():
            found = self._execute(_OUTCOMES, (stamp(now),)).fetchall()
            rows.add(
                self._execute,
                [
                    outcome_question(chat_id, dialogue, datetime.fromisoformat(due))
                    for chat_id, dialogue, due in found
                ],
            )
            self._execute(_OUTCOME_ASKED, (stamp(now),))

    async def due(self, now: datetime, most: int) -> list[Delivery]:
        """Return the deliveries whose time has come, a learner's own first."""
        with self._commits.reading():
            return rows.due(self._execute, now, most)

    async def admit(self, number: int, decide: Rule) -> Case | None:
        """Return the case of a waiting delivery that ``decide`` lets go now."""
        async with self._commits.transaction():
            waiting = rows.waiting(self._execute, number)
            return rows.may_go(self._execute, waiting, decide) if waiting else None

    async def release(self, number: int, decide: Rule) -> bool:
        """Let the delivery leave that has this number in the outbox; it is *sending*."""
        async with self._commits.transaction():
            queued = rows.queued(self._execute, number)
            if queued is None or rows.may_go(self._execute, queued, decide) is None:
                return False
            return rows.on_its_way(self._execute, number, "sending")

    async def skip(self, number: int, why: Why) -> None:
        """Send nothing for a waiting delivery."""
        await self._end(number, "skipped", why)

    async def fail(self, number: int, error: str) -> None:
        """Send nothing for a waiting delivery, through a fault of ours."""
        await self._end(number, "failed", error)

    async def _end(self, number: int, state: DeliveryState, why: str) -> None:
        async with self._commits.transaction():
            if waiting := rows.waiting(self._execute, number):
                rows.end(self._execute, waiting, state, why)
