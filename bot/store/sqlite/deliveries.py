"""Who is reminded when: deliveries, added and carried from one state to the next.

A delivery that is in the outbox points to its row there; that row goes when it has left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.eligibility import Case, Rule
from bot.domain.reminders import (
    RETURNED,
    Delivery,
    DeliveryState,
    Schedule,
    Why,
    outcome_question,
)
from bot.errors import Changed
from bot.store.sqlite import members, schedules
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.room import Room

_DELIVERIES = """
    SELECT schedule, day, chat_id, due_at, kind, cohort, dialogue, state, why, again, outbox,
        number, went_at
    FROM deliveries"""

_DUE = (
    _DELIVERIES
    + """
    WHERE state = 'waiting' AND due_at <= ? AND chat_id <> ''
    ORDER BY kind <> 'later', due_at, number LIMIT ?"""
)

_IN_OUTBOX = "SELECT count(*) FROM deliveries WHERE state IN ('queued', 'sending')"

_WAITING = _DELIVERIES + " WHERE number = ? AND state = 'waiting'"

_QUEUED = _DELIVERIES + " WHERE outbox = ? AND state = 'queued'"

_OF_CHAT = _DELIVERIES + " WHERE chat_id = ? ORDER BY number"

_OF_SCHEDULE = _DELIVERIES + " WHERE schedule = ? ORDER BY number"

_ADD = """
    INSERT INTO deliveries
        (schedule, day, chat_id, due_at, kind, cohort, dialogue, state, why, again)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (schedule, day, dialogue, chat_id) WHERE chat_id <> '' AND kind <> 'later'
    DO NOTHING"""

_END = """
    UPDATE deliveries SET state = ?, why = ?,
        went_at = CASE state WHEN 'queued' THEN NULL ELSE went_at END
    WHERE number = ?"""

_WAIT = """
    UPDATE deliveries SET state = 'waiting', why = '', again = ?, outbox = NULL, due_at = ?,
        went_at = CASE state WHEN 'queued' THEN NULL ELSE went_at END
    WHERE number = ?"""

_QUEUE = """
    UPDATE deliveries SET state = 'queued', outbox = ?, went_at = ?
    WHERE number = ? AND state = 'waiting'"""

_ON_ITS_WAY = """
    UPDATE deliveries SET state = :state, why = :why,
        went_at = CASE WHEN :state IN ('failed', 'blocked') AND again = 0 THEN NULL ELSE went_at END
    WHERE outbox = :outbox AND state IN ('queued', 'sending')"""

_CAME_BACK = """
    UPDATE deliveries SET state = 'failed', why = ?, went_at = NULL
    WHERE outbox = ? AND chat_id = ? AND state IN ('sent', 'unknown')"""

_DROP = "DELETE FROM outbox WHERE number = ?"

_DROP_IN_DOUBT = """
    DELETE FROM outbox WHERE number IN (SELECT outbox FROM deliveries WHERE state = 'sending')"""

_IN_DOUBT = "UPDATE deliveries SET state = 'unknown' WHERE state = 'sending'"

_DROP_BLOCKED = """
    DELETE FROM outbox WHERE number IN
        (SELECT outbox FROM deliveries WHERE chat_id = ? AND state = 'queued')"""

_BLOCKED = """
    UPDATE deliveries SET state = 'blocked', went_at = NULL
    WHERE chat_id = ? AND state = 'queued'"""

_OUTCOMES = "SELECT chat_id, dialogue, outcome_due FROM progress WHERE outcome_due <= ?"

_OUTCOME_ASKED = "UPDATE progress SET outcome_due = NULL WHERE outcome_due <= ?"


class ReminderRoom(Room):
    """Where schedules and deliveries live."""

    async def schedules(self) -> list[Schedule]:
        """Return the schedules of all cohorts that are not cancelled: planned ones, and nudges."""
        with self._commits.reading():
            return schedules.planned(self._execute)

    async def fire(self, schedule: str, deliveries: Iterable[Delivery], until: datetime) -> None:
        """Keep the deliveries of a schedule, each once, and up to when it was looked at."""
        async with self._commits.transaction():
            add(self._execute, deliveries)
            schedules.looked_at(self._execute, schedule, until)

    async def ask_outcomes(self, now: datetime) -> None:
        """Plan the question how it went, for everybody whose 28 days are over."""
        async with self._commits.transaction():
            found = self._execute(_OUTCOMES, (stamp(now),)).fetchall()
            add(
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
            [in_outbox] = self._execute(_IN_OUTBOX).fetchone()
            return _read(self._execute, _DUE, stamp(now), max(0, most - in_outbox))

    async def admit(self, number: int, decide: Rule) -> Case | None:
        """Return the case of a waiting delivery that ``decide`` lets go now."""
        async with self._commits.transaction():
            waiting = _waiting(self._execute, number)
            return _may_go(self._execute, waiting, decide) if waiting else None

    async def release(self, number: int, decide: Rule) -> bool:
        """Let the delivery leave that has this number in the outbox; it is *sending*."""
        async with self._commits.transaction():
            found = _read(self._execute, _QUEUED, number)
            if not found or _may_go(self._execute, found[0], decide) is None:
                return False
            return on_its_way(self._execute, number, "sending")

    async def skip(self, number: int, why: Why) -> None:
        """Send nothing for a waiting delivery."""
        await self._end(number, "skipped", why)

    async def fail(self, number: int, error: str) -> None:
        """Send nothing for a waiting delivery, through a fault of ours."""
        await self._end(number, "failed", error)

    async def _end(self, number: int, state: DeliveryState, why: str) -> None:
        async with self._commits.transaction():
            if waiting := _waiting(self._execute, number):
                end(self._execute, waiting, state, why)


def _waiting(execute: Execute, number: int) -> Delivery | None:
    return next(iter(_read(execute, _WAITING, number)), None)


def _may_go(execute: Execute, delivery: Delivery, decide: Rule) -> Case | None:
    """Return the case of a delivery that goes now; else carry out what was decided."""
    schedule = schedules.schedule(execute, delivery.schedule) if delivery.schedule else None
    case = Case(delivery, *members.member(execute, delivery.chat_id, delivery.cohort), schedule)
    decision = decide(case)
    if decision.goes:
        return case
    if decision.at:
        # Who counts as reminded by this very one must not be left out for it.
        again = delivery.again or delivery.state == "queued"
        wait(execute, delivery, decision.at, again=again)
    else:
        end(execute, delivery, "skipped", decision.why or "")
    return None


def of_chat(execute: Execute, chat_id: str) -> list[Delivery]:
    """Return every delivery to a chat."""
    return _read(execute, _OF_CHAT, chat_id)


def of_schedule(execute: Execute, schedule_id: str) -> list[Delivery]:
    """Return every delivery of a schedule, the oldest first."""
    return _read(execute, _OF_SCHEDULE, schedule_id)


def add(execute: Execute, deliveries: Iterable[Delivery]) -> None:
    """Add deliveries, nobody twice for one firing."""
    for each in deliveries:
        execute(
            _ADD,
            (
                *(each.schedule, each.day.isoformat(), each.chat_id, stamp(each.due_at)),
                *(each.kind, each.cohort, each.dialogue, each.state, each.why, int(each.again)),
            ),
        )


def skip(execute: Execute, deliveries: Iterable[Delivery], why: str) -> None:
    """Send nothing of what waits or has not left the outbox."""
    for each in deliveries:
        if each.state in ("waiting", "queued"):
            end(execute, each, "skipped", why)


def end(execute: Execute, delivery: Delivery, state: DeliveryState, why: str) -> None:
    """Carry a delivery to a final state; nothing of it is left in the outbox."""
    execute(_END, (state, why, delivery.number))
    execute(_DROP, (delivery.outbox,))


def wait(execute: Execute, delivery: Delivery, due_at: datetime, *, again: bool) -> None:
    """Let a delivery wait for another time; nothing of it is left in the outbox."""
    execute(_WAIT, (int(again), stamp(due_at), delivery.number))
    execute(_DROP, (delivery.outbox,))


def queue(execute: Execute, number: int, outbox: int, at: datetime) -> None:
    """Point a delivery to its place in the outbox. Raise Changed when it waits no more."""
    if not execute(_QUEUE, (outbox, stamp(at), number)).rowcount:
        raise Changed("changed")


def on_its_way(execute: Execute, outbox: int, state: DeliveryState, why: str = "") -> bool:
    """Note what has become of a delivery in the outbox. Return False where it is none."""
    given = {"state": state, "why": why, "outbox": outbox}
    return bool(execute(_ON_ITS_WAY, given).rowcount)


def came_back(execute: Execute, chat_id: str, outbox: int) -> bool:
    """Note that what had gone to somebody came back. Return False where it was none."""
    return bool(execute(_CAME_BACK, (RETURNED, outbox, chat_id)).rowcount)


def left_in_doubt(execute: Execute) -> None:
    """Note that those that were on their way when the coach stopped may have arrived."""
    execute(_DROP_IN_DOUBT)
    execute(_IN_DOUBT)


def chat_blocked(execute: Execute, chat_id: str) -> None:
    """Drop what waits in the outbox for a chat that takes no messages."""
    execute(_DROP_BLOCKED, (chat_id,))
    execute(_BLOCKED, (chat_id,))


def _read(execute: Execute, query: str, *given: object) -> list[Delivery]:
    return [_delivery(row) for row in execute(query, given).fetchall()]


def _delivery(row: Sequence[Any]) -> Delivery:
    schedule_id, day, chat_id, due_at, kind, cohort, dialogue, state, why, again, *rest = row
    outbox, number, went_at = rest
    return Delivery(
        schedule_id,
        date.fromisoformat(day),
        chat_id,
        datetime.fromisoformat(due_at),
        kind,
        cohort,
        dialogue,
        state,
        why,
        bool(again),
        outbox or 0,
        number,
        datetime.fromisoformat(went_at) if went_at else None,
    )
