"""A database on a server as the place of the data, and the key to what is sealed in it."""

from __future__ import annotations

import os
from pathlib import Path

from bot.errors import CannotSave, DataMissing, KeyProblem
from bot.store.encryption_key import make_key, read_key
from bot.store.postgres.server import Server
from bot.store.postgres.store import PostgresStore, Whole


def has_data(url: str) -> bool:
    """Return whether something was kept there before. Raise StoreError."""
    server = Server(url)
    with server.connect() as connection:
        return not server.is_empty(connection)


def key_of_server(url: str, key_file: Path, *, only_old: bool = False) -> str:
    """Return the key, made where nothing was kept yet. Raise KeyProblem, DataMissing.

    ``only_old`` is for who wants data that is there.
    """
    is_there = os.path.lexists(key_file)
    if is_there and not only_old:
        return read_key(key_file)
    name, old = Server(url).name, has_data(url)
    if old and not is_there:
        raise KeyProblem("key_missing", key=str(key_file), path=name)
    if only_old and not old:
        raise DataMissing("no_data", path=name)
    return read_key(key_file) if is_there else make_key(key_file)


def open_on_server(url: str, key: str, key_file: Path, folder: Path, whole: Whole) -> PostgresStore:
    """Open the store. ``folder`` is where files are written. Raise StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotSave("cannot_open", path=str(folder), why=error.strerror or "") from error
    return PostgresStore.open(Server(url), key, key_file, whole, folder)
