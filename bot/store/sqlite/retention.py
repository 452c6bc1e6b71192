"""Conversations that nobody has visited for long, and their end."""

from __future__ import annotations

from datetime import datetime

from bot.domain.fingerprints import erased_as
from bot.domain.retention import Unvisited
from bot.store.sqlite import erasures, forgetting, looking
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.room import Room

_UNVISITED = """
    SELECT r.chat_id, r.last_at,
        (SELECT max(due_at) FROM deliveries d
            WHERE d.chat_id = r.chat_id AND d.kind = 'deletion'),
        (SELECT max(coalesce(went_at, due_at)) FROM deliveries d
            WHERE d.chat_id = r.chat_id AND d.kind = 'deletion'
            AND (state IN ('sent', 'blocked') OR why = 'blocked'))
    FROM reach r JOIN conversations c ON c.chat_id = r.chat_id
    WHERE r.last_at <= ?
        AND NOT EXISTS (SELECT 1 FROM progress p
            WHERE p.chat_id = r.chat_id AND p.status = 'submitted' AND p.has_badge = 0)
        AND NOT EXISTS (SELECT 1 FROM coordinators k JOIN cohorts o ON o.id = k.cohort
            WHERE k.chat_id = r.chat_id AND o.closed_at IS NULL)
    ORDER BY r.last_at"""

_IS_UNVISITED = "SELECT 1 FROM reach WHERE chat_id = ? AND last_at = ?"


class RetentionRoom(Room):
    """Where it is looked who has not come back."""

    async def unvisited(self, until: datetime) -> list[Unvisited]:
        """Return the conversations whose last visit is that long ago, the oldest first."""
        with self._commits.reading():
            rows = self._execute(_UNVISITED, (stamp(until),)).fetchall()
        return [
            Unvisited(chat_id, datetime.fromisoformat(last), _moment(tried), _moment(told))
            for chat_id, last, tried, told in rows
        ]

    async def expire(self, found: Unvisited, by: str, at: datetime) -> bool:
        """Delete all of a conversation, and note it. Return False where it was visited since."""
        async with self._commits.transaction():
            if not self._execute(
                _IS_UNVISITED, (found.conversation, stamp(found.last_at))
            ).fetchone():
                return False
            erase(self._execute, found.conversation, by, at)
        await self._commits.empty_log()
        return True


def erase(execute: Execute, conversation: str, by: str, at: datetime) -> None:
    """Delete all of a conversation, note the hash of it, and who did it. In a transaction."""
    forgetting.forget(execute, conversation, at)
    erasures.note(execute, conversation, at)
    looking.note(execute, "forget", erased_as(conversation)[:10], by, at)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
