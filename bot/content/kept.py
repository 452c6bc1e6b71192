"""Content that was read and checked before is taken as it was, while no file of it has changed.

Reading and checking half a megabyte of YAML is a sixth of a start's work and 16 MB of its memory;
taking up what an earlier start has kept is 6 ms and 4 MB. So a first start has it read in a process
of its own, and takes it up as any other does. What is kept is only taken from a file
that nobody else may write to, and for the same files, operator, code and Python.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from bot.content.apart import made_apart
from bot.content.folders import DIALOGUES, FRAMEWORKS
from bot.content.library import Content, Operator
from bot.errors import ContentError

NAME = "content.kept"

_CODE = Path(__file__).parent


def open_kept(folder: Path, operator: Operator, place: Path) -> Content:
    """Return all content below a folder, checked. Raises ContentError with every problem.

    ``place`` is a folder for what may be lost. Where nothing can be kept, everything is read.
    """
    file = place / NAME
    try:
        mark = _mark(folder, operator)
    except OSError:  # whoever reads the files says what is wrong
        return _read(folder, operator)
    if found := _taken(file, mark):
        return found
    made = made_apart(lambda: _packed(_read(folder, operator)))
    content: Content = pickle.loads(made) if made else _read(folder, operator)  # noqa: S301 - ours
    with contextlib.suppress(ContentError, OSError):
        if mark == _mark(folder, operator):  # nobody has changed a file meanwhile
            _keep(file, mark + (made or _packed(content)))
    return content


def _packed(content: Content) -> bytes:
    """Return a content as bytes. Raises ContentError for a fault in what the coach says back."""
    _ = content.listening  # it is kept with the rest
    return pickle.dumps(content, pickle.HIGHEST_PROTOCOL)


def mark_of(folder: Path) -> str:
    """Return a short digest of a content's files, the same on every machine. Raises OSError."""
    found = blake2b(digest_size=4)
    for each in _made_of(folder):
        if each.suffix != ".py":
            found.update(f"\0{each.name}\0".encode() + each.read_bytes())
    return found.hexdigest()


def _read(folder: Path, operator: Operator) -> Content:
    # What reads and checks is loaded where it has to: mostly an earlier start has kept it all.
    from bot.content.loading import load_content  # noqa: PLC0415

    return load_content(folder, operator)


def _taken(file: Path, mark: bytes) -> Content | None:
    """Return the kept content, None where it is of other files, or may be from somebody else."""
    try:
        with file.open("rb") as opened:
            state = os.fstat(opened.fileno())
            if os.name == "posix" and (state.st_uid != os.getuid() or state.st_mode & 0o022):
                return None
            if opened.read(len(mark)) != mark:
                return None
            found = pickle.load(opened)  # noqa: S301 - nobody else can have written it
    except Exception:  # a file that is cut short, say: it can be made again
        return None
    return found if isinstance(found, Content) else None


def _keep(file: Path, kept: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = file.with_name(f"{NAME}.{os.getpid()}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(kept)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _mark(folder: Path, operator: Operator) -> bytes:
    """Return a digest of all that the content is made of, and by: it must be the same."""
    found = blake2b(repr((sys.version, str(folder.absolute()), operator)).encode(), digest_size=32)
    for each in _made_of(folder):
        content = each.read_bytes()
        found.update(f"\0{each.name} {len(content)}\0".encode())
        found.update(content)
    return found.digest()


def _made_of(folder: Path) -> Iterator[Path]:
    yield from sorted((folder / DIALOGUES).glob("*"))
    yield from sorted(each for each in (folder / FRAMEWORKS).glob("*") if each.is_file())
    yield from sorted(_CODE.rglob("*.py"))
