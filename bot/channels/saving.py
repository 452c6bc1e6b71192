"""Files in a terminal: one is kept only where its reader says, with ``/save``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.domain.turn import File
from bot.errors import CannotMake
from bot.store.files import write_whole

SAVE = "/save"


def place_in(typed: str) -> str | None:
    """Return the place that ``/save`` names, "" for here; None where something else was typed."""
    command, _, place = typed.strip().partition(" ")
    return place.strip() if command.casefold() == SAVE else None


class Offered:
    """The files of the last turn that had some."""

    def __init__(self, make: Callable[[File], bytes]) -> None:
        """``make`` makes what is in one."""
        self._make, self._files = make, list[File]()

    def begin(self) -> None:
        """Forget the files of turns before."""
        self._files.clear()

    def add(self, file: File) -> str:
        """Note a file that can be kept. Return its name."""
        self._files.append(file)
        return file.name

    def can_make(self, file: File) -> bool:
        """Return whether its form can hold what is in it."""
        try:
            self._make(file)
        except CannotMake:
            return False
        return True

    def save(self, where: str) -> list[Path]:
        """Write them to a folder, or a single one under a name. Return where they are.

        Nothing is written over. Raises CannotSave.
        """
        place = Path(where).expanduser().absolute()
        is_name = len(self._files) == 1 and not place.is_dir()
        return [
            write_whole(place if is_name else place / each.name, self._make(each), over=False)
            for each in self._files
        ]
