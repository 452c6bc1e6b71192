"""The key that opens the data: 32 random bytes in a file of mode 0600, never beside the data.

A mark beside the key names the data folders that it was used with, so that an empty folder in the
place of a disk that was not mounted is not taken for a first run.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import secrets
import stat
from pathlib import Path

from bot.errors import DataMissing, KeyProblem
from bot.store.sqlite.connection import is_left

MOST_FOLDERS = 20
"""Folders that a mark remembers; of more, those that were new the longest ago are let go."""

_KEY = re.compile(r"[0-9a-f]{64}")

_log = logging.getLogger(__name__)


def get_key(key_file: Path, database: Path, *, new: bool = False) -> str:
    """Return the key as 64 hex digits, made on the first run. Raises KeyProblem or DataMissing.

    A missing key beside an existing database is never made anew: the new one could not open it.
    ``new`` allows a new database where the key has opened one before.
    """
    key_file, database = key_file.absolute(), database.absolute()
    if key_file.resolve().is_relative_to(database.parent.resolve()):
        raise KeyProblem("key_beside_data", key=str(key_file), path=str(database.parent))
    if not new:
        refuse_missing(key_file, database)
    if not os.path.lexists(key_file):
        if os.path.lexists(database):
            raise KeyProblem("key_missing", key=str(key_file), path=str(database))
        return make_key(key_file)
    key = read_key(key_file)
    if not new and not is_left(database) and not can_mark(key_file):
        # Nothing beside it could tell whether it has opened data before.
        raise DataMissing("data_unknown", key=str(key_file), path=str(database.parent))
    warn_of_others(key_file, stat.S_IRWXG | stat.S_IRWXO, "600")
    return key


def warn_of_others(path: Path, of_others: int, mend: str) -> None:
    """Log when people other than the owner have rights at a file or folder that should be none."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & of_others:
            _log.warning("%s has mode %o: others can use it; chmod %s", path, mode, mend)


def read_key(key_file: Path) -> str:
    """Return the key in a file. Raises KeyProblem when there is none that can be read."""
    try:
        key = _read(key_file)
    except UnicodeDecodeError as error:
        raise KeyProblem("key_bad", key=str(key_file)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise KeyProblem("key_unreadable", key=str(key_file), why=why) from error
    if not _KEY.fullmatch(key):
        raise KeyProblem("key_bad", key=str(key_file))
    return key


def refuse_missing(key_file: Path, database: Path) -> None:
    """Raise DataMissing when the key has opened a database before, and nothing of one is here."""
    mark = _mark(key_file)
    if is_left(database) or not os.path.lexists(mark):
        return
    facts = {"key": str(key_file), "path": str(database.parent)}
    if not (folders := _folders(mark)):
        raise DataMissing("data_missing_mark_bad", **facts, mark=str(mark))
    raise DataMissing("data_missing", **facts, used=", ".join(folders[-3:]))


def note_use(key_file: Path, folder: Path) -> None:
    """Note beside the key that it has opened the data of a folder. A failure stops nothing."""
    mark, used = _mark(key_file), str(folder.absolute())
    known = _folders(mark)
    if used in known:
        return
    text = json.dumps([*known, used][-MOST_FOLDERS:], indent=1) + "\n"
    part = mark.with_name(f"{mark.name}.{os.getpid()}")
    try:
        _write(part, text, os.O_TRUNC)
        part.replace(mark)
        _sync(mark.parent)
    except OSError as error:
        # The key may lie on a disk that can only be read.
        _log.info("%s cannot be written: %s", mark, error.strerror)
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def can_mark(key_file: Path) -> bool:
    """Return whether there is a mark beside a key, or one can be made there."""
    folder = key_file.absolute().parent
    is_pseudo = folder.as_posix().startswith(("/dev/", "/proc/"))
    return os.path.lexists(_mark(key_file)) or (not is_pseudo and os.access(folder, os.W_OK))


def write_key(key_file: Path, key: str) -> None:
    """Write a key that nobody has yet, for its owner only. Raises OSError."""
    _write(key_file, key + "\n", os.O_EXCL)


def _mark(key_file: Path) -> Path:
    key_file = key_file.absolute()
    return key_file.with_name(key_file.name + ".used")


def _folders(mark: Path) -> list[str]:
    """The folders in a mark; none when it cannot be read. That there is one tells the most."""
    try:
        found = json.loads(mark.read_bytes())
    except (OSError, ValueError):
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _read(key_file: Path) -> str:
    """Return the key in a file, also where it was typed from paper: in groups, or in capitals."""
    with key_file.open(encoding="ascii") as file:
        return "".join(file.read(200).split()).lower()  # a key has 64 digits; /dev/zero has no end


def make_key(key_file: Path) -> str:
    """Make a key where there is none, and return it. Raises KeyProblem."""
    key = secrets.token_hex(32)
    try:
        key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # O_EXCL: of two first runs at once, one makes the key and the other is told.
        _write(key_file, key + "\n", os.O_EXCL)
    except OSError as error:
        raise KeyProblem("key_not_made", key=str(key_file), why=error.strerror or "") from error
    return key


def _write(path: Path, text: str, how: int) -> None:
    """Write a file for the owner only, and onto the disk. Raises OSError."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(opened, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Bring the names in a folder onto the disk. Raises OSError where folders have no such call."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
