"""The store on SQLite with SQLCipher: encrypted at rest, one durable transaction a turn.

Its rooms share one connection, and turns that come at the same moment share one commit
(``group_commit.py``). Proved in ``tests/store/``, ``tests/test_kill.py`` and
``tests/channels/telegram_bot/test_kill.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from bot.domain.fingerprints import erased_as
from bot.domain.lost_words import lost_words
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.errors import StoreError
from bot.store.sqlite import backup, commands, conversations, deliveries, erasures, guesses, members
from bot.store.sqlite.cohorts import CohortRoom
from bot.store.sqlite.connection import (
    DATABASE,
    is_sent_from,
    lock_sending,
    open_database,
    release,
)
from bot.store.sqlite.conversations import ConversationRoom
from bot.store.sqlite.deliveries import ReminderRoom
from bot.store.sqlite.doors import DoorRoom
from bot.store.sqlite.group_commit import Commits
from bot.store.sqlite.inbox import InboxRoom
from bot.store.sqlite.live import LiveConnection
from bot.store.sqlite.looking import LookingRoom
from bot.store.sqlite.mail import MailRoom
from bot.store.sqlite.meta import MetaRoom
from bot.store.sqlite.outbox import LAST_NUMBER, OutboxRoom

FORGET_KEYS_EVERY = 100
"""Turns between two looks for old keys. The first turn after a start looks too."""


class SqliteStore(
    ConversationRoom,
    OutboxRoom,
    DoorRoom,
    MailRoom,
    CohortRoom,
    ReminderRoom,
    MetaRoom,
    InboxRoom,
    LookingRoom,
):
    """The store in one encrypted file. ``open`` it; one process a folder."""

    def __init__(self, live: LiveConnection, lock: FileLock | None) -> None:
        """Use ``SqliteStore.open``: it makes the connection safe first."""
        self._live, self._execute, self._lock = live, live.execute, lock
        self._commits = Commits(live)
        with self._commits.reading():
            self._last_number = max(last or 0 for (last,) in self._execute(LAST_NUMBER).fetchall())
        self._saved = 0
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
        execute, chat_id = self._execute, turn.after.id
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
                guesses.forget_old(execute, turn.at)
                erasures.forget_old(execute, turn.at)
            if not turn.forget and (lost := lost_words(turn)):
                self._take_back(chat_id, lost)
            numbered = self._exchange(acknowledged, outgoing)
            if delivery and numbered:
                deliveries.queue(execute, delivery, numbered[0].number, turn.at)
        if turn.forget:
            await self._commits.empty_log()
        return numbered

    async def forget(self, conversation: str, by: str, at: datetime) -> None:
        """Delete all of a conversation, as its learner's /forget does. Raise StoreError."""
        async with self._commits.transaction():
            execute = self._execute
            deliveries.skip(execute, deliveries.of_chat(execute, conversation), "left")
            conversations.forget(execute, conversation)
            erasures.note(execute, conversation, at)
        await self.note_operation("forget", erased_as(conversation)[:10], by, at)
        await self._commits.empty_log()

    def back_up(self, folder: Path, key: str, at: datetime) -> Path:
        """Write a whole, encrypted and checked copy into a folder. Raise BackupFailed."""
        return backup.back_up(self._connection, folder, key, at)

    async def close(self) -> None:
        """Close the file and let the next process have the folder."""
        self._commits.commit()
        self._live.close()
        release(self._lock)
        release(self._sending)

    async def watch(self) -> None:
        """Look at the file now and then, for ever. Raise StoreError when it went away."""
        await self._live.watch()
