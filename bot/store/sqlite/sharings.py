"""Sharings with a reader, as commands and queries. This file decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.domain import sharing_commands
from bot.domain.commands import Command
from bot.domain.lost_words import LostWords
from bot.domain.sharing import Act, SharedPart, Sharing, Waiting, without_lost
from bot.errors import Changed
from bot.store.sqlite.adapters import adapter
from bot.store.sqlite.by import By
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.room import Room

_FIELDS = """hash, conversation, dialogue, attempt, shared_at, until, title, version, cohort,
    reader, ended_at"""

_MINE = f"SELECT {_FIELDS} FROM sharings WHERE conversation = ? ORDER BY shared_at, rowid"  # noqa: S608 - the names stand here

_ONE = f"SELECT {_FIELDS}, parts FROM sharings WHERE hash = ?"  # noqa: S608

_OF_GROUPS = f"""
    SELECT {_FIELDS}, parts FROM sharings JOIN coordinators c USING (cohort)
    WHERE c.chat_id = ? AND ended_at IS NULL ORDER BY shared_at, sharings.rowid"""  # noqa: S608

_ACTS = """
    SELECT at, what, step, words, name, role FROM sharing_acts WHERE hash = ? ORDER BY number"""

_WAITS = """
    SELECT s.conversation, s.until FROM sharings s JOIN cohorts c ON c.dialogue = s.dialogue
    JOIN members m ON m.cohort = c.id AND m.chat_id = s.conversation AND m.left_at IS NULL
    WHERE c.id = ? AND s.ended_at IS NULL AND NOT EXISTS
        (SELECT 1 FROM sharing_acts a WHERE a.hash = s.hash AND a.what <> 'read')
    ORDER BY s.shared_at, s.rowid"""

_SHARE = """
    INSERT INTO sharings (hash, conversation, dialogue, attempt, shared_at, until, title, version,
        parts, cohort, reader) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"""

_TAKE_BACK = """
    UPDATE sharings SET ended_at = ?, parts = '[]'
    WHERE hash = ? AND conversation = ? AND ended_at IS NULL"""

_END = """
    UPDATE sharings SET ended_at = ?, parts = '[]'
    WHERE conversation = ? AND cohort = ? AND ended_at IS NULL"""

_END_ALL = "UPDATE sharings SET ended_at = ?, parts = '[]' WHERE ended_at IS NULL"

_TAKE_TO_READ = """
    UPDATE sharings SET reader = :chat
    WHERE hash = :hash AND reader IN ('', :chat) AND ended_at IS NULL AND until > :at"""

_IS_OPEN = "SELECT 1 FROM sharings WHERE hash = ? AND ended_at IS NULL AND until > ?"

_NOTE = """
    INSERT INTO sharing_acts (hash, at, what, step, words, name, role)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""

_DROP_OLD = "UPDATE sharings SET parts = '[]' WHERE until <= ? AND parts <> '[]'"

_TEXTS = """
    SELECT hash, parts FROM sharings
    WHERE conversation = ? AND ended_at IS NULL AND parts <> '[]'"""

_KEEP_TEXT = "UPDATE sharings SET parts = ? WHERE hash = ?"

FORGET = (
    """DELETE FROM sharing_acts WHERE hash IN
        (SELECT hash FROM sharings WHERE conversation = ?)""",
    "DELETE FROM sharings WHERE conversation = ?",
    "UPDATE sharings SET reader = '-' WHERE reader = ?",
)
"""Statements that forget a conversation. What it read as a coordinator is nobody else's to read."""

_Parts = tuple[SharedPart, ...]


class SharingRoom(Room):
    """Where shared statements are read."""

    async def shared(self, token_hash: str, now: datetime) -> Sharing | None:
        """Return what a link opens now, with its text; None for nothing."""
        with self._commits.reading():
            row = self._execute(_ONE, (token_hash,)).fetchone()
            found = _sharing(self._execute, row) if row else None
        return found if found and found.is_open(now) and not found.cohort else None

    async def sharings(self, conversation: str) -> list[Sharing]:
        """Return what somebody has shared, the oldest first and without texts."""
        with self._commits.reading():
            return list(mine(self._execute, conversation))


