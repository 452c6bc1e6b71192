"""Updates that are kept and wait for whoever has their shard."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.shards import Brought, shard_of, shard_of_new
from bot.store.sqlite import deliveries, outbox
from bot.store.sqlite.conversations import _CONVERSATION_OF
from bot.store.sqlite.room import Room

CHANNEL = "'coach_intake ' || current_schema()"
"""The channel that is notified when something was brought for a bot that has this schema."""

BRING = """
    INSERT INTO intake (number, key, shard, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"""

BROUGHT = """
    SELECT number, shard, body FROM intake WHERE shard = ANY(?) ORDER BY number LIMIT ?"""

_TELL = f"SELECT pg_notify({CHANNEL}, '')"

_DROP = "DELETE FROM intake WHERE number = ?"

_PENDING = "SELECT number, chat_id FROM outbox WHERE state = 'pending' AND kind = 'reply'"

_MOVE = "UPDATE intake SET shard = ? WHERE number = ?"

TAKEN = "DELETE FROM intake WHERE key = ?"
"""With the turn of an update its words leave, too."""


class IntakeRoom(Room):
    """Where updates wait that several processes share."""

    async def bring(self, number: int, key: str, sender: Address | None, body: str) -> None:
        """Keep an update until its turn is saved, once, for whoever has its shard."""
        async with self._commits.transaction():
            self._execute(BRING, (number, key, self._shard(number, sender), body))
            self._execute(_TELL)

    def _shard(self, number: int, sender: Address | None) -> int:
        if sender is None:
            return shard_of(str(number))
        found = self._execute(_CONVERSATION_OF, (sender.channel, sender.address)).fetchone()
        return shard_of(str(found[0])) if found else shard_of_new(sender)

    async def brought(self, shards: Collection[int], most: int) -> list[Brought]:
        """Return what waits for these shards, the oldest first."""
        with self._commits.reading():
            rows = self._execute(BROUGHT, (list(shards), most)).fetchall()
            return [Brought(*row) for row in rows]

    async def drop_brought(self, number: int) -> None:
        """Forget an update that is handled."""
        async with self._commits.transaction():
            self._execute(_DROP, (number,))

    async def move_brought(self, number: int, shard: int) -> None:
        """Hand an update to the process that has its shard, because its conversation is there."""
        async with self._commits.transaction():
            self._execute(_MOVE, (shard, number))
            self._execute(_TELL)

    async def waiting_in(self, shards: Collection[int]) -> list[Outgoing]:
        """Return the replies of these shards that have not left, in order."""
        with self._commits.reading():
            return [
                each
                for each in self._all_waiting()
                if each.kind == "reply" and shard_of(each.conversation) in shards
            ]

    async def pending_in(self, shards: Collection[int]) -> frozenset[int]:
        """Return the numbers of the replies of these shards that have not left."""
        rows = self._execute(_PENDING).fetchall()
        return frozenset(number for number, whose in rows if shard_of(whose) in shards)

    async def waiting_reminders(self) -> list[Outgoing]:
        """Return the reminders that have not left; those that were leaving are *unknown*."""
        async with self._commits.transaction():
            deliveries.left_in_doubt(self._execute)
            return [each for each in self._all_waiting() if each.kind == "reminder"]

    def _all_waiting(self) -> list[Outgoing]:
        rows = self._execute(outbox._WAITING).fetchall()
        return [outbox._outgoing(*row) for row in rows]
