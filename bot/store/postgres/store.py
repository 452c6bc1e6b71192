"""The store on PostgreSQL: the same statements, on connections that have a thread each.

All writing of a process goes through one connection, so that whoever loses it can write no more.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any, Literal

from psycopg import Connection

from bot.domain.commands import Command
from bot.domain.eligibility import Rule
from bot.domain.outbox import Outgoing
from bot.domain.shards import Holdings
from bot.domain.turn import Turn
from bot.errors import UsageError
from bot.store.postgres.execute import Executing
from bot.store.postgres.finding import LAST_NUMBER, STATE_NOW
from bot.store.postgres.intake import TAKEN, IntakeRoom
from bot.store.postgres.lanes import Here, Lane, ReadingLane, WritingLane
from bot.store.postgres.news import NEW_LINES, News
from bot.store.postgres.on_lanes import OnLanes, on_lanes
from bot.store.postgres.pace import PaceRoom
from bot.store.postgres.sealed_rooms import SealedRooms, version_of
from bot.store.postgres.sealing import Sealer
from bot.store.postgres.server import Server, when_ready
from bot.store.postgres.shards import Holding
from bot.store.sqlite.loaded import LoadedConversations, LoadedLines
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

LOST = (
    "the server %s has lost what was saved last: a replica may have taken over without it. "
    "Messages that were called saved in the last moments may be missing. Let the server wait for "
    "its replica (synchronous_commit), and ask who wrote just now to look with /review"
)

_log = logging.getLogger(__name__)

_BLOCK = "SELECT nextval('outbox_blocks')"


@on_lanes
class PostgresStore(SealedRooms, IntakeRoom, PaceRoom):
    """The store on a server. ``open`` it."""

    _schema = "SELECT name FROM coach_steps WHERE name LIKE 'm%' ORDER BY name DESC LIMIT 1"

    def __init__(self, server: Server, sealer: Sealer, key_file: Path, whole: Whole) -> None:
        """Use ``PostgresStore.open``: it looks first whether all is well."""
        self._here, self._server, self._whole = Here(), server, whole
        self._sealer, self._key_file = sealer, key_file
        self.folder, self._sends, self._is_prepared = Path(), False, False
        self._commits = OnLanes(server.name, key_file)
        # Several threads read here, and another process may take the next turn.
        self._loaded, self._lines = LoadedConversations(0), LoadedLines(0)
        self._execute = self._run_here
        self._numbers = range(0)
        self._holding: Holding | None = None
        self._since, self._news = 0, News(server.connect)
        self._newest, self._known_as = ("", 0), ""
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
            when_ready(
                lambda: store._writer.post(store._nothing).result()
            )  # what is wrong is said now
        except BaseException:
            store.shut()
            raise
        return store

    async def _nothing(self) -> None:
        """Have a connection."""

    async def balance(self) -> Holdings:
        """Take a fair share of what nobody has, and lead where nobody does. Raise StoreError."""
        holding = self._hold()
        return holding.balance() if holding else Holdings()

    def _hold(self) -> Holding | None:
        if self._holding is None and self._writer.connection:
            self._holding = Holding(self._writer.connection, self._server.locks, self._since)
        return self._holding

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
            self._server.make_schema(connection)
            if self._whole != "beside":
                self._server.take_whole(connection, shared=self._whole == "shared")
            if not self._is_prepared:
                self._server.prepare(connection, self._sealer, str(self._key_file))
                self._is_prepared = True
            if self._sends:
                self._server.take_sending(connection)
            self._server.be_known_as(connection, self._known_as)
            self._look_for_lost(connection)
        except BaseException:
            connection.close()
            raise
        self._numbers, self._holding = range(0), None
        self._since += 1
        return connection

    def note_saved(self, turn: Turn) -> None:
        """Remember what was committed last: a server that comes back must have it."""
        self._newest = ("", 0) if turn.forget else (turn.after.id, turn.after.version)

    def _look_for_lost(self, connection: Connection[Any]) -> None:
        """Say so where a server that has come back lacks what was called saved."""
        conversation, version = self._newest
        if conversation and self._is_prepared:
            found = Executing(connection, self._sealer)(STATE_NOW, (conversation,)).fetchone()
            if version_of(found[0] if found else "{}") < version:
                _log.error(LOST, self._server.name)
        self._newest = ("", 0)

    def be_known_as(self, build: str) -> None:
        """Let the other processes of this bot see which build and content this one has."""
        self._known_as = build
        self._writer.post(self._be_known).result()

    async def _be_known(self) -> None:
        if self._writer.connection:
            self._server.be_known_as(self._writer.connection, self._known_as)

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
        """Return a number that this process has not used; a new block has higher ones than all."""
        if not self._numbers:
            [block] = self._execute(_BLOCK).fetchone()
            self._numbers = range(block * BLOCK, (block + 1) * BLOCK)
        number, self._numbers = self._numbers[0], self._numbers[1:]
        return number

    def _go_on_after(self, last: int) -> None:
        """Number what comes now higher than a line that another process may have added."""
        if self._numbers and self._numbers[0] <= last:
            self._numbers = range(0)

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
                self._go_on_after(self._look_again(turn))
                execute(TAKEN, (seen,))
            if turn.commands or turn.forget:
                execute(_LOCK, (self._server.locks, COMMANDS))
            numbered, _ = self._keep_turn(turn, seen, outgoing, acknowledged, delivery)
            self._tell_pages(numbered)
            return numbered

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a reply into the outbox that is no turn's. Return it with its number."""
        [last] = self._execute(LAST_NUMBER, (outgoing.conversation,)).fetchone()
        self._go_on_after(last)
        added = await super().add(outgoing)
        self._tell_pages([added])
        return added

    def _tell_pages(self, lines: Sequence[Outgoing]) -> None:
        """Let every process hear that a conversation has new lines: any of them may show it."""
        shown = next((each for each in lines if each.stays), None)
        if shown and self._whole == "shared":
            self._execute(NEW_LINES, (f"{shown.version} {shown.conversation}",))

    def hear(self, tell: Callable[[str, int], None]) -> None:
        """Tell of lines that other processes add: their conversation, and their turn."""
        self._news.hear(tell, lambda: self._writer.connection)

    async def waiting(self) -> list[Outgoing]:
        """Return everything that has not left, in order.

        Nothing, where others share the work: who leads, or takes up a shard, is given what waits.
        """
        return [] if self._whole == "shared" else await super().waiting()

    async def release(self, number: int, decide: Rule) -> bool:
        """Let the delivery leave that has this number in the outbox; it is *sending*."""
        self._execute(_LOCK, (self._server.locks, COMMANDS))  # of two who let it, one does
        return await super().release(number, decide)

    async def leads_pages(self) -> bool:
        """Be the one page that sends what is due, where no bot runs. Raise StoreError."""
        holding = self._hold()
        return holding is not None and holding.leads_pages()

    async def do(self, commands: Sequence[Command], chat_id: str, at: datetime) -> None:
        """Carry these out without a turn, as the operator. Raise Changed."""
        self._execute(_LOCK, (self._server.locks, COMMANDS))
        await super().do(commands, chat_id, at)

    async def forget(self, conversation: str, by: str, at: datetime) -> None:
        """Delete all of a conversation, as its learner's /forget does. Raise StoreError."""
        self._execute(_LOCK, (self._server.locks, COMMANDS))
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
