"""Who has which shard: session locks on the connection that writes.

A connection that is lost loses them with it, so nobody who has lost a shard can write to it, and
nobody has to find out who is alive. Each process also holds a seat, so that all can be counted.
"""

from __future__ import annotations

import random
from collections.abc import Collection
from typing import Any

from psycopg import Connection

from bot.domain.shards import SHARDS, Holdings

SEATS = range(2000, 2256)
"""Locks of the processes: one each."""

LEADER = 3000
"""The lock of the one that asks for updates and sends reminders."""

PAGES = 3001
"""The lock of the page that sends what is due, where no bot runs."""

_HELD = """
    SELECT objid::int FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
        AND classid::bigint::bit(32)::int = %s AND database = (SELECT oid FROM pg_database
            WHERE datname = current_database())"""

_BUILDS = """
    SELECT DISTINCT a.application_name FROM pg_stat_activity a JOIN pg_locks l USING (pid)
    WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid::bigint::bit(32)::int = %s
        AND l.objid = ANY(%s::bigint[])
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"""

_TRY = "SELECT pg_try_advisory_lock(%s, %s)"

_LEAVE = "SELECT pg_advisory_unlock(%s, %s)"


class Holding:
    """The shards that one connection holds."""

    def __init__(self, connection: Connection[Any], locks: int, since: int) -> None:
        """Nothing yet. ``since`` tells this connection from those before it.

        ``locks`` is what all its locks begin with.
        """
        self._connection, self._locks, self._since = connection, locks, since
        self._shards, self._seat, self._leads, self._pages = set[int](), 0, False, False

    def balance(self) -> Holdings:
        """Take a fair share of what is free; say what is more than that."""
        held = self._held()
        if not self._seat:
            free = [each for each in SEATS if each not in held]
            self._seat = next(each for each in free if self._take(each))
            held.add(self._seat)
        processes = sum(each in held for each in SEATS)
        fair = -(-SHARDS // processes)
        free = [each for each in range(SHARDS) if each not in held]
        random.shuffle(free)  # two that begin at once should not reach for the same
        for each in free:
            if len(self._shards) < fair and self._take(each):
                self._shards.add(each)
        self._leads = self._leads or (LEADER not in held and self._take(LEADER))
        surplus = sorted(self._shards)[fair:]
        mine = frozenset(self._shards)
        return Holdings(
            mine, frozenset(surplus), self._leads, processes, self._since, self._builds()
        )

    def _builds(self) -> frozenset[str]:
        """By what the processes that have a seat are known."""
        found = self._connection.execute(_BUILDS, (self._locks, list(SEATS))).fetchall()
        return frozenset(build for (build,) in found)

    def leads_pages(self) -> bool:
        """Lead the pages, as long as there is no bot and no other page that does."""
        held = self._held()
        if any(each in held for each in SEATS):
            if self._pages:
                self._connection.execute(_LEAVE, (self._locks, PAGES))
            self._pages = False
        elif not self._pages:
            self._pages = PAGES not in held and self._take(PAGES)
        return self._pages

    def leave(self, shards: Collection[int]) -> None:
        """Let others have these."""
        for each in self._shards & set(shards):
            self._connection.execute(_LEAVE, (self._locks, each))
            self._shards.discard(each)

    def _held(self) -> set[int]:
        return {lock for (lock,) in self._connection.execute(_HELD, (self._locks,)).fetchall()}

    def _take(self, lock: int) -> bool:
        found = self._connection.execute(_TRY, (self._locks, lock)).fetchone()
        return bool(found and found[0])
