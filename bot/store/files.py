"""Files that a learner keeps: written where they can find them, and never over another one."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from bot.domain.pictures import Picture
from bot.domain.turn import File
from bot.errors import CannotSave, CannotSaveThis


class Files:
    """The files of every conversation, a folder each, below the data folder."""

    def __init__(self, folder: Path, draw: Callable[[Picture], bytes]) -> None:
        """``folder`` is made when the first file is written. ``draw`` makes a PNG of a picture."""
        self._folder, self._draw = folder.absolute(), draw

    def _of(self, conversation: str) -> Path:
        # Quoted and prefixed, so that no id can lead out of the folder.
        return self._folder / f"chat-{quote(conversation, safe='')[:150]}"

    def content(self, file: File) -> bytes:
        """Return what is in a file; a picture is drawn for it."""
        return self._draw(file.picture) if file.picture else file.text.encode()

    def write(self, conversation: str, file: File) -> Path:
        """Write a file under its plain name and give its path. Raises CannotSave.

        An older one of that name, which may have been changed by hand, gets the next free number.
        """
        folder = self._of(conversation)
        content = self.content(file)
        path = folder / f"{file.stem}.{file.ending}"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if path.exists() and path.read_bytes() == content:
                return path
            part = path.with_name(path.name + ".part")
            _write(part, content)
            if path.exists():
                path.rename(_free_name(path))
            part.rename(path)
        except OSError as error:
            why = error.strerror or str(error)
            raise CannotSave("cannot_write_file", path=str(folder), why=why) from error
        return path

    def forget(self, conversation: str) -> None:
        """Remove all files of a conversation. Raises CannotSave when one stays."""
        folder = self._of(conversation)
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError as error:
            why = error.strerror or str(error)
            raise CannotSaveThis("cannot_delete_files", path=str(folder), why=why) from error


def _write(part: Path, content: bytes) -> None:
    # Beside the right name first, so that a full disk never leaves half a statement under it.
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())
