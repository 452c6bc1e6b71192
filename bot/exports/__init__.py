"""A statement as a file.

Rule: domain data in, text or bytes out; the only room that imports docx and odfdo. The forms that
are text are made at once; the others (``making.py``) when their file leaves, so no start and no
turn waits for a library.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.documents import document_of
from bot.domain.statement import Statement
from bot.exports.as_json import as_json
from bot.exports.as_markdown import as_markdown
from bot.exports.as_text import as_text

FORMATS: dict[str, Callable[[Statement], str]] = {
    "txt": lambda statement: as_text(document_of(statement)),
    "md": lambda statement: as_markdown(document_of(statement)),
    "json": as_json,
}
"""The forms that are text and need nothing but a statement."""
