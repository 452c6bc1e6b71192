"""The pace of each process, told to the others, so that all of them keep to one pace."""

from __future__ import annotations

from bot.domain.shards import Beside
from bot.store.sqlite.room import Room

_TELL = """
    INSERT INTO sends (process, at, many, reminds) VALUES (pg_backend_pid(), now(), ?, ?)
    ON CONFLICT (process) DO UPDATE
        SET at = excluded.at, many = excluded.many, reminds = excluded.reminds"""

_GONE = "DELETE FROM sends WHERE at < now() - interval '1 minute'"

_BESIDE = """
    SELECT coalesce(sum(many), 0), coalesce(bool_or(reminds), false) FROM sends
    WHERE process <> pg_backend_pid() AND at > now() - interval '3 seconds'"""
"""A process that has ended says nothing any more."""


class PaceRoom(Room):
    """The pace of all processes together."""

    async def share_pace(self, sends: float, *, reminds: bool) -> Beside:
        """Tell how much is sent a second here, and whether reminders are; return what others do."""
        async with self._commits.transaction():
            if sends or reminds:
                self._execute(_TELL, (sends, reminds))
                self._execute(_GONE)
            [many, remind] = self._execute(_BESIDE).fetchone()
            return Beside(float(many), bool(remind))
