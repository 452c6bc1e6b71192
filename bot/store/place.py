"""Where an operator keeps the data and the key to it, and the ways to open them."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from bot.errors import CannotSave, DataMissing, KeyProblem, UsageError
from bot.settings import Settings
from bot.store import Store
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

if TYPE_CHECKING:
    from bot.store.postgres.store import Whole
    from bot.store.several import StoreOfSeveral


@dataclass(frozen=True, slots=True)
class DataPlace:
    """A folder, and the file of its key; with ``url``, a database on a server.

    Files that learners ask for lie in the folder all the same.
    """

    folder: Path
    key_file: Path
    url: str = ""

    @classmethod
    def of(cls, settings: Settings) -> DataPlace:
        """Return the place that the settings name. Raises UsageError, also where it may be any."""
        if settings.bots and not settings.coach_bot:
            raise UsageError("which_bot", file=str(settings.bots))
        url = settings.database_url.get_secret_value()
        place = cls(settings.coach_data.expanduser(), settings.coach_key_file.expanduser(), url)
        if url and not find_spec("psycopg"):
            raise UsageError("no_postgres")
        return place

    @property
    def database(self) -> Path:
        """The encrypted file."""
        return self.folder / DATABASE

    @property
    def name(self) -> str:
        """Where the data is, for people: no password is in it."""
        if not self.url:
            return str(self.folder)
        from bot.store.postgres.server import Server

        return Server(self.url).name

    def has_data(self) -> bool:
        """Return whether there is a database, or the rest of one. Raises StoreError."""
        if self.url:
            from bot.store.postgres.place import has_data

            return has_data(self.url)
        refuse_missing(self.key_file, self.database)
        return is_left(self.database)

    def begin_anew(self) -> None:
        """Let a folder count as new, of whose database nothing is left."""
        if not self.url:
            give_up(self.database)

    def only_in_folder(self, command: str) -> None:
        """Raise UsageError where a command is for data in a folder, and the data is elsewhere."""
        if self.url:
            raise UsageError("only_in_folder", command=command)

    def key(self, *, new: bool = False) -> str:
        """Return the key. Raises KeyProblem or DataMissing."""
        if self.url:
            from bot.store.postgres.place import key_of_server

            return key_of_server(self.url, self.key_file)
        return get_key(self.key_file, self.database, new=new)

    def key_of_data(self) -> str:
        """Return the key of data that is there, and make none. Raises KeyProblem or DataMissing."""
        if self.url:
            from bot.store.postgres.place import key_of_server

            return key_of_server(self.url, self.key_file, only_old=True)
        refuse_missing(self.key_file, self.database)
        if not is_left(self.database):
            raise DataMissing("no_data", path=str(self.folder))
        return self.key()

    def key_at_hand(self) -> str:
        """Return the key for paper. On a server's data no server is asked: it may be away.

        Raises KeyProblem or DataMissing.
        """
        if not self.url:
            return self.key_of_data()
        if not os.path.lexists(self.key_file):
            raise KeyProblem("key_missing", key=str(self.key_file), path=self.name)
        return read_key(self.key_file)

    def open(self, key: str, *, beside: bool = False, shared: bool = False) -> OperatorStore:
        """Open the store. Raises StoreError.

        ``shared`` lets other processes take turns on the same server, as this one does.
        """
        if self.url:
            from bot.store.postgres.place import open_on_server

            whole: Whole = "beside" if beside else "shared" if shared else "alone"
            return open_on_server(self.url, key, self.key_file, self.folder, whole)
        warn_of_others(self.folder, stat.S_IWGRP | stat.S_IRWXO, "700")
        store = SqliteStore.open(self.folder, key, self.key_file, beside=beside)
        note_use(self.key_file, self.folder)
        return store

    @contextmanager
    def reading(self) -> Iterator[OperatorStore]:
        """Open the store beside a coach, or a copy of what can only be read. Raises StoreError."""
        key = self.key_of_data()
        if self.url:
            yield self.open(key, beside=True)
            return
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

    def moved(self, url: str, key: str, *, back: bool) -> dict[str, int]:
        """Move all data from the folder to a server, or ``back``; return how many rows each had.

        Raises StoreError or UsageError: then nothing was changed.
        """
        from bot.store.postgres.move_store import move

        store = SqliteStore.open(self.folder, key, self.key_file)
        try:
            moved = move(url, store, key, self.key_file, back=back)
        finally:
            store.shut()
        if back:
            note_use(self.key_file, self.folder)
        return {name: tally.rows for name, tally in moved.items()}

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


def in_schema(url: str, schema: str) -> str:
    """Return the address of a schema of its own in the database at an address."""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "options"]
    options = " ".join(v for name, v in parse_qsl(parts.query) if name == "options")
    asked.append(("options", f"{options} -csearch_path={schema}".strip()))
    return parts._replace(query=urlencode(asked, quote_via=quote)).geturl()


def shared_by_others(store: Store) -> StoreOfSeveral | None:
    """Return a store as those see it that work on it side by side; None for one in a folder."""
    return None if isinstance(store, SqliteStore) else cast("StoreOfSeveral", store)
