"""The meaning to a person of a fault of SQLite, or of the folder that its file lies in."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from bot.errors import CannotSave, DataUnreadable, StoreError

MALFORMED = "malformed"

LEAST_ROOM = 256 * 1024
"""Bytes that must be free to open a database: SQLite maps a file of its own beside it."""


def is_damage(error: BaseException) -> bool:
    """Whether the file is not what it should be: a wrong key looks the same."""
    return any(sign in str(error) for sign in ("not a database", MALFORMED, "encrypted"))


def reading_error(error: BaseException, path: Path, key_file: Path) -> StoreError:
    """Return the StoreError that says what a fault of SQLite means to a person."""
    text = str(error)
    if is_damage(error):
        return DataUnreadable("unreadable", path=str(path), key=str(key_file))
    if "readonly" in text:
        text = "it is read-only"
    elif "full" in text or ("I/O" in text and not _has_room(path.parent)):
        return CannotSave("no_room", path=str(path.parent), why=text)
    return CannotSave("cannot_open", path=str(path.parent), why=text)


def folder_error(error: OSError, folder: Path) -> StoreError:
    """Return the StoreError that says why nothing can be done in a folder."""
    name = "no_room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "cannot_open"
    return CannotSave(name, path=str(folder), why=error.strerror or str(error))


def _has_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free >= LEAST_ROOM
    except OSError:
        return True
