"""Messages on their way: rows of the outbox, and chats that take no messages.

A reply's row has a state of its own. A reminder's has none: its delivery points to it, and says
how far it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pydantic_core import PydanticSerializationError

from bot.domain.lost_words import LostWords, without
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from bot.domain.turn import Reply
from bot.store.sqlite import deliveries
from bot.store.sqlite.adapters import adapter
from bot.store.sqlite.loaded import LoadedLines
from bot.store.sqlite.room import Room

LAST_NUMBER = "SELECT max(number) FROM outbox UNION SELECT max(outbox) FROM deliveries"
"""Numbers that reports name are not used again, though their rows in the outbox are gone."""

_ADD = """
    INSERT INTO outbox (number, chat_id, channel, kind, body, state, at)
    VALUES (?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'))"""
"""How long something waits to leave is a matter of the machine's own clock."""

_WAITING = "SELECT number, body FROM outbox WHERE state = 'pending' ORDER BY number"

_SAID = (
    "SELECT number, body FROM outbox WHERE chat_id = ? AND state = 'stays' "
    "ORDER BY number DESC LIMIT ?"
)

_ALL = 2**31 - 1
"""More lines than there can be."""

_CHANGE = "UPDATE outbox SET body = ? WHERE number = ?"

_DELETE = "DELETE FROM outbox WHERE number = ?"

_FINAL = "UPDATE outbox SET state = ?, error = ?, body = '' WHERE number = ?"

_BLOCK = """
    INSERT INTO blocked (chat_id, at) VALUES (?, ?)
    ON CONFLICT (chat_id) DO UPDATE SET at = excluded.at"""

_UNBLOCK = "DELETE FROM blocked WHERE chat_id = ?"

_DROP_REPLIES = """
    UPDATE outbox SET state = 'blocked', body = '' WHERE chat_id = ? AND kind = 'reply'
        AND state = 'pending'"""

_BLOCKED = "SELECT chat_id FROM blocked"


class OutboxRoom(Room):
    """Where replies and reminders wait until they have left."""

    _was_asked = False

    _lines: LoadedLines

    async def waiting(self) -> list[Outgoing]:
        """Return everything that has not left, in order. What was leaving is *unknown*."""
        async with self._commits.transaction():
            if not self._was_asked:  # what leaves since then is no doubt of the last run
                deliveries.left_in_doubt(self._execute)
                self._was_asked = True
            with self._commits.reading():
                return [_outgoing(*row) for row in self._execute(_WAITING).fetchall()]

    async def said(self, conversation: str, most: int = 0) -> list[Outgoing]:
        """Return the lines of a conversation that stay, in order; the newest ``most``, if given."""
        with self._commits.reading():
            rows = self._execute(_SAID, (conversation, most or _ALL)).fetchall()
            return [self._line(*row) for row in reversed(rows)]

    def _line(self, number: int, body: str) -> Outgoing:
        line = self._lines.find(number, body)
        if line is None:
            line = _outgoing(number, body)
            self._lines.put(body, line)
        return line

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a reply into the outbox that is no turn's. Return it with its number."""
        async with self._commits.transaction():
            return self._exchange((), [outgoing])[0]

    def _exchange(self, gone: Iterable[int], outgoing: Iterable[Outgoing]) -> list[Outgoing]:
        """Delete what is no longer to be sent, add what is; return that with its numbers."""
        for number in gone:
            self._execute(_DELETE, (number,))
        numbered = list[Outgoing]()
        for each in outgoing:
            numbered.append(line := replace(each, number=self._next_number()))
            state, body = "stays" if each.stays else "pending", _body(each)
            row = (line.number, each.conversation, each.to.channel, each.kind, body, state)
            self._execute(_ADD, row)
            if each.stays:
                self._lines.put(body, line)
        return numbered

    def _next_number(self) -> int:
        self._last_number += 1
        return self._last_number

    def _take_back(self, conversation: str, lost: LostWords) -> None:
        """Let no line that stays say what no message says any more."""
        for number, body in self._execute(_SAID, (conversation, _ALL)).fetchall():
            line = _outgoing(number, body)
            if isinstance(line.what, Reply) and (what := without(line.what, lost)) != line.what:
                self._execute(_CHANGE, (_body(replace(line, what=what)), number))

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        """Delete replies that have been handed over."""
        async with self._commits.transaction():
            self._exchange(numbers, ())

    async def mark(self, number: int, state: DeliveryState, error: str = "") -> None:
        """Note what has become of an outgoing message. Anything final drops its words."""
        async with self._commits.transaction():
            # It may be gone: its learner may have had everything deleted meanwhile.
            is_delivery = deliveries.on_its_way(self._execute, number, state, error)
            if state in ("queued", "sending"):
                return
            if is_delivery:
                self._execute(_DELETE, (number,))
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


def _body(outgoing: Outgoing) -> str:
    made = adapter(Outgoing)
    try:
        return made.dump_json(outgoing, exclude_defaults=True).decode()
    except PydanticSerializationError:  # half a character, which a command may quote, is no UTF-8
        return json.dumps(made.dump_python(outgoing, mode="json", exclude_defaults=True))


def _outgoing(number: int, body: str) -> Outgoing:
    return adapter(Outgoing).validate_python({**json.loads(body), "number": number})
