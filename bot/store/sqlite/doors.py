"""Ways back to a conversation, and the addresses that point to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.addresses import Address
from bot.store.sqlite import crossing
from bot.store.sqlite.room import Room

_DROP = "DELETE FROM ways_back WHERE conversation = ?"

_ADD = "INSERT INTO ways_back (hash, conversation, at) VALUES (?, ?, ?)"

_BEHIND = "SELECT conversation FROM ways_back WHERE hash = ?"

_POINT = """
    INSERT INTO addresses (channel, address, conversation)
    SELECT ?, ?, chat_id FROM conversations WHERE chat_id = ?
    ON CONFLICT DO NOTHING"""

_KEEP_ONLY = "DELETE FROM addresses WHERE conversation = ? AND channel = ? AND address <> ?"


class DoorRoom(Room):
    """Where it is kept how somebody comes back from elsewhere."""

    async def set_ways_back(self, conversation: str, hashes: Iterable[str], at: datetime) -> None:
        """Keep the hashes of the ways back to a conversation, in the place of older ones."""
        async with self._commits.transaction():
            self._execute(_DROP, (conversation,))
            for each in hashes:
                self._execute(_ADD, (each, conversation, at.isoformat()))

    async def behind(self, way_back: str) -> str:
        """Return the conversation that the hash of a way back leads to, "" for none."""
        with self._commits.reading():
            found = self._execute(_BEHIND, (way_back,)).fetchone()
        return str(found[0]) if found else ""

    async def behind_door(self, token_hash: str, now: datetime) -> str:
        """Return the conversation that a link for going on elsewhere opens, "" for none."""
        with self._commits.reading():
            return crossing.behind(self._execute, token_hash, now)

    async def point(self, address: Address, conversation: str) -> None:
        """Let an address that is new point to a conversation, if that is still there."""
        async with self._commits.transaction():
            self._execute(_POINT, (address.channel, address.address, conversation))

    async def keep_only(self, conversation: str, address: Address) -> None:
        """Let no other address of the same channel point to a conversation any more."""
        async with self._commits.transaction():
            self._execute(_KEEP_ONLY, (conversation, address.channel, address.address))
