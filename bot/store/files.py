"""Files with words: in memory, in a folder that is emptied, or where their reader says."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from bot.domain.turn import File
from bot.errors import CannotSave, CannotSaveThis


class Files:
    """Files by their content, and a folder for those on disk: one below it a conversation."""

    def __init__(self, folder: Path, make: Callable[[File], bytes]) -> None:
        """``folder`` is made when the first file is written. ``make`` makes what is in one."""
        self._folder, self._make = folder.absolute(), make

    def _of(self, conversation: str) -> Path:
        # Quoted and prefixed, so that no id can lead out of the folder.
        return self._folder / f"chat-{quote(conversation, safe='')[:150]}"

    def content(self, file: File) -> bytes:
        """Return what is in a file, made for it. Raises CannotMake."""
        return self._make(file)

    def write(self, conversation: str, file: File) -> Path:
        """Write a file under its plain name and give its path. Raises CannotSave, CannotMake.

        An older one of that name, which may have been changed by hand, gets the next free number.
        """
        path = self._of(conversation) / file.name
        content = self.content(file)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if path.exists() and path.read_bytes() == content:
                return path
            if path.exists():
                path.rename(_free_name(path))
        except OSError as error:
            raise _not_written(path, error) from error
        return write_whole(path, content)

    def empty(self) -> None:
        """Remove every file of every conversation. Raises CannotSave when one stays."""
        _remove(self._folder)

    def forget(self, conversation: str) -> None:
        """Remove all files of a conversation. Raises CannotSave when one stays."""
        _remove(self._of(conversation))


def write_whole(path: Path, content: bytes, *, over: bool = True) -> Path:
    """Write a whole file or none, for its owner only, and return its path. Raises CannotSave.

    With ``over`` it takes the place of an older one; else it gets the next free name.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        # Beside the right name first, so that a full disk never leaves half a file under it.
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        place = path if over or not path.exists() else _free_name(path)
        part.rename(place)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _not_written(path, error) from error
    return place


def _not_written(path: Path, error: OSError) -> CannotSave:
    why = error.strerror or str(error)
    return CannotSave("cannot_write_file", path=str(path.parent), why=why)


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotSaveThis("cannot_delete_files", path=str(folder), why=why) from error


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())
