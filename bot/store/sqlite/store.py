"""The store on SQLite with SQLCipher: encrypted at rest, one durable transaction a turn.

Turns that come at the same moment share one commit (``commits.py``). What runs in every turn is
plain SQL; the rest is sqlite-utils.
Proved in ``tests/test_store.py``, ``tests/test_kill.py`` and ``tests/telegram/test_kill.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock
from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.domain.access import Access, AccessQuery
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Command
from bot.domain.conversation import Conversation, Message
from bot.domain.outbox import Outgoing, OutgoingState
from bot.domain.reminders import Due, Kind, Recipient, Schedule, Why
from bot.domain.turn import Turn
from bot.store.sqlite.cohorts import CohortTables
from bot.store.sqlite.connection import DATABASE, open_database
from bot.store.sqlite.group_commit import Commits
from bot.store.sqlite.reminders import RecipientTables
from bot.store.sqlite.tables import (
    BLOCKED,
    CONVERSATIONS,
    MESSAGES,
    NOTES,
    OUTBOX,
    PUT_ASIDE,
    RECIPIENTS,
    SEEN,
)

FORGET_KEYS_AFTER = timedelta(days=7)
"""Telegram repeats an update for a day at most; a week is safe."""

FORGET_KEYS_EVERY = 100
"""Turns between two looks for keys that are that old. The first turn after a start looks too."""

_CONVERSATION: TypeAdapter[Conversation] = TypeAdapter(Conversation)

_NOT_STATE = {"chat_id", "messages"}

_MESSAGE = (
    "number",
    "attempt",
    "step",
    "text",
    "at",
    "source",
    "aside",
    "edited_at",
    "joint",
    "cuts",
    "origin",
    "names",
    "dropped",
)

_OUTGOING = ("number", "chat_id", "kind", "method", "params", "receipt", "waits")

# The names come from tables.py and the tuples above, never from outside.
_LOAD_STATE = f"SELECT state FROM {CONVERSATIONS} WHERE chat_id = ?"  # noqa: S608

_LOAD_MESSAGES = f"SELECT {', '.join(_MESSAGE)} FROM {MESSAGES} WHERE chat_id = ? ORDER BY number"  # noqa: S608

_HAS_SEEN = f"SELECT 1 FROM {SEEN} WHERE key = ?"  # noqa: S608

_SEE = f"INSERT INTO {SEEN} (key, at) VALUES (?, ?)"  # noqa: S608

# Keys come in the order of time, so looking from the first one stops at the first that is young.
_YOUNG = f"SELECT rowid FROM {SEEN} WHERE at >= ? ORDER BY rowid LIMIT 1"  # noqa: S608

_FORGET_SEEN = f"DELETE FROM {SEEN} WHERE rowid < ({_YOUNG})"  # noqa: S608

_KEEP_STATE = (
    f"INSERT INTO {CONVERSATIONS} (chat_id, state) VALUES (?, ?) "  # noqa: S608
    "ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state"
)

_KEEP_MESSAGE = (
    f"INSERT INTO {MESSAGES} (chat_id, {', '.join(_MESSAGE)}) "  # noqa: S608
    f"VALUES (?{', ?' * len(_MESSAGE)}) ON CONFLICT (chat_id, number) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _MESSAGE[2:])
)

_ADD_OUTGOING = (
    f"INSERT INTO {OUTBOX} ({', '.join(_OUTGOING)}, state) "  # noqa: S608
    f"VALUES ({'?, ' * len(_OUTGOING)}'pending')"
)

_DELETE_OUTGOING = f"DELETE FROM {OUTBOX} WHERE number = ?"  # noqa: S608

_WAITING = f"SELECT {', '.join(_OUTGOING)} FROM {OUTBOX} WHERE state = 'pending' ORDER BY number"  # noqa: S608

_LEFT_IN_DOUBT = f"UPDATE {OUTBOX} SET state = 'unknown', params = '' WHERE state = 'sending'"  # noqa: S608


class SqliteStore:
    """The store in one encrypted file. ``open`` it; one process a folder."""

    def __init__(self, connection: Any, lock: FileLock | None, path: Path, key_file: Path) -> None:
        """Use ``SqliteStore.open``: it makes the connection safe first."""
        self._connection = connection
        self._db = Database(connection)
        self._lock = lock
        # Numbers that reports name are not used again, though their rows in the outbox are gone.
        used = f"SELECT max(number) FROM {OUTBOX} UNION SELECT max(outbox) FROM {RECIPIENTS}"  # noqa: S608
        self._last_number: int = max(last or 0 for (last,) in connection.execute(used).fetchall())
        self._saved = 0
        self._commits = Commits(connection, path, key_file)
        self._cohorts = CohortTables(connection, self._db)
        self._recipients = RecipientTables(connection, self._cohorts)

    @classmethod
    def open(cls, folder: Path, key: str, key_file: Path, *, beside: bool = False) -> SqliteStore:
        """Open the database of a data folder, or make it on the first run. Raises StoreError.

        ``beside`` is for one who reads and plans while a coach is running: it adds nothing to the
        outbox and takes no turns, so that the one that does need not know of it.
        """
        folder = folder.absolute()
        connection, lock = open_database(folder, key, key_file, beside=beside)
        return cls(connection, lock, folder / DATABASE, key_file)

    async def load(self, chat_id: str) -> Conversation:
        """The conversation of a chat; a new, empty one when nothing is kept."""
        with self._commits.reading():
            found = self._connection.execute(_LOAD_STATE, (chat_id,)).fetchone()
            if not found:
                return Conversation(chat_id)
            rows = self._connection.execute(_LOAD_MESSAGES, (chat_id,)).fetchall()
        messages = [dict(zip(_MESSAGE, row, strict=True)) for row in rows]
        for message in messages:
            message |= {name: json.loads(message[name]) for name in ("cuts", "names")}
        state = {**json.loads(found[0]), "chat_id": chat_id, "messages": messages}
        return _CONVERSATION.validate_python(state)

    async def has_seen(self, key: str) -> bool:
        """Whether the event of that key was handled before."""
        with self._commits.reading():
            return self._connection.execute(_HAS_SEEN, (key,)).fetchone() is not None

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        recipient: int = 0,
    ) -> list[Outgoing]:
        """Keep a turn, its event's key and its replies, or raise CannotSave and keep nothing.

        ``recipient`` is the one whose reminder the turn is.
        """
        execute = self._connection.execute
        async with self._commits.transaction():
            if turn.forget:
                self._forget(turn.after.chat_id)
            else:
                self._keep(turn)
                self._recipients.save_progress(turn)
            self._cohorts.do(turn.commands, turn.after.chat_id, turn.at)
            execute(_SEE, (seen, turn.at.isoformat()))
            self._saved += 1
            if self._saved % FORGET_KEYS_EVERY == 1:
                execute(_FORGET_SEEN, ((turn.at - FORGET_KEYS_AFTER).isoformat(),))
            for number in acknowledged:
                execute(_DELETE_OUTGOING, (number,))
            numbered = self._add(outgoing)
            if recipient and numbered:
                chat_id = turn.after.chat_id
                self._recipients.in_outbox(recipient, numbered[0].number, chat_id, turn.at)
        if turn.forget:
            await self._commits.empty_log()
        return numbered

    def _keep(self, turn: Turn) -> None:
        after = turn.after
        state = _CONVERSATION.dump_json(after, exclude=_NOT_STATE).decode()
        self._connection.execute(_KEEP_STATE, (after.chat_id, state))
        # Messages are frozen and their numbers count up from 1, so what is the same is identical.
        before = turn.before.messages
        for place, message in enumerate(after.messages):
            if place >= len(before) or before[place] is not message:
                self._connection.execute(_KEEP_MESSAGE, (after.chat_id, *_row(message)))

    def _forget(self, chat_id: str) -> None:
        self._cohorts.forget(chat_id)
        for table in (MESSAGES, OUTBOX, CONVERSATIONS):
            self._db.table(table).delete_where("chat_id = ?", [chat_id])

    def _add(self, outgoing: Iterable[Outgoing]) -> list[Outgoing]:
        numbered = list[Outgoing]()
        for each in outgoing:
            self._last_number += 1
            numbered.append(replace(each, number=self._last_number))
            values = (getattr(numbered[-1], name) for name in _OUTGOING)
            row = [json.dumps(value) if isinstance(value, dict) else value for value in values]
            self._connection.execute(_ADD_OUTGOING, row)
        return numbered

    async def waiting(self) -> list[Outgoing]:
        """Everything in the outbox that has not left, in order.

        A reminder that was on its way when the coach stopped may have arrived: it is *unknown*.
        """
        async with self._commits.transaction():
            self._connection.execute(_LEFT_IN_DOUBT)
            self._recipients.left_in_doubt()
            rows = self._connection.execute(_WAITING).fetchall()
        found = [dict(zip(_OUTGOING, row, strict=True)) for row in rows]
        return [Outgoing(**{**row, "params": json.loads(row["params"])}) for row in found]

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a reminder into the outbox."""
        async with self._commits.transaction():
            return self._add([outgoing])[0]

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        """Delete replies that have been handed over."""
        async with self._commits.transaction():
            self._connection.executemany(_DELETE_OUTGOING, [(number,) for number in numbers])

    async def mark(self, number: int, state: OutgoingState, error: str = "") -> None:
        """Note what has become of an outgoing message. Anything but waiting drops its words."""
        drop = "" if state in ("pending", "sending") else ", params = ''"
        query = f"UPDATE {OUTBOX} SET state = ?, error = ?{drop} WHERE number = ?"  # noqa: S608
        async with self._commits.transaction():
            # It may be gone: its learner may have had everything deleted meanwhile.
            self._connection.execute(query, (state, error, number))
            if state != "expired":
                self._recipients.became(number, state, error)

    async def take(self, number: int, now: datetime) -> bool:
        """Let a reminder leave; False when it was taken back, or does not hold at this second."""
        query = f"UPDATE {OUTBOX} SET state = ? WHERE number = ? AND state = 'pending'"  # noqa: S608
        async with self._commits.transaction():
            held = self._recipients.hold_back(number, now)
            state = "expired" if held else "sending"
            found = self._connection.execute(query, (state, number)).rowcount
            taken = bool(found) and not held
            if taken:
                self._recipients.became(number, "sending")
        return taken

    async def set_blocked(self, chat_id: str, blocked: bool, at: datetime) -> None:
        """Note that a chat takes no messages, or takes them again. What waits for it is dropped."""
        async with self._commits.transaction():
            if not blocked:
                self._db.table(BLOCKED).delete_where("chat_id = ?", [chat_id])
                return
            row = {"chat_id": chat_id, "at": at.isoformat()}
            self._db.table(BLOCKED).upsert(row, pk="chat_id")
            self._recipients.chat_blocked(chat_id)
            waits = "chat_id = ? AND state = 'pending'"
            dropped = f"UPDATE {OUTBOX} SET state = 'blocked', params = '' WHERE {waits}"  # noqa: S608
            self._connection.execute(dropped, (chat_id,))

    async def blocked(self) -> set[str]:
        """The chats that take no messages."""
        with self._commits.reading():
            return {row["chat_id"] for row in self._db.table(BLOCKED).rows}

    async def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        """What a turn may know beside its own conversation."""
        with self._commits.reading():
            found = self._cohorts.access(chat_id, access_query, now)
        return (
            replace(found, invitation_address=await self.get_meta("invitation_address"))
            if found.is_coordinator
            else found
        )

    async def cohort(self, cohort_id: str) -> Cohort | None:
        """A cohort by its id."""
        with self._commits.reading():
            return self._cohorts.cohort(cohort_id)

    async def cohorts(self) -> list[Cohort]:
        """Every cohort, the newest last."""
        with self._commits.reading():
            return self._cohorts.cohorts()

    async def view(self, cohort_id: str) -> CohortView | None:
        """All of a cohort that its coordinators may see."""
        with self._commits.reading():
            return self._cohorts.view(cohort_id)

    async def member(self, chat_id: str, cohort_id: str) -> Member:
        """Somebody as a reminder sees them, in a cohort or on their own."""
        with self._commits.reading():
            found = self._cohorts.members(cohort_id, chat_id) if cohort_id else []
            return found[0] if found else self._cohorts.alone(chat_id)

    async def members(self, cohort_id: str) -> list[Member]:
        """Everybody who is or was in a cohort."""
        with self._commits.reading():
            return self._cohorts.members(cohort_id)

    async def schedule(self, schedule_id: str) -> Schedule | None:
        """A reminder by its id."""
        with self._commits.reading():
            return self._cohorts.schedule(schedule_id)

    async def schedules(self) -> list[Schedule]:
        """The reminders of all cohorts that are planned for a time and not cancelled."""
        with self._commits.reading():
            return self._cohorts.schedules()

    async def due(self, now: datetime, most: int) -> list[Due]:
        """The recipients whose time has come, the longest due first."""
        with self._commits.reading():
            return self._recipients.due(now, most)

    async def skip(self, number: int, why: Why) -> None:
        """Nothing is sent to a recipient."""
        async with self._commits.transaction():
            self._recipients.settle(number, "skipped", why)

    async def fail(self, number: int, error: str) -> None:
        """A fault of ours: nothing is sent to a recipient, and the report says that it failed."""
        async with self._commits.transaction():
            self._recipients.settle(number, "failed", error)

    async def postpone(self, number: int, due_at: datetime) -> None:
        """A recipient waits longer."""
        async with self._commits.transaction():
            self._recipients.postpone(number, due_at)

    async def fire(
        self, rows: Iterable[Recipient], kind: Kind, cohort: str, schedule: str, until: datetime
    ) -> None:
        """A schedule has been looked at up to a moment: these are its recipients, each once."""
        async with self._commits.transaction():
            self._recipients.fire(rows, kind, cohort, schedule, until)

    async def ask_outcomes(self, now: datetime) -> None:
        """Plan the question how it went, for everybody whose 28 days are over."""
        async with self._commits.transaction():
            self._recipients.ask_outcomes(now)

    async def do(self, commands: Sequence[Command], chat_id: str, at: datetime) -> None:
        """Do these without a turn, as the operator. Raises Changed or CannotSave."""
        async with self._commits.transaction():
            self._cohorts.do(commands, chat_id, at)

    async def quarantine(self, keys: Iterable[str], error: str, at: datetime) -> int:
        """Note events that could not be handled, without their text; gives how many there are."""
        async with self._commits.transaction():
            rows = [{"key": key, "error": error, "at": at.isoformat()} for key in keys]
            self._db.table(PUT_ASIDE).upsert_all(rows, pk="key")
            return self._db.table(PUT_ASIDE).count

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a fact about the coach itself, such as when it was last alive."""
        async with self._commits.transaction():
            self._db.table(NOTES).upsert({"name": name, "value": value}, pk="name")

    async def get_meta(self, name: str) -> str:
        """A fact kept by ``note``; empty when there is none."""
        with self._commits.reading():
            found = list(self._db.table(NOTES).rows_where("name = ?", [name]))
        return str(found[0]["value"]) if found else ""

    async def close(self) -> None:
        """Close the file and let the next process have the folder."""
        self._commits.commit()
        self._connection.close()
        if self._lock:
            self._lock.release()


def _row(message: Message) -> list[object]:
    return [_value(getattr(message, name)) for name in _MESSAGE]


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps(value)
    return value.isoformat() if isinstance(value, datetime) else value
