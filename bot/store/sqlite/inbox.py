"""Updates that came in and are not handled yet, because its chat has so much in hand already."""

from __future__ import annotations

from bot.domain.addresses import Address
from bot.store.sqlite.room import Room

_KEEP = """
    INSERT INTO inbox (number, channel, address, body) VALUES (?, ?, ?, ?)
    ON CONFLICT DO NOTHING"""

_FIRST = """
    SELECT number, body FROM inbox WHERE channel = ? AND address = ? ORDER BY number LIMIT 1"""

_DROP = "DELETE FROM inbox WHERE number = ?"

_ADDRESSES = "SELECT DISTINCT channel, address FROM inbox"


class InboxRoom(Room):
    """Where a flood of one chat waits, so that it need not stay in front of all others."""

    async def keep_for_later(self, number: int, sender: Address, body: str) -> None:
        """Keep something that came in, once."""
        async with self._commits.transaction():
            self._execute(_KEEP, (number, sender.channel, sender.address, body))

    async def first_kept(self, sender: Address) -> tuple[int, str] | None:
        """Return the number and the body of what somebody sent first, None for nothing."""
        with self._commits.reading():
            found = self._execute(_FIRST, (sender.channel, sender.address)).fetchone()
        return (found[0], found[1]) if found else None

    async def drop_kept(self, number: int) -> None:
        """Forget it: it is handled."""
        async with self._commits.transaction():
            self._execute(_DROP, (number,))

    async def kept_senders(self) -> list[Address]:
        """Return of whom something is kept."""
        with self._commits.reading():
            return [Address(*row) for row in self._execute(_ADDRESSES).fetchall()]
