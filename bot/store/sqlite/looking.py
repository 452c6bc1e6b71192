"""How the store is, in numbers; and what an operator did with the words of one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.fingerprints import short_number
from bot.domain.health import Health
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.meta import get_meta
from bot.store.sqlite.room import Room

BACKUP_AT = "backup_at"

_COUNTS = """
    SELECT (SELECT count(*) FROM conversations), (SELECT count(*) FROM messages),
        (SELECT max(at) FROM seen),
        (SELECT count(*) FROM outbox WHERE state = 'pending'),
        (SELECT min(at) FROM outbox WHERE state = 'pending' AND at <> ''),
        (SELECT count(*) FROM deliveries WHERE state = 'waiting' AND due_at <= :now),
        (SELECT min(due_at) FROM deliveries WHERE state = 'waiting' AND due_at <= :now),
        (SELECT count(*) FROM quarantine),
        (SELECT count(*) FROM cohorts WHERE closed_at IS NULL
            AND id NOT IN (SELECT cohort FROM coordinators)),
        (SELECT count(*) FROM addresses WHERE channel <> 'terminal')"""

_FIND = """
    SELECT c.chat_id, coalesce(r.last_at, ''), coalesce(m.cohort, ''), coalesce(m.number, 0),
        coalesce(m.name, ''), coalesce(a.channel, ''), coalesce(a.address, '')
    FROM conversations c LEFT JOIN members m ON m.chat_id = c.chat_id AND m.left_at IS NULL
    LEFT JOIN addresses a ON a.conversation = c.chat_id
    LEFT JOIN reach r ON r.chat_id = c.chat_id
    WHERE :asked = '' OR c.chat_id = :asked OR a.address = :asked
        OR instr(lower(m.name), lower(:asked)) OR m.cohort || ' ' || m.number = :asked
    ORDER BY 2 DESC, 1 LIMIT :most"""

_CHATS = "SELECT chat_id FROM conversations"

SHORT = 8
"""Digits of a short number."""

_NOTE = "INSERT INTO operations (at, what, about, by) VALUES (?, ?, ?, ?)"

_OPERATIONS = "SELECT at, what, about, by FROM operations ORDER BY number"


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation as an operator finds it. Nothing of what was said in it."""

    conversation: str
    last_at: str
    cohort: str
    number: int
    name: str
    channel: str
    address: str


def is_short(asked: str) -> int:
    """Return 1 where this may be a short number as /mydata shows it, else 0."""
    number = asked.replace(" ", "")
    return int(number.isascii() and number.isdigit() and len(number) == SHORT)


class LookingRoom(Room):
    """Queries that only an operator makes."""

    _schema = "SELECT name FROM _sqlite_migrations ORDER BY name DESC LIMIT 1"

    async def health(self, now: datetime) -> Health:
        """Return how the store is. Raise StoreError."""
        with self._commits.reading():
            schema = self._execute(self._schema).fetchone()
            row = self._execute(_COUNTS, {"now": stamp(now)}).fetchone()
            # Where no bot talks, nobody asks for updates: an earlier bot's silence is no trouble.
            polls = get_meta(self._execute, "telegram_address")
            alive = get_meta(self._execute, "alive_at") if polls else None
            backup = get_meta(self._execute, BACKUP_AT)
        people, messages, turn, outbox, outbox_since, due, due_since, aside, without, reached = row
        return Health(
            schema[0] if schema else "",
            people,
            messages,
            _moment(alive),
            _moment(turn),
            outbox,
            _moment(outbox_since),
            due,
            _moment(due_since),
            aside,
            without,
            _moment(backup),
            reached,
        )

    async def find(self, asked: str, most: int = 50) -> list[Found]:
        """Return the conversations of that id, address, name, short number, or in a cohort."""
        number, rows = asked.replace(" ", ""), list[Sequence[Any]]()
        with self._commits.reading():
            if is_short(asked):
                chats = [str(row[0]) for row in self._execute(_CHATS).fetchall()]
                for chat in chats:
                    if short_number(chat).replace(" ", "") == number:
                        rows += self._execute(_FIND, {"asked": chat, "most": most}).fetchall()
            rows += self._execute(_FIND, {"asked": asked, "most": most}).fetchall()
        return [Found(*row) for row in rows]

    async def note_operation(self, what: str, about: str, by: str, at: datetime) -> None:
        """Note what an operator did for one person, or with their words."""
        async with self._commits.transaction():
            note(self._execute, what, about, by, at)

    async def operations(self) -> list[Sequence[str]]:
        """Return when, what, about whom and by whom, the oldest first."""
        with self._commits.reading():
            return list(self._execute(_OPERATIONS).fetchall())


def note(execute: Execute, what: str, about: str, by: str, at: datetime) -> None:
    """Note what was done for one person, in a transaction."""
    execute(_NOTE, (stamp(at), what, about, by))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
