"""The store on SQLite with SQLCipher: encrypted at rest, one durable transaction a turn.

Its rooms share one connection, and turns that come at the same moment share one commit
(``group_commit.py``). Proved in ``tests/store/``, ``tests/test_kill.py`` and
``tests/channels/telegram_bot/test_kill.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock

from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.errors import StoreError
from bot.store.sqlite import backup
from bot.store.sqlite.connection import (
    DATABASE,
    is_sent_from,
    lock_sending,
    mark_use,
    open_database,
    release,
)
from bot.store.sqlite.group_commit import Commits
from bot.store.sqlite.live import LiveConnection
from bot.store.sqlite.loaded import LoadedConversations, LoadedLines
from bot.store.sqlite.outbox import LAST_NUMBER
from bot.store.sqlite.retention import erase
from bot.store.sqlite.rooms import Rooms


class SqliteStore(Rooms):
    """The store in one encrypted file. ``open`` it; one process a folder."""

    _commits: Commits

    def __init__(self, live: LiveConnection, lock: FileLock | None) -> None:
        """Use ``SqliteStore.open``: it makes the connection safe first."""
        self._live, self._lock = live, lock
        live.lend(partial(setattr, self, "_execute"))
        self._commits = Commits(live)
        self._loaded, self._lines = LoadedConversations(), LoadedLines()
        with self._commits.reading():
            self._last_number = max(last or 0 for (last,) in self._execute(LAST_NUMBER).fetchall())
        self._folder: Path = live.path.parent
        self._sending: FileLock | None = None

    @property
    def _connection(self) -> Any:
        return self._live.raw

    @classmethod
    def open(cls, folder: Path, key: str, key_file: Path, *, beside: bool = False) -> SqliteStore:
        """Open the database of a data folder, or make it on the first run. Raise StoreError.

        ``beside`` is for one who reads and plans while a coach is running: it adds nothing to the
        outbox and takes no turns, so that the one that does need not know of it.
        """
        folder = folder.absolute()
        connection, lock = open_database(folder, key, key_file, beside=beside)
        live = LiveConnection(connection, folder / DATABASE, key, key_file)
        try:
            return cls(live, lock)
        except StoreError:
            live.close()
            release(lock)
            raise

    def take_sending(self) -> None:
        """Be the one that sends what is due, until this is closed or the process ends."""
        self._sending = lock_sending(self._folder)

    @property
    def folder(self) -> Path:
        """Where the file is that was opened: a copy of what can only be read is elsewhere."""
        return self._folder

    @property
    def is_sent_from(self) -> bool:
        """Whether a bot or a page sends what is due in this folder."""
        return is_sent_from(self._folder)

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        delivery: int = 0,
    ) -> list[Outgoing]:
        """Keep a turn, its event's key and its replies, or raise StoreError and keep nothing.

        ``delivery`` is the number of the one that the turn is about. Raise Changed.
        """
        async with self._commits.transaction():
            numbered, state = self._keep_turn(turn, seen, outgoing, acknowledged, delivery)
        if turn.forget:
            self._drop(turn.after.id)
            await self._commits.empty_log()
        else:
            self._loaded.put(turn.after.id, state, turn.after)
        return numbered

    async def forget(self, conversation: str, by: str, at: datetime) -> None:
        """Delete all of a conversation, as its learner's /forget does. Raise StoreError."""
        async with self._commits.transaction():
            erase(self._execute, conversation, by, at)
        self._drop(conversation)
        await self._commits.empty_log()

    def _drop(self, conversation: str) -> None:
        self._loaded.drop(conversation)
        self._lines.drop(conversation)

    def back_up(self, folder: Path, key: str, at: datetime) -> Path:
        """Write a whole, encrypted and checked copy into a folder. Raise BackupFailed."""
        return backup.back_up(self._connection, folder, key, at)

    async def close(self) -> None:
        """Close the file and let the next process have the folder."""
        self._commits.commit()
        self.shut()

    def shut(self) -> None:
        """Do so where nothing waits for its commit."""
        self._live.close()
        if self._lock:
            with suppress(OSError):
                mark_use(self._folder)
        release(self._lock)
        release(self._sending)

    async def watch(self) -> None:
        """Look at the file now and then, for ever. Raise StoreError when it went away."""
        await self._live.watch()
