"""Opening the encrypted file: one process a folder, nothing replaced, every failure explained.

What it rests on: WAL with synchronous=FULL loses nothing at a power cut; the sqlcipher3 wheel has a
SQLite without the WAL fault of 3.7.0-3.51.2.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from pathlib import Path
from typing import Any

import sqlcipher3
from filelock import FileLock, Timeout

from bot.errors import CannotSave, DataInUse, DataUnreadable, StoreError
from bot.store.sqlite import schema
from bot.store.sqlite.faults import folder_error, reading_error

DATABASE = "coach.db"

_log = logging.getLogger(__name__)

LOCK = "coach.lock"

SENDS = "coach.sends"
"""Is locked while a process sends what is due: a conversation in a terminal sends nothing."""

MARK = "coach.made"
"""Says that there was a database here, should it ever be missing, and whether it is in use."""

BEFORE = "before-update.db"
"""A copy of the data as it was before the last build that changed its tables."""

IN_USE = "in use"

SMALLEST = 512
"""Bytes of the smallest page that SQLite knows."""

PATIENCE = 2.0
"""Seconds for which a start waits for the lock: a command that reads has it for a moment."""

WAITS = 100
"""How often it is looked, 50 ms apart, whether another process has made its database by now."""

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
    lock = None if beside and _is_locked(folder) else lock_folder(folder, patience=PATIENCE)
    try:
        _make_first(path, key, key_file, alone=lock is not None)
        if lock:
            _tell_of_journal(path)
        connection = connect(path, key)
        if not schema.is_current(connection):
            _bring_up(connection, path, key, may_change=lock is not None)
        if lock:
            mark_use(folder, IN_USE)
    except OSError as error:
        release(lock)
        raise folder_error(error, folder) from error
    except sqlcipher3.DatabaseError as error:
        release(lock)
        raise reading_error(error, path, key_file) from error
    except StoreError:
        release(lock)
        raise
    return connection, lock


def _make_first(path: Path, key: str, key_file: Path, *, alone: bool) -> None:
    """Make the database on the first run; without the lock whoever has it does that."""
    if not path.exists() or not path.stat().st_size:
        if alone:
            _create(path, key)
        else:
            _wait_until_made(path, path.parent)
    elif path.stat().st_size < SMALLEST:  # SQLite would take one byte for a new file
        raise DataUnreadable("unreadable", path=str(path), key=str(key_file))


def journal_size(path: Path) -> int:
    """Return how many bytes of a database stand in its write-ahead log."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except OSError:
        return 0


def mark_use(folder: Path, how: str = "") -> None:
    """Note beside a database whether it is in use: then its journal must be there, too."""
    (folder / MARK).touch(mode=0o600)
    (folder / MARK).write_text(how, encoding="ascii")


def _tell_of_journal(path: Path) -> None:
    """Log how much of it is taken up, or that a coach which crashed had one and it is gone."""
    mark, journal = path.with_name(MARK), path.with_name(f"{path.name}-wal")
    if left := journal_size(path):
        _log.info("%d KB of the journal are taken up", left // 1024)
        return
    was_in_use = mark.exists() and mark.read_text(encoding="ascii", errors="replace") == IN_USE
    if was_in_use and path.exists() and not journal.exists():
        _log.error("the journal of %s is missing: what was saved last may be gone", path)


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


def release(lock: FileLock | None) -> None:
    """Let the next process have the folder."""
    if lock:
        lock.release()


def lock_sending(folder: Path) -> FileLock:
    """Return the lock of who sends what is due in a folder. Raises StoreError."""
    return lock_folder(folder, SENDS)


def is_sent_from(folder: Path) -> bool:
    """Whether a process sends what is due in a folder at this moment."""
    return _is_locked(folder, SENDS)


def _is_locked(folder: Path, name: str = LOCK) -> bool:
    """Whether another process has the folder at this moment."""
    try:
        lock_folder(folder, name).release()
    except DataInUse:
        return True
    return False


def _bring_up(connection: Any, path: Path, key: str, *, may_change: bool) -> None:
    """Bring the tables up to this build, with a copy of how they were.

    Raises DataInUse where they have to change and may not, and DataNewer.
    """
    if schema.is_pending(connection):
        if not may_change:
            connection.close()
            raise DataInUse("data_in_use", path=str(path.parent))
        copy(connection, path.with_name(BEFORE), key)
    schema.bring_up(connection, path)
    if may_change:
        schema.note_current(connection)


def lock_folder(folder: Path, name: str = LOCK, *, patience: float = 0) -> FileLock:
    """Return the lock of a data folder, after so many seconds at most.

    Raises DataInUse or CannotSave.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / name, timeout=patience)
        lock.acquire()
    except Timeout as error:
        raise DataInUse("data_in_use", path=str(folder)) from error
    except NotImplementedError as error:  # filelock's word for a file system that has no locks
        raise CannotSave("cannot_open", path=str(folder), why=str(error)) from error
    except OSError as error:
        raise folder_error(error, folder) from error
    return lock


def connect(path: Path, key: str, *, wal: bool = True) -> Any:
    """Return an open connection whose key fits. Raises sqlcipher3's errors.

    Without ``wal`` its way of writing stays what it is.
    """
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS if wal else _PRAGMAS[:2]:
            connection.execute(f"PRAGMA {pragma.format(key=key)}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def copy(source: Any, path: Path, key: str) -> None:
    """Write all of an open database to a file that ``key`` opens. Raises OSError, Error.

    It is read as of one moment, whatever is written meanwhile.
    """
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with contextlib.closing(connect(path, key)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, that needs no other beside it
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _wait_until_made(path: Path, folder: Path) -> None:
    """Let the process that has the lock make its database. Raises DataInUse where it does not."""
    for _ in range(WAITS):
        if path.exists():
            return
        time.sleep(0.05)
    raise DataInUse("data_in_use", path=str(folder))


def _create(path: Path, key: str) -> None:
    """Make the database whole under another name first, so that a half-made one is never met.

    What is left of data is not replaced.
    """
    if is_left(path):
        raise DataUnreadable("database_gone", path=str(path))
    unfinished = path.with_name(path.name + ".new")
    for leftover in path.parent.glob(unfinished.name + "*"):
        leftover.unlink()
    connection = connect(unfinished, key)
    # Nobody has it yet: it is put on the disk once, when it is whole, and not step by step.
    connection.execute("PRAGMA synchronous = OFF")
    schema.bring_up(connection, path)
    schema.note_current(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    unfinished.chmod(0o600)
    unfinished.rename(path)
