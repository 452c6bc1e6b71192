"""Copies of the database that are whole and encrypted, made while a coach is running.

SQLite's backup reads all pages as of one moment, whatever is written meanwhile. A plain copy of the
file under load lacks what still stands in the write-ahead log, without a word.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3

from bot.errors import BackupFailed
from bot.store.sqlite.connection import connect, copy

NAME = "coach-{at:%Y%m%dT%H%M%SZ}.db"

_COUNTED = ("conversations", "messages", "members", "deliveries", "outbox")


def back_up(source: Any, folder: Path, key: str, at: datetime) -> Path:
    """Write a copy of an open database into a folder, and check it. Raises BackupFailed.

    ``key`` opens the copy. It has its name only when it is whole.
    """
    path = folder / NAME.format(at=at)
    part = path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy(source, part, key)
        check(part, key)
        part.rename(path)
        _sync(folder)
    except (OSError, sqlcipher3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BackupFailed("backup_failed", path=str(path), why=why) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return path


def check(path: Path, key: str) -> dict[str, int]:
    """Read all of a copy and return how much is in it. Raises sqlcipher3's errors for a bad one."""
    with contextlib.closing(connect(path, key, wal=False)) as found:
        for pragma in ("cipher_integrity_check", "integrity_check"):
            wrong = [row for row in found.execute(f"PRAGMA {pragma}").fetchall() if row != ("ok",)]
            if wrong:
                raise sqlcipher3.DatabaseError(str(wrong[0][0]))
        return counts(found)


def counts(connection: Any) -> dict[str, int]:
    """Return how many rows each table has that people would miss."""
    return {
        table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
        for table in _COUNTED
    }


def backups(folder: Path) -> list[Path]:
    """Return the copies in a folder, the oldest first."""
    return sorted(folder.glob("coach-*Z.db"))


def made_at(path: Path) -> datetime:
    """Return when a copy was made, as its name says. Raises ValueError."""
    return datetime.strptime(path.stem + "+0000", "coach-%Y%m%dT%H%M%SZ%z")


def drop_old(folder: Path, most: int, days: int, now: datetime) -> list[Path]:
    """Delete all copies but the newest ``most``, and those older than ``days``; return them.

    The newest one stays whatever its age.
    """
    gone = list[Path]()
    found = backups(folder)
    for place, path in enumerate(reversed(found)):
        with contextlib.suppress(ValueError, OSError):
            if place and (place >= most or now - made_at(path) > timedelta(days=days)):
                path.unlink()
                gone.append(path)
    return gone


def _sync(folder: Path) -> None:
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
