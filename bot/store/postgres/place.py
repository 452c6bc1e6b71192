"""A database on a server as the place of the data, and the key to what is sealed in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from bot.errors import CannotSave, DataMissing, KeyProblem, UsageError
from bot.store.encryption_key import make_key, note_use, read_key
from bot.store.operating import OperatorStore
from bot.store.place import DataPlace
from bot.store.postgres.move_store import move
from bot.store.postgres.server import Server
from bot.store.postgres.store import PostgresStore, Whole
from bot.store.sqlite.store import SqliteStore


@dataclass(frozen=True, slots=True)
class ServerPlace(DataPlace):
    """A database at an address. Files that learners ask for lie in the folder all the same."""

    url: str
    is_far: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """Where the data is, for people: no password is in it."""
        return Server(self.url).name

    def has_data(self) -> bool:
        """Return whether something was kept there before. Raises StoreError."""
        server = Server(self.url)
        with server.connect() as connection:
            return not server.is_empty(connection)

    def begin_anew(self) -> None:
        """A database of which nothing is left counts as new by itself."""

    def only_in_folder(self, command: str) -> None:
        """Raise UsageError: the command is for data in a folder."""
        raise UsageError("only_in_folder", command=command)

    def key(self) -> str:
        """Return the key, made where nothing was kept yet. Raises StoreError."""
        is_there = os.path.lexists(self.key_file)
        if not is_there and self.has_data():
            raise self._no_key()
        return read_key(self.key_file) if is_there else make_key(self.key_file)

    def new_key(self) -> str:
        """Return the key, made where nothing was kept yet. Raises StoreError."""
        return self.key()

    def key_of_data(self) -> str:
        """Return the key of data that is there, and make none. Raises StoreError."""
        is_old = self.has_data()
        if not os.path.lexists(self.key_file):
            raise self._no_key() if is_old else DataMissing("no_data", path=self.name)
        if not is_old:
            raise DataMissing("no_data", path=self.name)
        return read_key(self.key_file)

    def key_at_hand(self) -> str:
        """Return the key for paper. No server is asked: it may be away. Raises KeyProblem."""
        if not os.path.lexists(self.key_file):
            raise self._no_key()
        return read_key(self.key_file)

    def open(self, key: str, *, beside: bool = False) -> OperatorStore:
        """Open the store. Raises StoreError."""
        return self._open(key, "beside" if beside else "alone")

    def open_shared(self, key: str) -> OperatorStore:
        """Open the store for turns, which other processes take too. Raises StoreError."""
        return self._open(key, "shared")

    def _open(self, key: str, whole: Whole) -> PostgresStore:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            path, why = str(self.folder), error.strerror or ""
            raise CannotSave("cannot_open", path=path, why=why) from error
        return PostgresStore.open(Server(self.url), key, self.key_file, whole, self.folder)

    @contextmanager
    def reading(self) -> Iterator[OperatorStore]:
        """Open the store beside a coach. Raises StoreError."""
        yield self.open(self.key_of_data(), beside=True)

    def moved(self, key: str, *, back: bool) -> dict[str, int]:
        """Move all data from the folder to the server, or ``back``; return each table's rows.

        Raises StoreError or UsageError: then nothing was changed.
        """
        store = SqliteStore.open(self.folder, key, self.key_file)
        try:
            moved = move(self.url, store, key, self.key_file, back=back)
        finally:
            store.shut()
        if back:
            note_use(self.key_file, self.folder)
        return {name: tally.rows for name, tally in moved.items()}

    def _no_key(self) -> KeyProblem:
        return KeyProblem("key_missing", key=str(self.key_file), path=self.name)
