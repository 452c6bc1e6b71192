"""Transactions that share their commit: most of a turn's cost is waiting for the disk.

Each writes inside a savepoint of its own and waits until the commit is through. Nothing is awaited
inside a savepoint, so one task's rollback never erases another's row. Transactions are BEGIN
IMMEDIATE by hand, because sqlite-utils' ``atomic()`` is a deferred BEGIN that fails with "locked"
under two writers. While another process writes, transactions wait without blocking the event loop:
SQLite's own busy handler would stop every conversation. Proved in
``tests/store/test_sqlite_file.py``.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from json import JSONDecodeError

import sqlcipher3

from bot.errors import CannotSave, CannotSaveThis, DataUnreadable, StoreError
from bot.store.sqlite.faults import MALFORMED, is_damage, reading_error
from bot.store.sqlite.live import LiveConnection

LOCK_SECONDS = 5.5
"""How long a transaction waits for another process's to end."""

KNOCK_EVERY = 0.02
"""Seconds between two tries to begin. One takes some microseconds."""


_OF_ONE_WRITE = (
    sqlcipher3.IntegrityError,
    sqlcipher3.DataError,
    sqlcipher3.ProgrammingError,
    sqlcipher3.InterfaceError,
)
"""Errors that no other write has: the disk and the file are well."""


class Commits:
    """The transactions of one connection."""

    def __init__(self, connection: LiveConnection) -> None:
        """Nothing is written yet."""
        self._connection, self._path = connection, connection.path
        self._group: asyncio.Future[None] | None = None
        self._line: list[asyncio.Future[None]] = []
        self._knocking: asyncio.TimerHandle | None = None
        connection.execute("PRAGMA busy_timeout = 0")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read; a fault of the file becomes a StoreError that says so."""
        try:
            yield
        except sqlcipher3.DatabaseError as error:
            self._open_anew_after(error)
            raise self._reading_error(error) from error
        except JSONDecodeError as error:
            # A bad page at the end of a long row is read as zeros, without an error.
            self._open_anew_after(sqlcipher3.DatabaseError(MALFORMED))
            raise DataUnreadable(
                "unreadable", path=str(self._path), key=str(self._connection.key_file)
            ) from error

    def _open_anew_after(self, error: BaseException) -> None:
        """After a bad page the connection reads no other one. What shares it writes once more."""
        if not is_damage(error):
            return
        group, self._group = self._group, None
        if group:
            _raise_in(group, CannotSave("cannot_save", path=str(self._path), why=str(error)))
        self._connection.reopen()

    def _reading_error(self, error: BaseException) -> StoreError:
        return reading_error(error, self._path, self._connection.key_file)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Write what the body writes, wholly or not at all, and wait until it is durable."""
        with self._saving():
            group = await self._join()
            self._connection.execute("SAVEPOINT one")
            try:
                yield
                self._connection.execute("RELEASE one")
            except BaseException as error:
                cause = error.__cause__ if isinstance(error, StoreError) else error
                if is_damage(cause or error):
                    self._open_anew_after(cause or error)
                elif self._connection.in_transaction:
                    self._connection.execute("ROLLBACK TO one")
                    self._connection.execute("RELEASE one")
                else:
                    # SQLite has rolled all of it back, as on a full disk: the others must know.
                    self._fail(error)
                raise
        await asyncio.shield(group)

    async def _join(self) -> asyncio.Future[None]:
        """Return what the next commit makes durable: all writes of this turn of the event loop.

        Nothing may be awaited between this and the writing. Raises CannotSave when another process
        has the lock for too long.
        """
        while self._group is None:
            if self._line or not self._begin():
                await self._stand_in_line()
            else:
                asyncio.get_running_loop().call_soon(self.commit)
        return self._group

    def _begin(self) -> bool:
        """Begin a transaction; False while another process has the lock."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlcipher3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlcipher3.SQLITE_BUSY:  # less its extended part
                return False
            raise
        self._group = asyncio.get_running_loop().create_future()
        return True

    async def _stand_in_line(self) -> None:
        """Wait for the lock with the others who wait: one of them knocks for all."""
        let_in = asyncio.get_running_loop().create_future()
        self._line.append(let_in)
        self._knock_later()
        try:
            async with asyncio.timeout(LOCK_SECONDS):
                await let_in
        except TimeoutError:
            why = "database is locked"
            raise CannotSave("cannot_save", path=str(self._path), why=why) from None
        finally:
            if let_in in self._line:
                self._line.remove(let_in)

    def _knock_later(self) -> None:
        if self._knocking is None:
            self._knocking = asyncio.get_running_loop().call_later(KNOCK_EVERY, self._knock)

    def _knock(self) -> None:
        """Begin, and let in all who wait; or try a little later."""
        self._knocking = None
        if not self._line:
            return
        try:
            if self._group is None and not self._begin():
                self._knock_later()
                return
        except sqlcipher3.Error as error:
            for each in self._leave_line():
                each.set_exception(error)
        else:
            for each in self._leave_line():
                each.set_result(None)
        # They resume in their order, and before this.
        asyncio.get_running_loop().call_soon(self.commit)

    def _leave_line(self) -> list[asyncio.Future[None]]:
        """Return who still waits, and let nobody stand in line any more.

        Who has just gone away is in it until they run next.
        """
        line, self._line = self._line, []
        return [each for each in line if not each.done()]

    def commit(self) -> None:
        """Make durable what waits for it."""
        group, self._group = self._group, None
        if group is None:
            return
        try:
            with self._saving():
                self._connection.check()
                self._connection.execute("COMMIT")
        except StoreError as error:
            _raise_in(group, error)  # before all that may fail, too
            self._undo_after(error)
        else:
            group.set_result(None)

    def _undo_after(self, error: StoreError) -> None:
        """Leave nothing of a failed commit behind, by opening the file anew if need be."""
        if not isinstance(error, DataUnreadable):
            with suppress(sqlcipher3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                return
        self._connection.reopen()

    def _fail(self, error: BaseException) -> None:
        """Tell all who share the commit that their writes are undone, and why."""
        group, self._group = self._group, None
        if group:
            _raise_in(group, self._meaning(error))

    @contextmanager
    def _saving(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher3.Error as error:
            raise self._meaning(error) from error

    def _meaning(self, error: BaseException) -> StoreError:
        if is_damage(error):
            return self._reading_error(error)
        kind = CannotSaveThis if isinstance(error, _OF_ONE_WRITE) else CannotSave
        return kind("cannot_save", path=str(self._path), why=str(error))

    async def empty_log(self) -> None:
        """Take out of the write-ahead log what was deleted from the file, once nobody reads it.

        Should this not come about, the deletion stands: the file's last connection empties the log.
        """
        with suppress(sqlcipher3.Error, TimeoutError):
            async with asyncio.timeout(LOCK_SECONDS):
                while True:
                    await self.settled()
                    found = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                    if not found[0]:
                        return
                    await asyncio.sleep(KNOCK_EVERY)

    async def settled(self) -> None:
        """Wait until nothing is left that waits for its commit."""
        while self._group:
            await asyncio.shield(self._group)


def _raise_in(group: asyncio.Future[None], error: StoreError) -> None:
    """Let all who wait raise it; that nobody waits any more is no fault."""
    group.set_exception(error)
    group.exception()
