"""A disk that forgets at a power cut what it was not told to keep.

SQLite writes through a table of functions (its VFS). Three of them are replaced here for the whole
process: what is written, cut off and synced is noted, and done all the same. Played again up to any
moment, the notes give the files as a disk has them whose power goes just then.
"""

from __future__ import annotations

import ctypes
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal

from sqlcipher3 import _sqlite3

SECTOR = 512
"""Bytes that a disk writes wholly or not at all."""

_LIBRARY = ctypes.CDLL(_sqlite3.__file__)

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64

_WRITE = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_TRUNCATE = ctypes.CFUNCTYPE(_I, _P, _L)
_SYNC = ctypes.CFUNCTYPE(_I, _P, _I)
_OPEN = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)  # SQLite keeps the very name that it gives
_DELETE = ctypes.CFUNCTYPE(_I, _P, ctypes.c_char_p, _I)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, as sqlite3.h has it."""

    _fields_: ClassVar[Any] = [
        ("version", _I),
        *((name, _P) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"other{number}", _P) for number in range(13)),
    ]


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, as sqlite3.h has it, up to what is used."""

    _fields_: ClassVar[Any] = [
        *((name, _I) for name in ("version", "size", "longest_path")),
        *((name, _P) for name in ("next", "name", "data", "open", "delete")),
    ]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was done to a file."""

    path: str
    what: Literal["write", "truncate", "sync", "delete"]
    at: int = 0
    data: bytes = b""


class Recorder:
    """Notes what SQLite does to files while ``recording``, and can refuse to write."""

    def __init__(self) -> None:
        """``refuses`` gives what a write is refused with, one of SQLite's numbers, 0 for none."""
        self.notes: list[Note] = []
        self.refuses: Callable[[], int] = lambda: 0
        self._paths: dict[int, str] = {}
        self._replaced: dict[int, tuple[_Methods, Any]] = {}
        find = _LIBRARY.sqlite3_vfs_find
        find.restype = ctypes.POINTER(_Vfs)
        self._vfs = find(None).contents

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Note what is done to files that are opened from here on, and are not temporary."""
        before = self._vfs.open, self._vfs.delete
        real_open, real_delete = _OPEN(before[0]), _DELETE(before[1])

        def opened(vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
            status = real_open(vfs, name, file, flags, out)
            if status == 0 and name:
                self._paths[file] = ctypes.string_at(name).decode()
                slot = ctypes.cast(file, ctypes.POINTER(_P))
                slot[0] = self._noting(slot[0])
            return int(status)

        def deleted(vfs: int, name: bytes, sync: int) -> int:
            self.notes.append(Note(name.decode(), "delete"))
            return int(real_delete(vfs, name, sync))

        hooks = _OPEN(opened), _DELETE(deleted)
        self._vfs.open, self._vfs.delete = (ctypes.cast(each, _P).value for each in hooks)
        try:
            yield
        finally:
            self._vfs.open, self._vfs.delete = before

    def _noting(self, methods: Any) -> int:
        """The address of the same functions, of which three note first what they do."""
        if methods not in self._replaced:
            copied = _Methods.from_buffer_copy(_Methods.from_address(methods))
            write, truncate = _WRITE(copied.write), _TRUNCATE(copied.truncate)
            sync = _SYNC(copied.sync)

            def noting_write(file: int, data: int, count: int, at: int) -> int:
                if refused := self.refuses():
                    return refused
                self._note(file, "write", at, ctypes.string_at(data, count))
                return int(write(file, data, count, at))

            def noting_truncate(file: int, size: int) -> int:
                self._note(file, "truncate", size)
                return int(truncate(file, size))

            def noting_sync(file: int, flags: int) -> int:
                status = int(sync(file, flags))
                self._note(file, "sync")
                return status

            hooks = _WRITE(noting_write), _TRUNCATE(noting_truncate), _SYNC(noting_sync)
            copied.write, copied.truncate, copied.sync = (
                ctypes.cast(each, _P).value for each in hooks
            )
            self._replaced[methods] = (copied, hooks)
        return ctypes.addressof(self._replaced[methods][0])

    def _note(
        self, file: int, what: Literal["write", "truncate", "sync"], at: int = 0, data: bytes = b""
    ) -> None:
        self.notes.append(Note(self._paths[file], what, at, data))


@dataclass
class _File:
    kept: bytearray = field(default_factory=bytearray)
    open_notes: list[Note] = field(default_factory=list)


class Disk:
    """The files of a folder as the disk has them, after some of the notes."""

    def __init__(self, folder: Path) -> None:
        """All that is there now is safe."""
        self._files = {
            str(path): _File(bytearray(path.read_bytes()))
            for path in folder.iterdir()
            if path.is_file() and not path.name.endswith("-shm")
        }

    def play(self, note: Note) -> None:
        """One more thing is done."""
        if note.what == "delete":
            self._files.pop(note.path, None)
            return
        file = self._files.setdefault(note.path, _File())
        if note.what == "sync":
            for each in file.open_notes:
                _do(file.kept, each)
            file.open_notes.clear()
        else:
            file.open_notes.append(note)

    def after_cut(self, chance: random.Random | None) -> dict[str, bytes]:
        """What is there after a power cut: synced bytes alone, or with them, by chance, more."""
        found = dict[str, bytes]()
        for path, file in self._files.items():
            image = bytearray(file.kept)
            for note in file.open_notes if chance else ():
                for piece in _sectors(note):
                    if chance and chance.random() < 0.5:
                        _do(image, piece)
            found[path] = bytes(image)
        return found


def _sectors(note: Note) -> Iterator[Note]:
    if note.what == "truncate":
        yield note
    at, end = note.at, note.at + len(note.data)
    while at < end:
        upto = min(end, (at // SECTOR + 1) * SECTOR)
        yield Note(note.path, "write", at, note.data[at - note.at : upto - note.at])
        at = upto


def _do(image: bytearray, note: Note) -> None:
    if note.what == "truncate":
        del image[note.at :]
        return
    if len(image) < note.at:
        image.extend(bytes(note.at - len(image)))
    image[note.at : note.at + len(note.data)] = note.data
