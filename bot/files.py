"""Files that a learner keeps: written where they can find them, and never over another one."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path
from urllib.parse import quote

from bot.errors import CannotSave
from bot.model import File


class Files:
    """The files of every chat, a folder each, below the data folder."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made when the first file is written."""
        self._folder = folder.absolute()

    def _of(self, chat_id: str) -> Path:
        # Quoted and prefixed, so that no chat id can lead out of the folder.
        return self._folder / f"chat-{quote(chat_id, safe='')[:150]}"

    def write(self, chat_id: str, file: File) -> Path:
        """Write a file and give its path; a same one is used again, another never written over.

        Raises CannotSave.
        """
        folder = self._of(chat_id)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for number in itertools.count(1):
                name = file.stem if number == 1 else f"{file.stem}-{number}"
                path = folder / f"{name}.{file.ending}"
                if not path.exists():
                    return _write(path, file.text.encode())
                if path.read_bytes() == file.text.encode():
                    return path
        except OSError as error:
            why = error.strerror or str(error)
            raise CannotSave("cannot_write_file", path=str(folder), why=why) from error
        raise AssertionError("count() never ends")

    def forget(self, chat_id: str) -> None:
        """Remove all files of a chat."""
        shutil.rmtree(self._of(chat_id), ignore_errors=True)


def _write(path: Path, content: bytes) -> Path:
    # First beside it, so that a full disk never leaves half a statement under the right name.
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    part.rename(path)
    return path
