"""Cohorts and reminders in SQLite: what a turn did to them, and what it may know of them.

Everything here runs inside a transaction of ``SqliteStore`` and awaits nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.domain.access import Access, AccessQuery, Membership
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import AuditLine, CohortView, Report, Row
from bot.domain.commands import (
    AddCoordinator,
    Audit,
    Cancel,
    CancelPending,
    Command,
    Invite,
    Join,
    Leave,
    RecordWrongCode,
    RedeemInvitation,
    RemoveCoordinator,
    SaveCohort,
    ScheduleReminder,
    SendAgain,
    SetDisplayName,
    SetOwnReminder,
)
from bot.domain.invitations import Invitation
from bot.domain.recurrence import Timing
from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.reminders import Audience, Recipient, Schedule, Why
from bot.errors import Changed
from bot.store.sqlite.tables import (
    AUDIT,
    BLOCKED,
    COHORTS,
    GUESSES,
    INVITATIONS,
    MEMBERS,
    OUTBOX,
    REACH,
    RECIPIENTS,
    SCHEDULES,
    SEATS,
    STANDINGS,
)

AN_HOUR = timedelta(hours=1)

LATER = "later"
"""The schedule of what learners ask for themselves."""

_COHORT = TypeAdapter(Cohort)

_TIMING = TypeAdapter(Timing)

_AUDIENCE = TypeAdapter(Audience)

PREFERENCES = TypeAdapter(ReminderPreferences)

# Names of tables come from tables.py, never from outside.
_MEMBERS = f"""
    SELECT m.chat_id, m.number, m.name, m.joined_at, m.left_at, s.step, s.status, s.own_words,
        s.progressed_at, s.finished_at, r.last_at, r.reminded_at, r.wishes, r.resting,
        b.chat_id IS NOT NULL, coalesce(n.nudges, 0)
    FROM {MEMBERS} m JOIN {COHORTS} c ON c.id = m.cohort
    LEFT JOIN {STANDINGS} s ON s.chat_id = m.chat_id AND s.dialogue = c.dialogue
    LEFT JOIN {REACH} r ON r.chat_id = m.chat_id
    LEFT JOIN {BLOCKED} b ON b.chat_id = m.chat_id
    LEFT JOIN (SELECT chat_id, count(*) AS nudges FROM {RECIPIENTS}
        WHERE cohort = :cohort AND kind = 'nudge' AND state <> 'skipped' GROUP BY chat_id) n
        ON n.chat_id = m.chat_id
    WHERE m.cohort = :cohort"""  # noqa: S608

_ADD_RECIPIENT = f"""
    INSERT INTO {RECIPIENTS}
        (schedule, day, chat_id, cohort, kind, due_at, state, why, again)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (schedule, day, chat_id) WHERE chat_id <> '' DO NOTHING"""  # noqa: S608

_SKIP = f"""UPDATE {RECIPIENTS} SET state = 'skipped', why = ?
    WHERE state IN ('waiting', 'pending')"""  # noqa: S608

_TAKE_BACK = f"""UPDATE {OUTBOX} SET state = 'expired', body = '' WHERE state = 'pending'
    AND number IN (SELECT outbox FROM {RECIPIENTS} WHERE state = 'skipped'"""  # noqa: S608


def stamp(at: datetime) -> str:
    """A moment as text that sorts by time."""
    return at.astimezone(UTC).isoformat()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)
def _wishes(text: str) -> ReminderPreferences:
    """Wishes, read once for all who wish the same. Nobody changes what a Member holds."""
    return PREFERENCES.validate_json(text)


class CohortTables:
    """The tables of cohorts, schedules and recipients on a store's connection."""

    def __init__(self, connection: Any, db: Database) -> None:
        """Share the store's connection."""
        self._execute: Callable[..., Any] = connection.execute
        self._many: Callable[..., Any] = connection.executemany
        self._db = db

    # -- what a turn did

    def do(self, commands: Iterable[Command], chat_id: str, at: datetime) -> None:
        """Do all of it in its order. Raises Changed when something is no longer as it was."""
        for command in commands:
            getattr(self, f"_{type(command).__name__.lower()}")(command, chat_id, at)

    def _savecohort(self, command: SaveCohort, chat_id: str, at: datetime) -> None:
        row = _COHORT.dump_python(command.cohort, mode="json")
        self._db.table(COHORTS).upsert(row, pk="id")

    def _addcoordinator(self, command: AddCoordinator, chat_id: str, at: datetime) -> None:
        row = {"cohort": command.cohort, "chat_id": command.chat_id, "at": stamp(at)}
        self._db.table(SEATS).insert(row, pk=("cohort", "chat_id"), ignore=True)

    def _removecoordinator(self, command: RemoveCoordinator, chat_id: str, at: datetime) -> None:
        where = "cohort = ? AND chat_id = ?"
        self._db.table(SEATS).delete_where(where, [command.cohort, command.chat_id])

    def _invite(self, command: Invite, chat_id: str, at: datetime) -> None:
        row = {
            **asdict(command),
            "expires_at": stamp(command.expires_at),
            "code": int(command.code),
        }
        self._db.table(INVITATIONS).insert(row, pk="token_hash")

    def _redeeminvitation(self, command: RedeemInvitation, chat_id: str, at: datetime) -> None:
        query = f"UPDATE {INVITATIONS} SET uses = uses - 1 WHERE token_hash = ? AND uses > 0"  # noqa: S608
        if not self._execute(query, (command.token_hash,)).rowcount:
            raise Changed("changed")

    def _recordwrongcode(self, command: RecordWrongCode, chat_id: str, at: datetime) -> None:
        self._db.table(GUESSES).insert({"chat_id": chat_id, "at": stamp(at)})
        self._db.table(GUESSES).delete_where("at < ?", [stamp(at - AN_HOUR)])
        if command.alarm:
            query = f"SELECT DISTINCT cohort FROM {INVITATIONS} WHERE code = 1 AND expires_at > ?"  # noqa: S608
            for (cohort,) in self._execute(query, (stamp(at),)).fetchall():
                self._audit(Audit(cohort, "alarm"), "", at)

    def _join(self, command: Join, chat_id: str, at: datetime) -> None:
        query = f"""
            INSERT INTO {MEMBERS} (cohort, chat_id, number, name, joined_at)
            SELECT :cohort, :chat, coalesce(max(number), 0) + 1, '', :at FROM {MEMBERS}
                WHERE cohort = :cohort
            ON CONFLICT (cohort, chat_id) DO UPDATE SET left_at = NULL, joined_at = :at"""  # noqa: S608
        self._execute(query, {"cohort": command.cohort, "chat": chat_id, "at": stamp(at)})

    def _setdisplayname(self, command: SetDisplayName, chat_id: str, at: datetime) -> None:
        query = f"UPDATE {MEMBERS} SET name = ? WHERE cohort = ? AND chat_id = ?"  # noqa: S608
        self._execute(query, (command.name, command.cohort, chat_id))

    def _leave(self, command: Leave, chat_id: str, at: datetime) -> None:
        query = f"UPDATE {MEMBERS} SET left_at = ?, name = '' WHERE cohort = ? AND chat_id = ?"  # noqa: S608
        self._execute(query, (stamp(at), command.cohort, chat_id))
        self.skip("left", "cohort = ? AND chat_id = ?", command.cohort, chat_id)

    def _schedulereminder(self, command: ScheduleReminder, chat_id: str, at: datetime) -> None:
        schedule = command.schedule
        row = {
            "id": schedule.id,
            "cohort": schedule.cohort,
            "audience": _AUDIENCE.dump_json(schedule.audience).decode(),
            "words": schedule.words,
            "timing": _TIMING.dump_json(schedule.timing).decode() if schedule.timing else "",
            "made_by": schedule.made_by,
            "made_at": stamp(schedule.made_at),
            "fired_until": stamp(schedule.fired_until),
        }
        self._db.table(SCHEDULES).insert(row, pk="id")
        self.add_recipients(command.recipients, "reminder", schedule.cohort)

    def _cancel(self, command: Cancel, chat_id: str, at: datetime) -> None:
        query = f"UPDATE {SCHEDULES} SET cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL"  # noqa: S608
        self._execute(query, (stamp(at), command.schedule))
        self.skip("cancelled", "schedule = ?", command.schedule)

    def _sendagain(self, command: SendAgain, chat_id: str, at: datetime) -> None:
        # Whoever has had another reminder since is helped already.
        query = f"""UPDATE {RECIPIENTS}
            SET state = 'waiting', again = 1, why = '', outbox = NULL, due_at = ?
            WHERE schedule = ? AND state = 'unknown' AND chat_id <> '' AND NOT EXISTS
            (SELECT 1 FROM {RECIPIENTS} l WHERE l.chat_id = {RECIPIENTS}.chat_id
                AND l.outbox > {RECIPIENTS}.outbox)"""  # noqa: S608
        self._execute(query, (stamp(at), command.schedule))

    def _setownreminder(self, command: SetOwnReminder, chat_id: str, at: datetime) -> None:
        where = "schedule = ? AND chat_id = ? AND state IN ('waiting', 'skipped')"
        self._db.table(RECIPIENTS).delete_where(where, [LATER, chat_id])
        if command.due_at:
            row = Recipient(LATER, stamp(command.due_at), chat_id, command.due_at)
            self.add_recipients([row], "later", "")

    def _cancelpending(self, command: CancelPending, chat_id: str, at: datetime) -> None:
        self.skip("off", "chat_id = ?", chat_id)

    def _audit(self, command: Audit, chat_id: str, at: datetime) -> None:
        row = {**asdict(command), "at": stamp(at), "chat_id": chat_id}
        self._db.table(AUDIT).insert(row)

    def skip(self, why: Why, where: str, *given: str) -> None:
        """Nothing that waits for these, or has not left the outbox, is sent any more."""
        self._execute(f"{_SKIP} AND {where}", (why, *given))
        self._execute(f"{_TAKE_BACK} AND {where})", given)

    def add_recipients(self, rows: Sequence[Recipient], kind: str, cohort: str) -> None:
        """Add rows, nobody twice for one firing."""
        self._many(
            _ADD_RECIPIENT,
            [
                (
                    *(each.schedule, each.day, each.chat_id, cohort, kind),
                    *(stamp(each.due_at), each.state, each.why, int(each.again)),
                )
                for each in rows
            ],
        )

    def forget(self, chat_id: str) -> None:
        """Nothing of a chat is left. In reports they stay a number without a chat."""
        self.skip("left", "chat_id = ?", chat_id)
        gone = f"UPDATE {RECIPIENTS} SET chat_id = '', outbox = NULL WHERE chat_id = ?"  # noqa: S608
        self._execute(gone, (chat_id,))
        self._execute(f"UPDATE {SCHEDULES} SET made_by = '' WHERE made_by = ?", (chat_id,))  # noqa: S608
        for table in (MEMBERS, STANDINGS, REACH, GUESSES, SEATS):
            self._db.table(table).delete_where("chat_id = ?", [chat_id])
        self._execute(f"UPDATE {AUDIT} SET chat_id = '' WHERE chat_id = ?", (chat_id,))  # noqa: S608

    # -- what a turn may know

    def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        """Who a chat is, and what its event is about where that is theirs to see."""
        query = f"SELECT cohort FROM {SEATS} WHERE chat_id = ?"  # noqa: S608
        coordinates = [cohort for (cohort,) in self._execute(query, (chat_id,)).fetchall()]
        query = f"""SELECT cohort, number, name FROM {MEMBERS}
            WHERE chat_id = ? AND left_at IS NULL ORDER BY joined_at"""  # noqa: S608
        members = self._execute(query, (chat_id,)).fetchall()
        return Access(
            may_create_cohorts="" in coordinates,
            coordinates=tuple(
                cohort for each in coordinates if each and (cohort := self.cohort(each))
            ),
            memberships=tuple(
                Membership(cohort, number, name)
                for each, number, name in members
                if (cohort := self.cohort(each))
            ),
            view=self.view(access_query.cohort) if access_query.cohort in coordinates else None,
            invitation=self._invitation(access_query, now) if access_query.token_hash else None,
            guesses=self._guesses(chat_id, now) if access_query.token_hash else (0, 0),
        )

    def cohort(self, cohort_id: str) -> Cohort | None:
        """A cohort by its id."""
        if not cohort_id:
            return None
        found = list(self._db.table(COHORTS).rows_where("id = ?", [cohort_id]))
        return _COHORT.validate_python(found[0]) if found else None

    def cohorts(self) -> list[Cohort]:
        """All of them, the newest last."""
        rows = self._db.table(COHORTS).rows_where(order_by="made_at")
        return [_COHORT.validate_python(each) for each in rows]

    def _invitation(self, access_query: AccessQuery, now: datetime) -> Invitation | None:
        where = "token_hash = ? AND code = ? AND uses > 0 AND expires_at > ?"
        given = [access_query.token_hash, int(access_query.code), stamp(now)]
        found = list(self._db.table(INVITATIONS).rows_where(where, given))
        if not found:
            return None
        row = found[0]
        return Invitation(row["token_hash"], row["role"], self.cohort(row["cohort"]))

    def _guesses(self, chat_id: str, now: datetime) -> tuple[int, int]:
        table, since = self._db.table(GUESSES), stamp(now - AN_HOUR)
        mine = table.count_where("at > ? AND chat_id = ?", [since, chat_id])
        return mine, table.count_where("at > ?", [since])

    def view(self, cohort_id: str) -> CohortView | None:
        """All of a cohort that its coordinators may see."""
        cohort = self.cohort(cohort_id)
        if cohort is None:
            return None
        query = f"SELECT chat_id FROM {SEATS} WHERE cohort = ? ORDER BY at"  # noqa: S608
        coordinates = tuple(chat for (chat,) in self._execute(query, (cohort_id,)).fetchall())
        audit = self._db.table(AUDIT).rows_where("cohort = ?", [cohort_id], order_by="number")
        return CohortView(
            cohort,
            tuple(self.members(cohort_id)),
            coordinates,
            tuple(self._report(each) for each in self.schedules(cohort_id)),
            tuple(
                AuditLine(
                    datetime.fromisoformat(each["at"]), each["chat_id"], each["what"], each["facts"]
                )
                for each in audit
            ),
        )

    def members(self, cohort_id: str, chat_id: str | None = None) -> list[Member]:
        """Everybody who is or was in a cohort, or one of them."""
        only = "" if chat_id is None else " AND m.chat_id = :chat"
        query = f"{_MEMBERS}{only} ORDER BY m.number"
        rows = self._execute(query, {"cohort": cohort_id, "chat": chat_id}).fetchall()
        return [_member(row) for row in rows]

    def alone(self, chat_id: str) -> Member:
        """Somebody without a look at a cohort: only how they can be reached."""
        query = f"""SELECT r.last_at, r.reminded_at, r.wishes, r.resting, b.chat_id IS NOT NULL
            FROM {REACH} r LEFT JOIN {BLOCKED} b ON b.chat_id = r.chat_id WHERE r.chat_id = ?"""  # noqa: S608
        found = self._execute(query, (chat_id,)).fetchone()
        if not found:
            return Member(chat_id, 0, left_at=datetime.min.replace(tzinfo=UTC))
        last_at, reminded_at, preferences, resting, blocked = found
        return Member(
            chat_id,
            0,
            last_at=_moment(last_at),
            reminded_at=_moment(reminded_at),
            preferences=_wishes(preferences),
            resting=bool(resting),
            blocked=bool(blocked),
        )

    def schedules(self, cohort_id: str = "") -> list[Schedule]:
        """The reminders of a cohort, the newest last; of all cohorts those that are planned."""
        where, given = (
            ("cohort = ?", [cohort_id])
            if cohort_id
            else ("cancelled_at IS NULL AND timing <> ''", [])
        )
        rows = self._db.table(SCHEDULES).rows_where(where, given, order_by="made_at")
        return [_schedule(each) for each in rows]

    def schedule(self, schedule_id: str) -> Schedule | None:
        """A reminder by its id."""
        found = list(self._db.table(SCHEDULES).rows_where("id = ?", [schedule_id]))
        return _schedule(found[0]) if found else None

    def _report(self, schedule: Schedule) -> Report:
        query = f"""SELECT chat_id, day, state, why, due_at FROM {RECIPIENTS}
            WHERE schedule = ? ORDER BY number"""  # noqa: S608
        rows = self._execute(query, (schedule.id,)).fetchall()
        return Report(
            schedule,
            tuple(
                Row(chat, day, state, why, datetime.fromisoformat(due))
                for chat, day, state, why, due in rows
            ),
        )


def _member(row: Sequence[Any]) -> Member:
    (chat_id, number, name, joined, left, step, status, words, progressed, finished) = row[:10]
    (last, reminded, preferences, resting, blocked, nudges) = row[10:]
    return Member(
        chat_id,
        number,
        name,
        _moment(joined),
        _moment(left),
        step or "",
        status or "new",
        words or 0,
        _moment(progressed),
        _moment(finished),
        _moment(last),
        _moment(reminded),
        nudges,
        _wishes(preferences or "{}"),
        bool(resting),
        bool(blocked),
    )


def _schedule(row: dict[str, Any]) -> Schedule:
    timing = row["timing"]
    return Schedule(
        row["id"],
        row["cohort"],
        _AUDIENCE.validate_python(json.loads(row["audience"])),
        row["words"],
        _TIMING.validate_json(timing) if timing else None,
        row["made_by"],
        datetime.fromisoformat(row["made_at"]),
        datetime.fromisoformat(row["fired_until"]),
        _moment(row["cancelled_at"]),
    )
