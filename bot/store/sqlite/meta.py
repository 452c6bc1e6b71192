"""Facts that the coach keeps about itself, and events that could not be handled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.store.sqlite.columns import Execute
from bot.store.sqlite.room import Room

_SET = """
    INSERT INTO meta (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value"""

_GET = "SELECT value FROM meta WHERE name = ?"

_QUARANTINE = """
    INSERT INTO quarantine (key, error, at) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET error = excluded.error, at = excluded.at"""

_QUARANTINED = "SELECT count(*) FROM quarantine"


class MetaRoom(Room):
    """The facts that the coach keeps about itself."""

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a fact about the coach, such as when it was last alive."""
        async with self._commits.transaction():
            self._execute(_SET, (name, value))

    async def get_meta(self, name: str) -> str:
        """Return a fact kept by ``set_meta``; empty when there is none."""
        with self._commits.reading():
            return get_meta(self._execute, name)

    async def quarantine(self, keys: Iterable[str], error: str, at: datetime) -> int:
        """Note events that could not be handled, without their text. Return how many there are."""
        async with self._commits.transaction():
            for key in keys:
                self._execute(_QUARANTINE, (key, error, at.isoformat()))
            return int(self._execute(_QUARANTINED).fetchone()[0])


def get_meta(execute: Execute, name: str) -> str:
    """Return a fact kept by ``set_meta``; empty when there is none."""
    found = execute(_GET, (name,)).fetchone()
    return str(found[0]) if found else ""
