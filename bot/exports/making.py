"""Making what is in a file, when it is written or leaves: text, a picture, a document, a zip.

The libraries for Word, OpenDocument and PDF are the extra ``documents``. They are loaded with the
first document in their form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

from bot.domain.documents import MIME, Document, Form
from bot.domain.pictures import Picture
from bot.domain.turn import File
from bot.errors import CannotMake
from bot.exports.packages import packed

_NEEDS: dict[str, tuple[str, ...]] = {
    "docx": ("docx",),
    "odt": ("odfdo",),
    "pdf": ("typst", "manimgx_fonts", "fontpkg_amiri"),
    "svg": ("typst", "manimgx_fonts", "fontpkg_amiri"),
}
"""What must be installed for a form; for the others nothing."""

Draw = Callable[[Picture], bytes]


def can_make(form: str) -> bool:
    """Return whether what a form needs is installed."""
    return all(map(_is_here, _NEEDS.get(form, ())))


@lru_cache(maxsize=8)
def _is_here(module: str) -> bool:
    return find_spec(module) is not None


def forms() -> Iterator[Form]:
    """Yield the forms that can be made here."""
    yield from (form for form in MIME if can_make(form))


def maker(draw: Draw) -> Callable[[File], bytes]:
    """Return what makes the content of a file. ``draw`` makes a PNG of a picture."""
    return lambda file: made(file, draw)


def made(file: File, draw: Draw) -> bytes:
    """Return the content of a file. Raises CannotMake."""
    if file.inside:
        return packed((each.name, made(each, draw)) for each in file.inside)
    if file.document:
        return document(file.document, file.ending, draw)
    return draw(file.picture) if file.picture else file.text.encode()


def document(of: Document, form: str, draw: Draw) -> bytes:
    """Return a document in a form.

    Raises CannotMake where its library is missing, or where the form cannot hold a character.
    """
    if not can_make(form):
        raise CannotMake("no_documents", form=form)
    drawn: Literal["png", "svg"] = "svg" if form == "pdf" else "png"
    picture = draw(replace(of.picture, form=drawn)) if of.picture else b""
    try:
        return _render(of, form, picture)
    except ValueError as error:
        characters = getattr(error, "characters", "") or _controls(of)
        raise CannotMake("cannot_hold", form=form, characters=characters) from error


def _render(of: Document, form: str, picture: bytes) -> bytes:
    # Each library is loaded with the first document in its form: no start waits for it.
    make: Callable[[Document, bytes], bytes]
    make = getattr(import_module(f"bot.exports.as_{form}"), f"as_{form}")
    return make(of, picture)


def _controls(of: Document) -> str:
    """Return the names of the characters that XML cannot hold: none of them can be seen."""
    texts = "".join(part.text + part.heading for part in of.parts)
    found = dict.fromkeys(each for each in texts if not _is_xml(each))
    return ", ".join(f"U+{ord(each):04X}" for each in found)


def _is_xml(character: str) -> bool:
    return character in "\t\n\r" or (character >= "\x20" and character not in "\ufffe\uffff")
