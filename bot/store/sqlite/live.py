"""A connection that is watched: its file must be the one at its path, and one bad page is enough.

Once SQLCipher has met a page that was changed on the disk, every later read on that connection
fails, whatever page it is of. So the file is opened anew, and only what is on that page is gone. A
file that was deleted or replaced takes writes without a word, and they are gone with it: so its
device and number are compared before each commit.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3

from bot.errors import DataGone, StoreError
from bot.store.sqlite.columns import Execute
from bot.store.sqlite.connection import connect, journal_size
from bot.store.sqlite.faults import reading_error

LOOK_EVERY = 10.0
"""Seconds between two looks at a file that nobody writes to."""


class LiveConnection:
    """The connection to a database that is in use."""

    def __init__(self, raw: Any, path: Path, key: str, key_file: Path) -> None:
        """``raw`` is open. ``key_file`` is named in messages only."""
        self.path, self.key_file, self._key = path, key_file, key
        self._borrowers = list[Callable[[Execute], None]]()
        self._use(raw)
        self._file = _file_at(path)
        self._lost: StoreError | None = None

    @property
    def in_transaction(self) -> bool:
        """Whether something is written that is not committed."""
        return bool(self.raw.in_transaction)

    def _use(self, raw: Any) -> None:
        # Each turn runs some thirty statements: they go straight to the connection.
        self.raw, self.execute = raw, raw.execute
        for borrow in self._borrowers:
            borrow(self.execute)

    def lend(self, borrow: Callable[[Execute], None]) -> None:
        """Hand over what runs a statement, now and whenever the file is opened anew."""
        self._borrowers.append(borrow)
        borrow(self.execute)

    def close(self) -> None:
        """Let go of the file."""
        self.raw.close()

    def reopen(self) -> None:
        """Open the file anew: what was not committed is lost. Without a file it stays lost."""
        with contextlib.suppress(sqlcipher3.Error):
            self.raw.close()
        try:
            self._use(connect(self.path, self._key))
            self.raw.execute("PRAGMA busy_timeout = 0")
        except sqlcipher3.DatabaseError as error:
            self._lost = reading_error(error, self.path, self.key_file)

    def check(self) -> None:
        """Raise a StoreError when the file is gone, is another one, or cannot be opened anew."""
        if self._lost is None and _file_at(self.path) != self._file:
            self._lost = DataGone("database_taken", path=str(self.path))
        if self._lost:
            raise self._lost

    async def watch(self) -> None:
        """Look at the file now and then, for ever. Raises what ``check`` does."""
        before = 0
        while True:
            self.check()
            before = self._empty_idle_log(before)
            await asyncio.sleep(LOOK_EVERY)

    def _empty_idle_log(self, before: int) -> int:
        """Bring the write-ahead log into the file once nobody has written since the last look.

        After a crash a journal ends at its first bad frame; what stands in the file is safe.
        """
        size = journal_size(self.path)
        if size and size == before and not self.in_transaction:
            with contextlib.suppress(sqlcipher3.Error):
                self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return size


def _file_at(path: Path) -> tuple[int, int]:
    """The device and the number of a file, two zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