def mine(execute: Execute, conversation: str) -> tuple[Sharing, ...]:
    """Return what somebody has shared, without texts."""
    found = execute(_MINE, (conversation,)).fetchall()
    return tuple(_sharing(execute, (*row, "[]")) for row in found)


def to_read(execute: Execute, chat_id: str) -> tuple[Sharing, ...]:
    """Return what was shared with the cohorts that somebody looks after, with texts."""
    return tuple(_sharing(execute, row) for row in execute(_OF_GROUPS, (chat_id,)).fetchall())


def waits(execute: Execute, cohort: str) -> tuple[Waiting, ...]:
    """Return those of a cohort who have shared and have no answer."""
    found = execute(_WAITS, (cohort,)).fetchall()
    return tuple(Waiting(chat, datetime.fromisoformat(until)) for chat, until in found)


def take_out(execute: Execute, conversation: str, lost: LostWords) -> None:
    """Take words that their learner has deleted out of what is shared."""
    for token_hash, parts in execute(_TEXTS, (conversation,)).fetchall():
        kept = adapter(_Parts).validate_json(parts)
        execute(_KEEP_TEXT, (_json(without_lost(kept, lost)), token_hash))


def end(execute: Execute, conversation: str, cohort: str, at: datetime) -> None:
    """Let the coordinators of a cohort read nothing of somebody any more."""
    execute(_END, (stamp(at), conversation, cohort))


def end_all(execute: Execute, at: datetime) -> None:
    """Let nobody read anything any more that was shared until now."""
    execute(_END_ALL, (stamp(at),))


def drop_old(execute: Execute, at: datetime) -> None:
    """Drop the texts of what can be read no more."""
    execute(_DROP_OLD, (stamp(at),))


def _sharing(execute: Execute, row: Sequence[Any]) -> Sharing:
    token_hash, of, dialogue, attempt, at, until, title, version, cohort, reader, ended, parts = row
    acts = (
        Act(datetime.fromisoformat(when), *rest)
        for when, *rest in execute(_ACTS, (token_hash,)).fetchall()
    )
    return Sharing(
        *(token_hash, of, dialogue, attempt, datetime.fromisoformat(at)),
        *(datetime.fromisoformat(until), title, version),
        adapter(_Parts).validate_json(parts) if parts != "[]" else (),
        cohort,
        reader,
        datetime.fromisoformat(ended) if ended else None,
        tuple(acts),
    )


def _json(parts: _Parts) -> str:
    return adapter(_Parts).dump_json(parts).decode()


def _share(by: By, command: sharing_commands.Share) -> None:
    each = command.sharing
    by.execute(
        _SHARE,
        (
            *(each.hash, each.conversation, each.dialogue, each.attempt, stamp(each.shared_at)),
            *(stamp(each.until), each.title, each.version, _json(each.parts), each.cohort),
        ),
    )


def _take_back(by: By, command: sharing_commands.TakeBack) -> None:
    by.execute(_TAKE_BACK, (stamp(by.at), command.hash, by.chat_id))


def _take_to_read(by: By, command: sharing_commands.TakeToRead) -> None:
    given = {"hash": command.hash, "chat": by.chat_id, "at": stamp(by.at)}
    if not by.execute(_TAKE_TO_READ, given).rowcount:
        raise Changed("changed")


def _note(by: By, command: sharing_commands.NoteAct) -> None:
    act = command.act
    if not by.execute(_IS_OPEN, (command.hash, stamp(by.at))).fetchone():
        raise Changed("changed")
    told = (act.what, act.step, act.words, act.name, act.role)
    if not by.execute(_NOTE, (command.hash, stamp(act.at), *told)).rowcount:
        raise Changed("changed")


SHARING: dict[type[Command], Callable[[By, Any], None]] = {
    sharing_commands.Share: _share,
    sharing_commands.TakeBack: _take_back,
    sharing_commands.TakeToRead: _take_to_read,
    sharing_commands.NoteAct: _note,
}
