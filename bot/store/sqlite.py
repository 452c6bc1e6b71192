"""The store on SQLite with SQLCipher: encrypted at rest, one durable transaction a turn.

What it rests on: WAL with synchronous=FULL loses nothing at a power cut; the sqlcipher3 wheel has a
SQLite without the WAL fault of 3.7.0-3.51.2; BEGIN IMMEDIATE by hand, because sqlite-utils'
``atomic()`` is a deferred BEGIN that fails with "locked" under two writers. Nothing is awaited
inside a transaction: on a shared connection one task's rollback would erase another's row.
Proved in ``tests/test_store.py`` and ``tests/test_kill.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlcipher3
from filelock import FileLock, Timeout
from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.errors import CannotSave, DataInUse, DataNewer, DataUnreadable, StoreError
from bot.model import Conversation, Turn
from bot.store.migrations import migrations
from bot.store.tables import CONVERSATIONS, MESSAGES, SEEN

DATABASE = "coach.db"
LOCK = "coach.lock"
FORGET_KEYS_AFTER = timedelta(days=7)
"""Telegram repeats an update for a day at most; a week is safe."""

_PRAGMAS = (
    "cipher_log_level = NONE",  # a wrong key would print its own lines beside ours
    "key = \"x'{key}'\"",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "secure_delete = ON",
    "trusted_schema = OFF",
)
_CONVERSATION: TypeAdapter[Conversation] = TypeAdapter(Conversation)


class SqliteStore:
    """The store in one encrypted file. ``open`` it; one process a folder."""

    def __init__(self, connection: Any, path: Path, key_file: Path, lock: FileLock) -> None:
        """Use ``SqliteStore.open``: it makes the connection safe first."""
        self._connection = connection
        self._db = Database(connection)
        self._path, self._key_file, self._lock = path, key_file, lock

    @classmethod
    def open(cls, folder: Path, key: str, key_file: Path) -> SqliteStore:
        """Open the database of a data folder, or make it on the first run. Raises StoreError.

        ``key_file`` is named in messages only. A database that cannot be opened is left untouched.
        """
        folder = folder.absolute()
        path = folder / DATABASE
        lock = _lock(folder)
        try:
            if not path.exists() or not path.stat().st_size:
                _create(path, key)
            store = cls(_connect(path, key), path, key_file, lock)
            store._check()
        except sqlcipher3.DatabaseError as error:
            lock.release()
            raise _opening_error(error, path, key_file) from error
        except StoreError:
            lock.release()
            raise
        return store

    def _check(self) -> None:
        known = {migration.name for migration in migrations._migrations}  # noqa: SLF001 - no public list
        if any(applied.name not in known for applied in migrations.applied(self._db)):
            self._connection.close()
            raise DataNewer("newer", path=str(self._path))
        migrations.apply(self._db)

    async def load(self, chat_id: str) -> Conversation:
        """The conversation of a chat; a new, empty one when nothing is kept."""
        with self._reading():
            return self._load(chat_id)

    def _load(self, chat_id: str) -> Conversation:
        found = self._rows(f"SELECT state FROM {CONVERSATIONS} WHERE chat_id = ?", chat_id)  # noqa: S608
        if not found:
            return Conversation(chat_id)
        query = f"SELECT * FROM {MESSAGES} WHERE chat_id = ? ORDER BY number"  # noqa: S608
        messages = self._rows(query, chat_id)
        for message in messages:
            del message["chat_id"]
        state = json.loads(found[0]["state"])
        return _CONVERSATION.validate_python({**state, "chat_id": chat_id, "messages": messages})

    def _rows(self, query: str, *values: str) -> list[dict[str, Any]]:
        return list(self._db.query(query, values))

    async def has_seen(self, key: str) -> bool:
        """Whether the event of that key was handled before."""
        with self._reading():
            return bool(self._rows(f"SELECT 1 FROM {SEEN} WHERE key = ?", key))  # noqa: S608

    async def save(self, turn: Turn, seen: str) -> None:
        """Keep a turn and remember its event, or raise CannotSave and keep nothing of it."""
        with self._transaction():
            if turn.forget:
                self._forget(turn.after.chat_id)
            else:
                self._keep(turn)
            at = turn.at.isoformat()
            self._db.table(SEEN).insert({"key": seen, "at": at})
            old = (turn.at - FORGET_KEYS_AFTER).isoformat()
            self._db.table(SEEN).delete_where("at < ?", [old])
        if turn.forget:
            # The write-ahead log still holds what was deleted from the file.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _keep(self, turn: Turn) -> None:
        state = asdict(turn.after)
        chat_id = state.pop("chat_id")
        del state["messages"]
        row = {"chat_id": chat_id, "state": json.dumps(state, default=_iso)}
        self._db.table(CONVERSATIONS).upsert(row, pk="chat_id")
        # Messages are frozen and their numbers count up from 1, so what is the same is identical.
        before = turn.before.messages
        rows = [
            {"chat_id": chat_id, **asdict(message), "aside": int(message.aside)}
            for i, message in enumerate(turn.after.messages)
            if i >= len(before) or before[i] is not message
        ]
        for row in rows:
            row["at"] = _iso(row["at"])
            row["edited_at"] = row["edited_at"] and _iso(row["edited_at"])
        if rows:
            self._db.table(MESSAGES).upsert_all(rows, pk=("chat_id", "number"))

    def _forget(self, chat_id: str) -> None:
        self._db.table(MESSAGES).delete_where("chat_id = ?", [chat_id])
        self._db.table(CONVERSATIONS).delete_where("chat_id = ?", [chat_id])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher3.DatabaseError as error:
            raise _opening_error(error, self._path, self._key_file) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except sqlcipher3.Error as error:
            raise CannotSave("cannot_save", path=str(self._path), why=str(error)) from error

    async def close(self) -> None:
        """Close the file and let the next process have the folder."""
        self._connection.close()
        self._lock.release()


def _iso(value: Any) -> str:
    text: str = value.isoformat()
    return text


def _lock(folder: Path) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise DataInUse("data_in_use", path=str(folder)) from error
    except (OSError, NotImplementedError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CannotSave("cannot_open", path=str(folder), why=why) from error
    return lock


def _connect(path: Path, key: str) -> Any:
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma.format(key=key)}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path, key: str) -> None:
    """Make the database whole under another name first, so that a half-made one is never met.

    An empty file, or a journal without its file, is what is left of data: it is not replaced.
    """
    journal = path.with_name(path.name + "-wal")
    if path.exists() or journal.exists():
        raise DataUnreadable("database_gone", path=str(path))
    unfinished = path.with_name(path.name + ".new")
    for leftover in path.parent.glob(unfinished.name + "*"):
        leftover.unlink()
    connection = _connect(unfinished, key)
    migrations.apply(Database(connection))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    unfinished.chmod(0o600)
    unfinished.rename(path)


def _opening_error(error: Exception, path: Path, key_file: Path) -> StoreError:
    text = str(error)
    if "not a database" in text or "malformed" in text or "encrypted" in text:
        return DataUnreadable("unreadable", path=str(path), key=str(key_file))
    if "readonly" in text:
        text = "it is read-only"
    return CannotSave("cannot_open", path=str(path.parent), why=text)
