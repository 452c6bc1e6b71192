"""Who is reminded when, in SQLite: what is due, what became of it, and how far everybody is.

A recipient goes *waiting* → *pending* (in the outbox) → *sending* → *sent*, *blocked*, *failed* or
*unknown*; or *waiting* → *skipped*. Everything here runs inside a transaction of ``SqliteStore``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from bot.domain.eligibility import decide
from bot.domain.recurrence import is_too_late
from bot.domain.reminders import Due, How, Kind, Recipient, RecipientState
from bot.domain.turn import Turn
from bot.errors import Changed
from bot.store.sqlite.cohorts import PREFERENCES, CohortTables, stamp
from bot.store.sqlite.tables import COHORTS, OUTBOX, REACH, RECIPIENTS, SCHEDULES, STANDINGS

_DUE = f"""
    SELECT number, schedule, day, chat_id, cohort, kind, due_at, again FROM {RECIPIENTS}
    WHERE state = 'waiting' AND due_at <= ? AND chat_id <> ''
    ORDER BY kind <> 'later', due_at, number LIMIT ?"""  # noqa: S608

_KEEP_STANDING = f"""
    INSERT INTO {STANDINGS} (chat_id, dialogue, step, status, own_words, progressed_at,
        finished_at, outcome_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (chat_id, dialogue) DO UPDATE SET
        progressed_at = CASE WHEN step = excluded.step AND status = excluded.status
            AND own_words = excluded.own_words THEN progressed_at ELSE excluded.progressed_at END,
        step = excluded.step, status = excluded.status, own_words = excluded.own_words,
        finished_at = excluded.finished_at, outcome_due = excluded.outcome_due"""  # noqa: S608

_KEEP_REACH = f"""
    INSERT INTO {REACH} (chat_id, wishes, resting, last_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (chat_id) DO UPDATE SET wishes = excluded.wishes, resting = excluded.resting,
        last_at = coalesce(excluded.last_at, last_at)"""  # noqa: S608

_IN_OUTBOX = f"""UPDATE {RECIPIENTS} SET state = 'pending', outbox = ?
    WHERE number = ? AND state = 'waiting'"""  # noqa: S608

_SETTLED = f"""UPDATE {RECIPIENTS} SET state = ?, why = ?
    WHERE outbox = ? AND state IN ('pending', 'sending')"""  # noqa: S608

_OUTCOMES = f"""
    SELECT chat_id, dialogue, outcome_due FROM {STANDINGS} WHERE outcome_due <= ?"""  # noqa: S608


class RecipientTables:
    """The tables of recipients and of how far everybody is, on a store's connection."""

    def __init__(self, connection: Any, cohorts: CohortTables) -> None:
        """Share the store's connection."""
        self._execute: Callable[..., Any] = connection.execute
        self._cohorts = cohorts

    def save_progress(self, turn: Turn) -> None:
        """How far the learner of a turn is, and how they can be reached: never a word of theirs."""
        progress, chat_id = turn.progress, turn.after.chat_id
        if progress is None:
            return
        sent, due = progress.finished_at, progress.outcome_due
        self._execute(
            _KEEP_STANDING,
            (
                *(chat_id, progress.dialogue, progress.step, progress.status, progress.own_words),
                *(stamp(turn.at), sent and stamp(sent), due and stamp(due)),
            ),
        )
        if progress.status == "submitted" and not turn.is_reminder:
            here = f"cohort IN (SELECT id FROM {COHORTS} WHERE dialogue = ?) AND chat_id = ?"  # noqa: S608
            self._cohorts.skip("finished", here, progress.dialogue, chat_id)
        preferences = PREFERENCES.dump_json(turn.after.preferences).decode()
        resting = int(turn.after.stopped or turn.after.distressed)
        last_at = None if turn.is_reminder else stamp(turn.at)
        self._execute(_KEEP_REACH, (chat_id, preferences, resting, last_at))

    def due(self, now: datetime, most: int) -> list[Due]:
        """The recipients whose time has come, the longest due first."""
        rows = self._execute(_DUE, (stamp(now), most)).fetchall()
        return [
            Due(number, schedule, day, chat, cohort, kind, datetime.fromisoformat(at), bool(again))
            for number, schedule, day, chat, cohort, kind, at, again in rows
        ]

    def in_outbox(self, number: int, outbox: int, chat_id: str, at: datetime) -> None:
        """The reminder is on its way. Raises Changed when it was taken back meanwhile."""
        if not self._execute(_IN_OUTBOX, (outbox, number)).rowcount:
            raise Changed("changed")
        query = f"UPDATE {REACH} SET reminded_at = ? WHERE chat_id = ?"  # noqa: S608
        self._execute(query, (stamp(at), chat_id))

    def hold_back(self, outbox: int, now: datetime) -> bool:
        """Ask once more, as it leaves the outbox: it may have waited there for a long pause.

        True when it does not go: it is skipped with the reason, or waits for a better time.
        """
        query = f"""SELECT number, schedule, chat_id, cohort, kind, due_at FROM {RECIPIENTS}
            WHERE outbox = ? AND state = 'pending'"""  # noqa: S608
        found = self._execute(query, (outbox,)).fetchone()
        if not found:
            return False
        number, schedule_id, chat_id, cohort_id, kind, due_at = found
        members = self._cohorts.members(cohort_id, chat_id)
        member = members[0] if members else self._cohorts.alone(chat_id)
        schedule = self._cohorts.schedule(schedule_id)
        audience = schedule.audience if schedule else None
        how: How = "asked_for" if kind == "later" else "again"
        each = decide(self._cohorts.cohort(cohort_id), audience, member, now, how)
        late = is_too_late(datetime.fromisoformat(due_at), now)
        if late or each.why:
            query = f"UPDATE {RECIPIENTS} SET state = 'skipped', why = ? WHERE number = ?"  # noqa: S608
            self._execute(query, ("late" if late else each.why, number))
            return True
        if each.at and each.at > now:
            query = f"""UPDATE {RECIPIENTS}
                SET state = 'waiting', again = 1, outbox = NULL, due_at = ? WHERE number = ?"""  # noqa: S608
            self._execute(query, (stamp(each.at), number))
            return True
        return False

    def settle(self, number: int, state: RecipientState, why: str) -> None:
        """Nothing is sent to a recipient."""
        query = f"""UPDATE {RECIPIENTS} SET state = ?, why = ?
            WHERE number = ? AND state = 'waiting'"""  # noqa: S608
        self._execute(query, (state, why, number))

    def postpone(self, number: int, due_at: datetime) -> None:
        """A recipient waits longer."""
        query = f"UPDATE {RECIPIENTS} SET due_at = ? WHERE number = ? AND state = 'waiting'"  # noqa: S608
        self._execute(query, (stamp(due_at), number))

    def became(self, outbox: int, state: RecipientState, error: str = "") -> None:
        """What has become of an outgoing reminder."""
        self._execute(_SETTLED, (state, error, outbox))

    def left_in_doubt(self) -> None:
        """Those that were on their way when the coach stopped may have arrived."""
        query = f"UPDATE {RECIPIENTS} SET state = 'unknown' WHERE state = 'sending'"  # noqa: S608
        self._execute(query)

    def chat_blocked(self, chat_id: str) -> None:
        """What waits in the outbox for a chat that takes no messages is dropped."""
        query = f"""UPDATE {RECIPIENTS} SET state = 'blocked' WHERE outbox IN
            (SELECT number FROM {OUTBOX} WHERE chat_id = ? AND state = 'pending')"""  # noqa: S608
        self._execute(query, (chat_id,))

    def fire(
        self, rows: Iterable[Recipient], kind: Kind, cohort: str, schedule: str, until: datetime
    ) -> None:
        """A schedule has been looked at up to a moment: these are its recipients."""
        self._cohorts.add_recipients(list(rows), kind, cohort)
        query = f"UPDATE {SCHEDULES} SET fired_until = ? WHERE id = ?"  # noqa: S608
        self._execute(query, (stamp(until), schedule))

    def ask_outcomes(self, now: datetime) -> None:
        """A recipient for everybody whose 28 days are over; each once for what they sent."""
        rows = self._execute(_OUTCOMES, (stamp(now),)).fetchall()
        for chat_id, dialogue, due in rows:
            row = Recipient("outcome", f"{dialogue} {due}", chat_id, datetime.fromisoformat(due))
            self._cohorts.add_recipients([row], "outcome", "")
            query = f"""UPDATE {STANDINGS} SET outcome_due = NULL
                WHERE chat_id = ? AND dialogue = ?"""  # noqa: S608
            self._execute(query, (chat_id, dialogue))
