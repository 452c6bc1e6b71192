"""Opening the encrypted file: one process a folder, nothing replaced, every failure explained.

What it rests on: WAL with synchronous=FULL loses nothing at a power cut; the sqlcipher3 wheel has a
SQLite without the WAL fault of 3.7.0-3.51.2.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import sqlcipher3
from filelock import FileLock, Timeout
from sqlite_utils import Database

from bot.errors import CannotSave, DataInUse, DataNewer, DataUnreadable, StoreError
from bot.store.sqlite.page_tables import migrations

DATABASE = "coach.db"

LOCK = "coach.lock"

MARK = "coach.made"
"""Says that there was a database here, should it ever be missing."""

_PRAGMAS = (
    "cipher_log_level = NONE",  # a wrong key would print its own lines beside ours
    "key = \"x'{key}'\"",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",  # for opening; group_commit.py then waits without blocking
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cache_size = -32000",  # 32 MB: a page that is kept need not be deciphered again
)


def open_database(
    folder: Path, key: str, key_file: Path, *, beside: bool = False
) -> tuple[Any, FileLock | None]:
    """The connection to the database of a data folder, made on the first run, and the lock on it.

    ``key_file`` is named in messages only. A database that cannot be opened is left untouched.
    ``beside`` opens it while another process may have the lock, and takes none.
    Raises StoreError.
    """
    path = folder / DATABASE
    lock = None if beside and _is_locked(folder) else _lock(folder)
    try:
        if not path.exists() or not path.stat().st_size:
            _create(path, key)
        connection = _connect(path, key)
        if lock is None and migrations.pending(Database(connection)):
            connection.close()
            raise DataInUse("data_in_use", path=str(folder))
        _migrate(connection, path)
        (folder / MARK).touch(mode=0o600)
    except OSError as error:
        _release(lock)
        raise CannotSave("cannot_open", path=str(folder), why=error.strerror or "") from error
    except sqlcipher3.DatabaseError as error:
        _release(lock)
        raise reading_error(error, path, key_file) from error
    except StoreError:
        _release(lock)
        raise
    return connection, lock


def is_left(path: Path, *, mark: bool = True) -> bool:
    """Return whether there is a database, or what is left of one.

    That is an empty file, a link to a disk that is away, a journal, or with ``mark`` our mark.
    """
    left = [path, path.with_name(path.name + "-wal"), *([path.with_name(MARK)] if mark else [])]
    return any(os.path.lexists(each) for each in left)


def give_up(path: Path) -> None:
    """Let a data folder count as new, when the mark is all that is left of its database."""
    if not is_left(path, mark=False):
        with contextlib.suppress(OSError):
            path.with_name(MARK).unlink()


def _release(lock: FileLock | None) -> None:
    if lock:
        lock.release()


def _is_locked(folder: Path) -> bool:
    """Whether another process has the folder at this moment."""
    try:
        _lock(folder).release()
    except DataInUse:
        return True
    return False


def _migrate(connection: Any, path: Path) -> None:
    database = Database(connection)
    known = {migration.name for migration in migrations._migrations}  # noqa: SLF001 - no public list
    if any(applied.name not in known for applied in migrations.applied(database)):
        connection.close()
        raise DataNewer("newer", path=str(path))
    migrations.apply(database)


def _lock(folder: Path) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise DataInUse("data_in_use", path=str(folder)) from error
    except (OSError, NotImplementedError) as error:
        # The second is filelock's word for a file system that has no locks.
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

    What is left of data is not replaced.
    """
    if is_left(path):
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


def is_damage(error: BaseException) -> bool:
    """Whether the file is not what it should be: a wrong key looks the same."""
    return any(sign in str(error) for sign in ("not a database", "malformed", "encrypted"))


def reading_error(error: BaseException, path: Path, key_file: Path) -> StoreError:
    """What a fault of SQLite means to a person who wants their words."""
    text = str(error)
    if is_damage(error):
        return DataUnreadable("unreadable", path=str(path), key=str(key_file))
    if "readonly" in text:
        text = "it is read-only"
    return CannotSave("cannot_open", path=str(path.parent), why=text)
