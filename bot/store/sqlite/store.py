"""The store on SQLite with SQLCipher: encrypted at rest, one durable transaction a turn.

Its rooms share one connection, and turns that come at the same moment share one commit
(``group_commit.py``). Proved in ``tests/store/``, ``tests/test_kill.py`` and
``tests/channels/telegram_bot/test_kill.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock

from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.store.sqlite import commands, conversations, deliveries, members
from bot.store.sqlite.cohorts import CohortRoom
from bot.store.sqlite.connection import DATABASE, open_database
from bot.store.sqlite.conversations import ConversationRoom
from bot.store.sqlite.deliveries import ReminderRoom
from bot.store.sqlite.doors import DoorRoom
from bot.store.sqlite.group_commit import Commits
from bot.store.sqlite.meta import MetaRoom
from bot.store.sqlite.outbox import LAST_NUMBER, OutboxRoom

FORGET_KEYS_EVERY = 100
"""Turns between two looks for old keys. The first turn after a start looks too."""


class SqliteStore(ConversationRoom, OutboxRoom, DoorRoom, CohortRoom, ReminderRoom, MetaRoom):
    """The store in one encrypted file. ``open`` it; one process a folder."""

    def __init__(self, connection: Any, lock: FileLock | None, path: Path, key_file: Path) -> None:
        """Use ``SqliteStore.open``: it makes the connection safe first."""
        self._connection, self._execute, self._lock = connection, connection.execute, lock
        self._commits = Commits(connection, path, key_file)
        self._last_number = max(last or 0 for (last,) in self._execute(LAST_NUMBER).fetchall())
        self._saved = 0

    @classmethod
    def open(cls, folder: Path, key: str, key_file: Path, *, beside: bool = False) -> SqliteStore:
        """Open the database of a data folder, or make it on the first run. Raise StoreError.

        ``beside`` is for one who reads and plans while a coach is running: it adds nothing to the
        outbox and takes no turns, so that the one that does need not know of it.
        """
        folder = folder.absolute()
        connection, lock = open_database(folder, key, key_file, beside=beside)
        return cls(connection, lock, folder / DATABASE, key_file)

    @property
    def is_alone(self) -> bool:
        """Whether no other process has the folder: no coach is running on it."""
        return self._lock is not None

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
        execute, chat_id = self._execute, turn.after.chat_id
        async with self._commits.transaction():
            if turn.forget:
                deliveries.skip(execute, deliveries.of_chat(execute, chat_id), "left")
            else:
                members.keep(execute, turn)
            conversations.keep(execute, turn, seen)
            # What is forgotten leaves no trace in the list of what was done.
            by = "" if turn.forget else chat_id
            commands.carry_out(execute, turn.commands, by, turn.at)
            self._saved += 1
            if self._saved % FORGET_KEYS_EVERY == 1:
                conversations.forget_keys(execute, turn.at)
            numbered = self._exchange(acknowledged, outgoing)
            if delivery and numbered:
                deliveries.queue(execute, delivery, numbered[0].number, turn.at)
        if turn.forget:
            await self._commits.empty_log()
        return numbered

    async def close(self) -> None:
        """Close the file and let the next process have the folder."""
        self._commits.commit()
        self._connection.close()
        if self._lock:
            self._lock.release()
