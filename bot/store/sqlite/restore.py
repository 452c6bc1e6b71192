"""Putting a backup in the place of the data: checked first, and what it replaces is kept."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlcipher3

from bot.domain.cohort import Cohort
from bot.errors import BackupFailed
from bot.store.sqlite import backup, erasures, schema, sharings
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.connection import (
    DATABASE,
    connect,
    copy,
    lock_folder,
    mark_use,
    release,
)
from bot.store.sqlite.erasures import Erasure

RESTORING = f"{DATABASE}.restoring"

_UNKNOWN_REMINDERS = """
    UPDATE deliveries SET state = 'unknown', why = 'restored', outbox = NULL
    WHERE state IN ('queued', 'sending') OR (state = 'waiting' AND due_at <= ?)"""

_UNKNOWN_REPLIES = """
    UPDATE outbox SET state = 'unknown', error = 'restored', body = ''
    WHERE kind = 'reply' AND state = 'pending'"""

_DROP_REMINDERS = "DELETE FROM outbox WHERE kind = 'reminder'"

_LOOKED_AT = "UPDATE schedules SET fired_until = ? WHERE fired_until < ?"


REPLACED = "replaced-{at:%Y%m%dT%H%M%SZ}"


@dataclass(frozen=True, slots=True)
class Restored:
    """The result. ``kept_in`` is where the replaced data is kept, None where there was none.

    ``erased`` people were deleted again; ``left_alone`` has cohorts that only they looked after.
    """

    counts: dict[str, int]
    erased: int
    left_alone: list[Cohort]
    is_list_known: bool
    kept_in: Path | None


class Restoring:
    """One backup on its way to be the data. Use it as a context: what is half done is removed."""

    def __init__(self, file: Path, folder: Path, key: str, file_key: str) -> None:
        """``key`` opens the data, ``file_key`` the backup."""
        self._file, self._folder = file, folder
        self._key, self._file_key = key, file_key
        self._part = folder / RESTORING

    def check(self) -> dict[str, int]:
        """Return how much is in the backup. Raises BackupFailed for a bad one."""
        try:
            self._file.open("rb").close()  # SQLite would make a file that is not there
            return backup.check(self._file, self._file_key)
        except (OSError, sqlcipher3.Error) as error:
            raise self._failed(error) from error

    def carry_out(self, now: datetime) -> Restored:
        """Put it in place. Raises StoreError, DataInUse while a coach is running."""
        lock = lock_folder(self._folder)
        try:
            later = self._later()
            source = connect(self._file, self._file_key, wal=False)
            try:
                copy(source, self._part, self._key)
            finally:
                source.close()
            erased, alone = self._settle(later or set(), now)
            counts = backup.check(self._part, self._key)
            kept_in = self._put_in_place(now)
        except (OSError, sqlcipher3.Error) as error:
            raise self._failed(error) from error
        finally:
            release(lock)
            for leftover in self._folder.glob(f"{RESTORING}*"):
                leftover.unlink()
        return Restored(counts, erased, alone, later is not None, kept_in)

    def _later(self) -> set[Erasure] | None:
        """Whom the data and newer backups know to be deleted; None where none can be read."""
        newer = [each for each in backup.backups(self._file.parent) if each.name > self._file.name]
        lists = [
            found
            for each in [self._folder / DATABASE, *newer]
            if (found := self._erased_in(each)) is not None
        ]
        return set().union(*lists) if lists else None

    def _erased_in(self, path: Path) -> set[Erasure] | None:
        is_data = path.name == DATABASE
        if not path.exists():
            return None
        with contextlib.suppress(sqlcipher3.Error):
            found = connect(path, self._key if is_data else self._file_key, wal=is_data)
            try:
                return erasures.erasures(found.execute)
            finally:
                found.close()
        return None

    def _settle(self, later: set[Erasure], now: datetime) -> tuple[int, list[Cohort]]:
        """Bring it up to this build; what it was about to send may have gone since."""
        connection = connect(self._part, self._key)
        try:
            schema.bring_up(connection, self._part)
            execute: Execute = connection.execute
            execute("BEGIN IMMEDIATE")
            doubt(execute, now)
            sharings.end_all(execute, now)  # who took one back since must not find it open
            erased = erasures.replay(execute, later)
            execute("COMMIT")
            execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        return erased

    def _put_in_place(self, now: datetime) -> Path | None:
        kept = self._folder / REPLACED.format(at=now)
        found = [each for each in self._files() if each.exists()]
        if found:
            kept.mkdir(mode=0o700)
        for each in found:
            each.rename(kept / each.name)
        self._part.rename(self._folder / DATABASE)
        mark_use(self._folder)
        return kept if found else None

    def _files(self) -> Iterable[Path]:
        return (self._folder / f"{DATABASE}{ending}" for ending in ("", "-wal", "-shm"))

    def _failed(self, error: Exception) -> BackupFailed:
        why = getattr(error, "strerror", None) or str(error)
        return BackupFailed("restore_failed", path=str(self._file), why=why)


def drop_replaced(folder: Path, days: int, now: datetime) -> list[Path]:
    """Delete what restores have replaced and is older than so many days; return where it was."""
    gone = list[Path]()
    for path in folder.glob("replaced-*Z"):
        with contextlib.suppress(ValueError, OSError):
            at = datetime.strptime(path.name + "+0000", "replaced-%Y%m%dT%H%M%SZ%z")
            if now - at > timedelta(days=days):
                shutil.rmtree(path)
                gone.append(path)
    return gone


def doubt(execute: Execute, now: datetime) -> None:
    """Call all *unknown* that was to be sent: it may have been, after the copy was made."""
    execute(_UNKNOWN_REMINDERS, (stamp(now),))
    execute(_UNKNOWN_REPLIES)
    execute(_DROP_REMINDERS)
    execute(_LOOKED_AT, (stamp(now), stamp(now)))
