"""Transactions that share their commit: most of a turn's cost is waiting for the disk.

Each writes inside a savepoint of its own and waits until the commit is through. Nothing is awaited
inside a savepoint, so one task's rollback never erases another's row. Transactions are BEGIN
IMMEDIATE by hand, because sqlite-utils' ``atomic()`` is a deferred BEGIN that fails with "locked"
under two writers. Proved in ``tests/test_store.py``.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from bot.errors import CannotSave, StoreError
from bot.store.opening import is_damage, reading_error


class Commits:
    """The transactions of one connection."""

    def __init__(self, connection: Any, path: Path, key_file: Path) -> None:
        """``path`` and ``key_file`` are named in messages only."""
        self._connection, self._path, self._key_file = connection, path, key_file
        self._group: asyncio.Future[None] | None = None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read; a fault of the file becomes a StoreError that says so."""
        try:
            yield
        except sqlcipher3.DatabaseError as error:
            raise reading_error(error, self._path, self._key_file) from error

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Write what the body writes, wholly or not at all, and wait until it is durable."""
        with self._saving():
            group = self._join()
            self._connection.execute("SAVEPOINT one")
            try:
                yield
                self._connection.execute("RELEASE one")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK TO one")
                    self._connection.execute("RELEASE one")
                else:
                    # SQLite has rolled all of it back, as on a full disk: the others must know.
                    self.commit()
                raise
        await asyncio.shield(group)

    def _join(self) -> asyncio.Future[None]:
        """The writes that the next commit makes durable: all of this turn of the event loop."""
        if self._group is None:
            self._connection.execute("BEGIN IMMEDIATE")
            loop = asyncio.get_running_loop()
            self._group = loop.create_future()
            loop.call_soon(self.commit)
        return self._group

    def commit(self) -> None:
        """Make durable what waits for it."""
        group, self._group = self._group, None
        if group is None:
            return
        try:
            with self._saving():
                # A full disk may have rolled everything back already: then this fails too.
                self._connection.execute("COMMIT")
        except StoreError as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            group.set_exception(error)
            group.exception()  # whoever waits raises it; nobody may be waiting any more
        else:
            group.set_result(None)

    @contextmanager
    def _saving(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher3.Error as error:
            if is_damage(error):
                raise reading_error(error, self._path, self._key_file) from error
            raise CannotSave("cannot_save", path=str(self._path), why=str(error)) from error

    async def settled(self) -> None:
        """Wait until nothing is left that waits for its commit."""
        while self._group:
            await asyncio.shield(self._group)
