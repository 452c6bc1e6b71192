"""Ways back to a conversation, and the addresses that point to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.addresses import Address
from bot.domain.crossing import Around
from bot.domain.invitations import GUESSES_WITHIN
from bot.store.sqlite import crossing
from bot.store.sqlite.columns import stamp
from bot.store.sqlite.room import Room

_DROP = "DELETE FROM ways_back WHERE conversation = ?"

_ADD = "INSERT INTO ways_back (hash, conversation, at) VALUES (?, ?, ?)"

_BEHIND = "SELECT conversation FROM ways_back WHERE hash = ?"

_TRIED = "SELECT count(*) FILTER (WHERE client = ?), count(*) FROM wrong_words"

_TRY = "INSERT INTO wrong_words (client, at) VALUES (?, ?)"

_FORGET_TRIES = "DELETE FROM wrong_words WHERE at <= ?"

_POINT = """
    INSERT INTO addresses (channel, address, conversation, at)
    SELECT ?, ?, chat_id, ? FROM conversations WHERE chat_id = ?
    ON CONFLICT DO NOTHING"""


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

    async def around(self, conversation: str) -> Around:
        """Return who beside its owner gets something of a conversation."""
        with self._commits.reading():
            return crossing.around(self._execute, conversation)

    async def point(self, address: Address, conversation: str, at: datetime) -> None:
        """Let an address that is new point to a conversation, if that is still there."""
        async with self._commits.transaction():
            self._execute(_POINT, (address.channel, address.address, at.isoformat(), conversation))

    async def wrong_words(self, client: str, now: datetime) -> tuple[int, int]:
        """Return how often six words were wrong in the last hour: of a client, and of all."""
        async with self._commits.transaction():
            self._execute(_FORGET_TRIES, (stamp(now - GUESSES_WITHIN),))
            mine, everybodys = self._execute(_TRIED, (client,)).fetchone()
        return mine, everybodys

    async def note_wrong_words(self, client: str, at: datetime) -> None:
        """Note that a client has tried wrong ones."""
        async with self._commits.transaction():
            self._execute(_TRY, (client, stamp(at)))
