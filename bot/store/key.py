"""The key that opens the data: 32 random bytes in a file of mode 0600, never beside the data."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from bot.errors import KeyProblem

_KEY = re.compile(r"[0-9a-f]{64}")


def get_key(key_file: Path, database: Path) -> str:
    """The key as 64 hex digits, made on the first run. Raises KeyProblem.

    A missing key beside an existing database is never made anew: the new one could not open it.
    """
    key_file, database = key_file.absolute(), database.absolute()
    if key_file.resolve().is_relative_to(database.parent.resolve()):
        raise KeyProblem("key_beside_data", key=str(key_file), path=str(database.parent))
    try:
        missing = not key_file.exists()
        key = "" if missing else _read(key_file)
    except UnicodeDecodeError as error:
        raise KeyProblem("key_bad", key=str(key_file)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise KeyProblem("key_unreadable", key=str(key_file), why=why) from error
    if missing:
        if os.path.lexists(database):
            raise KeyProblem("key_missing", key=str(key_file), path=str(database))
        return _make(key_file)
    if not _KEY.fullmatch(key):
        raise KeyProblem("key_bad", key=str(key_file))
    return key


def _read(key_file: Path) -> str:
    with key_file.open(encoding="ascii") as file:
        return file.read(200).strip()  # a key has 64 signs; /dev/zero has no end


def _make(key_file: Path) -> str:
    key = secrets.token_hex(32)
    try:
        key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # O_EXCL: of two first runs at once, one makes the key and the other is told.
        opened = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="ascii") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise KeyProblem("key_not_made", key=str(key_file), why=error.strerror or "") from error
    return key
