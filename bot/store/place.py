"""Where an operator keeps the data and the key to it, and the ways to open them: a folder."""

from __future__ import annotations

import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from bot.errors import CannotSave, DataMissing, KeyProblem
from bot.store.encryption_key import (
    get_key,
    note_use,
    read_key,
    refuse_missing,
    warn_of_others,
    write_key,
)
from bot.store.operating import OperatorStore
from bot.store.sqlite.connection import DATABASE, give_up, is_left, lock_folder, release
from bot.store.sqlite.rekey import opens, rekey
from bot.store.sqlite.store import SqliteStore


@dataclass(frozen=True, slots=True)
class DataPlace:
    """A folder, and the file of its key."""

    folder: Path
    key_file: Path
    is_far: ClassVar[bool] = False
    """Whether it is on a server, which can be away."""

    @property
    def database(self) -> Path:
        """The encrypted file."""
        return self.folder / DATABASE

    @property
    def name(self) -> str:
        """Where the data is, for people."""
        return str(self.folder)

    def has_data(self) -> bool:
        """Return whether there is a database, or the rest of one. Raises StoreError."""
        refuse_missing(self.key_file, self.database)
        return is_left(self.database)

    def begin_anew(self) -> None:
        """Let a folder count as new, of whose database nothing is left."""
        give_up(self.database)

    def only_in_folder(self, command: str) -> None:
        """Raise UsageError where a command is for data in a folder, and the data is elsewhere."""

    def key(self) -> str:
        """Return the key, made where nothing was kept yet. Raises KeyProblem or DataMissing."""
        return get_key(self.key_file, self.database)

    def new_key(self) -> str:
        """Return the key, made also where what was kept is gone. Raises KeyProblem."""
        return get_key(self.key_file, self.database, new=True)

    def key_of_data(self) -> str:
        """Return the key of data that is there, and make none. Raises KeyProblem or DataMissing."""
        refuse_missing(self.key_file, self.database)
        if not is_left(self.database):
            raise DataMissing("no_data", path=str(self.folder))
        return self.key()

    def key_at_hand(self) -> str:
        """Return the key for paper. Raises KeyProblem or DataMissing."""
        return self.key_of_data()

    def open(self, key: str, *, beside: bool = False) -> OperatorStore:
        """Open the store. Raises StoreError."""
        warn_of_others(self.folder, stat.S_IWGRP | stat.S_IRWXO, "700")
        store = SqliteStore.open(self.folder, key, self.key_file, beside=beside)
        note_use(self.key_file, self.folder)
        return store

    def open_shared(self, key: str) -> OperatorStore:
        """Open the store for turns, which others may take too where it is on a server.

        Raises StoreError.
        """
        return self.open(key)

    @contextmanager
    def reading(self) -> Iterator[OperatorStore]:
        """Open the store beside a coach, or a copy of what can only be read. Raises StoreError."""
        key = self.key_of_data()
        try:
            store = self.open(key, beside=True)
        except CannotSave:
            # SQLite writes beside a file even to read it: a copy, encrypted as it is, takes that.
            with TemporaryDirectory(prefix="coach-") as folder:
                self._copy_to(Path(folder))
                yield SqliteStore.open(Path(folder), key, self.key_file)
        else:
            yield store

    def _copy_to(self, folder: Path) -> None:
        try:
            for name in (DATABASE, f"{DATABASE}-wal"):
                if (self.folder / name).exists():
                    shutil.copyfile(self.folder / name, folder / name)
        except OSError as error:
            why = error.strerror or str(error)
            raise CannotSave("cannot_open", path=str(self.folder), why=why) from error

    def old_key_of(self, file: Path) -> Path | None:
        """Return the file of an earlier key that opens a backup, None where none does."""
        for each in sorted(
            self.key_file.parent.glob(f"{self.key_file.name}.until-*"), reverse=True
        ):
            with suppress(KeyProblem):
                if opens(file, read_key(each)):
                    return each
        return None

    def rotate_key(self, now: datetime) -> Path:
        """Give the data a new key, and return where the old one is kept. Raises StoreError.

        Killed at any moment, the data opens with the key at its place or with the one called
        ``….next``, and the next call brings it to its end.
        """
        self.only_in_folder("key rotate")
        lock = lock_folder(self.folder)
        kept = self.key_file.with_name(f"{self.key_file.name}.until-{now:%Y%m%dT%H%M%SZ}")
        following = self.key_file.with_name(self.key_file.name + ".next")
        try:
            old = self.key()
            if following.exists() and opens(self.database, following.read_text().strip()):
                self.key_file.rename(kept)
                following.rename(self.key_file)
                return kept
            following.unlink(missing_ok=True)
            new = secrets.token_hex(32)
            write_key(following, new)
            part = rekey(self.folder, old, new)
            part.rename(self.database)
            write_key(kept, old)
            following.rename(self.key_file)
        except OSError as error:
            why = error.strerror or str(error)
            raise KeyProblem("key_not_made", key=str(self.key_file), why=why) from error
        finally:
            release(lock)
        return kept
