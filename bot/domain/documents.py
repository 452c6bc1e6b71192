"""A document as data: what stands in it, in no form yet. ``bot/exports`` makes a file of it.

The text of a part is a learner's, byte for byte; every heading is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.pictures import Overlap
from bot.domain.statement import Statement

Form = Literal["txt", "md", "html", "docx", "odt", "pdf", "json"]
"""The forms of a document, by the ending of its file."""

MIME: dict[Form, str] = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "json": "application/json",
}
"""Every form, in the order in which they are offered, and its media type."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and the text under it as it was typed."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """Something to take away.

    ``is_bare`` means that plain text and Markdown leave out the title, as a badge form wants it.
    ``author`` is the name that a learner gave for it, "" for none. ``appendix`` follows on a page
    of its own; ``picture`` stands at the end.
    """

    title: str
    parts: tuple[Part, ...]
    author: str = ""
    is_bare: bool = False
    language: str = "en-GB"
    appendix: Document | None = None
    picture: Overlap | None = None


def document_of(statement: Statement, author: str = "") -> Document:
    """Return a statement as a document: what is written of it, under its headings."""
    parts = tuple(Part(each.heading, each.text) for each in statement.written)
    return Document(statement.dialogue.title, parts, author, is_bare=True)
