"""What is on its way: rows of the outbox, and chats that take no messages.

A reply's row has a state of its own. A reminder's has none: its delivery points to it, and says
how far it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from bot.store.sqlite import deliveries
from bot.store.sqlite.room import Room

LAST_NUMBER = "SELECT max(number) FROM outbox UNION SELECT max(outbox) FROM deliveries"
"""Numbers that reports name are not used again, though their rows in the outbox are gone."""

_ADD = """
    INSERT INTO outbox (number, chat_id, kind, method, params, receipt, waits, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'pending')"""

_WAITING = """
    SELECT chat_id, kind, method, params, receipt, waits, number FROM outbox
    WHERE state = 'pending' ORDER BY number"""

_DELETE = "DELETE FROM outbox WHERE number = ?"

_FINAL = "UPDATE outbox SET state = ?, error = ?, params = '' WHERE number = ?"

_BLOCK = "INSERT OR REPLACE INTO blocked (chat_id, at) VALUES (?, ?)"

_UNBLOCK = "DELETE FROM blocked WHERE chat_id = ?"

_DROP_REPLIES = """
    UPDATE outbox SET state = 'blocked', params = '' WHERE chat_id = ? AND kind = 'reply'
        AND state = 'pending'"""

_BLOCKED = "SELECT chat_id FROM blocked"


class OutboxRoom(Room):
    """Where replies and reminders wait until they have left."""

    async def waiting(self) -> list[Outgoing]:
        """Return everything that has not left, in order. What was leaving is *unknown*."""
        async with self._commits.transaction():
            deliveries.left_in_doubt(self._execute)
            rows = self._execute(_WAITING).fetchall()
        return [_outgoing(row) for row in rows]

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a reply into the outbox that is no turn's. Return it with its number."""
        async with self._commits.transaction():
            return self._add([outgoing])[0]

    def _add(self, outgoing: Iterable[Outgoing]) -> list[Outgoing]:
        numbered = list[Outgoing]()
        for each in outgoing:
            self._last_number += 1
            numbered.append(replace(each, number=self._last_number))
            row = (each.chat_id, each.kind, each.method, json.dumps(each.params))
            self._execute(_ADD, (self._last_number, *row, int(each.receipt), int(each.waits)))
        return numbered

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        """Delete replies that have been handed over."""
        async with self._commits.transaction():
            self._delete(numbers)

    def _delete(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._execute(_DELETE, (number,))

    async def mark(self, number: int, state: DeliveryState, error: str = "") -> None:
        """Note what has become of an outgoing message. Anything final drops its words."""
        async with self._commits.transaction():
            # It may be gone: its learner may have had everything deleted meanwhile.
            is_delivery = deliveries.on_its_way(self._execute, number, state, error)
            if state in ("queued", "sending"):
                return
            if is_delivery:
                self._delete([number])
            else:
                self._execute(_FINAL, (state, error, number))

    async def set_blocked(self, chat_id: str, blocked: bool, at: datetime) -> None:
        """Note that a chat takes no messages, or takes them again. What waits for it is dropped."""
        async with self._commits.transaction():
            if not blocked:
                self._execute(_UNBLOCK, (chat_id,))
                return
            self._execute(_BLOCK, (chat_id, at.isoformat()))
            deliveries.chat_blocked(self._execute, chat_id)
            self._execute(_DROP_REPLIES, (chat_id,))

    async def blocked(self) -> set[str]:
        """Return the chats that take no messages."""
        with self._commits.reading():
            return {chat for (chat,) in self._execute(_BLOCKED).fetchall()}


def _outgoing(row: Sequence[Any]) -> Outgoing:
    chat_id, kind, method, params, receipt, waits, number = row
    return Outgoing(chat_id, kind, method, json.loads(params), bool(receipt), bool(waits), number)
