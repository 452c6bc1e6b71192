"""A zip that does not say when it was made: the same things make the same file."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_A_YEAR = (1980, 1, 1, 0, 0, 0)
"""The time of everything in a zip."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of files, each by its name."""
    return _packed((ZipInfo(name, _A_YEAR), ZIP_DEFLATED, content) for name, content in files)


def without_times(package: bytes) -> bytes:
    """Return a package of an office program with what is in it, and not when it was put there."""
    with ZipFile(BytesIO(package)) as read:
        return _packed(
            (ZipInfo(each.filename, _A_YEAR), each.compress_type, read.read(each))
            for each in read.infolist()
        )


def _packed(entries: Iterable[tuple[ZipInfo, int, bytes]]) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for entry, how, content in entries:
            archive.writestr(entry, content, compress_type=how)
    return whole.getvalue()
