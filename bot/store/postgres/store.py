"""The store on PostgreSQL: the same statements, on connections that have a thread each.

All writing of a process goes through one connection, so that whoever loses it can write no more.
"""

from __future__ import annotations

import asyncio
from collections.abc import (
    Collection,
    Iterable,
    Iterator,
    Sequence,
)
from datetime import datetime
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any, Literal

from psycopg import Connection

from bot.domain.commands import Command
from bot.domain.outbox import Outgoing
from bot.domain.shards import Holdings
from bot.domain.turn import Turn
from bot.errors import UsageError
from bot.store.postgres.intake import TAKEN, IntakeRoom
from bot.store.postgres.lanes import Here, Lane, ReadingLane, WritingLane
from bot.store.postgres.news import News
from bot.store.postgres.on_lanes import OnLanes, on_lanes
from bot.store.postgres.sealed_rooms import SealedRooms
from bot.store.postgres.sealing import Sealer
from bot.store.postgres.server import LOCKS, Server
from bot.store.postgres.shards import Holding
from bot.store.sqlite.loaded import LoadedConversations
from bot.store.sqlite.retention import erase

READERS = 2
"""Connections that read."""

BLOCK = 1000
"""Numbers for the outbox that a process takes at once."""

COMMANDS = 1002
"""The lock of whoever changes what several conversations share, until its transaction ends."""

Whole = Literal["alone", "shared", "beside"]
"""Whether others may take turns on the same data: nobody, those who share it, or whoever likes."""

_LOCK = "SELECT pg_advisory_xact_lock(?, ?)"

_BLOCK = "SELECT nextval('outbox_blocks')"


@on_lanes
class PostgresStore(SealedRooms, IntakeRoom):
    """The store on a server. ``open`` it."""

    _schema = "SELECT name FROM coach_steps WHERE name LIKE 'm%' ORDER BY name DESC LIMIT 1"

    def __init__(self, server: Server, sealer: Sealer, key_file: Path, whole: Whole) -> None:
        """Use ``PostgresStore.open``: it looks first whether all is well."""
        self._here, self._server, self._whole = Here(), server, whole
        self._sealer, self._key_file = sealer, key_file
        self.folder, self._sends, self._is_prepared = Path(), False, False
        self._commits = OnLanes(server.name, key_file)
        # Several threads read here, and another process may take the next turn.
        self._loaded = LoadedConversations(0)
        self._execute = self._run_here
        self._numbers: Iterator[int] = iter(())
        self._holding: Holding | None = None
        self._since, self._news = 0, News(server.connect)
        name = server.name
        self._writer: Lane = WritingLane(self._connect, sealer, name, self._here)
        read = partial(server.connect, reads=True)
        self._lanes = [ReadingLane(read, sealer, name, self._here) for _ in range(READERS)]
        self._readers = cycle(self._lanes)

    @classmethod
    def open(
        cls, server: Server, key: str, key_file: Path, whole: Whole, folder: Path = Path()
    ) -> PostgresStore:
        """Open the data on a server; make its tables, or bring them up. Raise StoreError.

        ``folder`` is where files are written.
        """
        store = cls(server, Sealer(key), key_file, whole)
        store.folder = folder.absolute()
        try:
            store._writer.post(store._nothing).result()  # what is wrong is said now
        except BaseException:
            store.shut()
            raise
        return store

    async def _nothing(self) -> None:
        """Have a connection."""

    async def balance(self) -> Holdings:
        """Take a fair share of what nobody has, and lead where nobody does. Raise StoreError."""
        if self._holding is None and self._writer.connection:
            self._holding = Holding(self._writer.connection, self._since)
        return self._holding.balance() if self._holding else Holdings()

    async def leave(self, shards: Collection[int]) -> None:
        """Let others have these shards."""
        if self._holding:
            self._holding.leave(shards)

    async def news(self, seconds: float) -> None:
        """Wait until something is brought, but no longer than so many seconds."""
        await self._news.wait(seconds)

    def _connect(self) -> Connection[Any]:
        """Open the connection that writes, with the right to; numbers begin anew."""
        connection = self._server.connect()
        try:
            if self._whole != "beside":
                self._server.take_whole(connection, shared=self._whole == "shared")
            if not self._is_prepared:
                self._server.prepare(connection, self._sealer, str(self._key_file))
                self._is_prepared = True
            if self._sends:
                self._server.take_sending(connection)
        except BaseException:
            connection.close()
            raise
        self._numbers, self._holding = iter(()), None
        self._since += 1
        return connection

    def take_sending(self) -> None:
        """Be one that sends what is due, until this is closed or the process ends."""
        self._sends = True
        self._writer.post(self._send).result()

    async def _send(self) -> None:
        if self._writer.connection:
            self._server.take_sending(self._writer.connection)

    @property
    def is_sent_from(self) -> bool:
        """Whether a bot or a page sends what is due at this moment."""
        return self._server.is_sent_from()

    def back_up(self, folder: Path, key: str, at: datetime) -> Path:
        """Raise UsageError: a server has its own ways."""
        del folder, key, at
        raise UsageError("only_in_folder", command="backup")

    def _run_here(self, statement: str, given: Any = ()) -> Any:
        execute = self._here.execute
        if execute is None:
            raise RuntimeError("a statement was run outside of the store's threads")
        return execute(statement, given)

    def _next_number(self) -> int:
        """Return a number that is higher than all that this conversation has had.

        Whoever takes over a conversation opens a connection or takes it up anew: with a new block.
        """
        number = next(self._numbers, 0)
        if not number:
            [block] = self._execute(_BLOCK).fetchone()
            self._numbers = iter(range(block * BLOCK, (block + 1) * BLOCK))
            number = next(self._numbers)
        return number

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        delivery: int = 0,
    ) -> list[Outgoing]:
        """Keep a turn, its event's key and its replies, or raise StoreError and keep nothing."""
        execute = self._execute
        async with self._commits.transaction():
            if self._whole == "shared":
                self._look_again(turn)
                execute(TAKEN, (seen,))
            if turn.commands or turn.forget:
                execute(_LOCK, (LOCKS, COMMANDS))
            numbered, _ = self._keep_turn(turn, seen, outgoing, acknowledged, delivery)
            return numbered

    async def do(self, commands: Sequence[Command], chat_id: str, at: datetime) -> None:
        """Carry these out without a turn, as the operator. Raise Changed."""
        self._execute(_LOCK, (LOCKS, COMMANDS))
        await super().do(commands, chat_id, at)

    async def forget(self, conversation: str, by: str, at: datetime) -> None:
        """Delete all of a conversation, as its learner's /forget does. Raise StoreError."""
        self._execute(_LOCK, (LOCKS, COMMANDS))
        erase(self._execute, conversation, by, at)

    async def watch(self) -> None:
        """Wait, for ever: whoever finds the server away tries until it is back."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Do what is begun, then let go of the server."""
        await asyncio.to_thread(self.shut)

    def shut(self) -> None:
        """Do the same, and let the thread that asks wait."""
        self._news.close()
        for each in (self._writer, *self._lanes):
            each.close()
