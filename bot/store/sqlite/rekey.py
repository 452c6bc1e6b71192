"""The database under a new key: a whole copy, proved before it takes the place of the old one."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3

from bot.errors import BackupFailed
from bot.store.sqlite import backup
from bot.store.sqlite.connection import DATABASE, connect, copy, mark_use

REKEYED = f"{DATABASE}.rekeyed"


def opens(path: Path, key: str) -> bool:
    """Return whether a key opens a database."""
    try:
        connect(path, key, wal=False).close()
    except sqlcipher3.DatabaseError:
        return False
    return True


def rekey(folder: Path, old: str, new: str) -> Path:
    """Write the database anew under another key and return it, beside the old one.

    Raises BackupFailed when the new key does not open all of it, or the old one still does.
    """
    path, part = folder / DATABASE, folder / REKEYED
    try:
        source = connect(path, old)
        try:
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            before = backup.counts(source)
            copy(source, part, new)
        finally:
            source.close()
            mark_use(folder)
        found = backup.check(part, new)
    except (OSError, sqlcipher3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BackupFailed("backup_failed", path=str(part), why=why) from error
    if found != before or opens(part, old):
        raise BackupFailed("backup_failed", path=str(part), why="it is not the same")
    return part
