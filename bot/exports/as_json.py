"""The statement as JSON, for another program. ``docs/documents.md`` describes it.

``version`` goes up when a field goes or means something else; new fields leave it as it is.
"""

from __future__ import annotations

import json
from typing import Any

from bot.domain.documents import Document
from bot.domain.statement import Statement

STATEMENT, DOCUMENT = "reflection-coach/statement", "reflection-coach/document"

VERSION = 1


def as_json(statement: Statement, appendix: Document | None = None) -> str:
    """Return a statement with its counts, and with how it was made where that is given."""
    return _text(statement_data(statement, appendix))


def document_as_json(document: Document) -> str:
    """Return any other document: its title, and its parts."""
    return _text({"schema": DOCUMENT, "version": VERSION, **_parts(document)})


def statement_data(statement: Statement, appendix: Document | None = None) -> dict[str, Any]:
    """Return the same as data that can go into something larger."""
    value: dict[str, Any] = {
        "schema": STATEMENT,
        "version": VERSION,
        "dialogue": statement.dialogue.id,
        "title": statement.dialogue.title,
        "own_words": statement.own_words,
        "minimum": statement.dialogue.min_words,
        "ready": statement.ready,
        "sections": [
            {
                "step": section.step.id,
                "heading": section.heading,
                "picked": list(section.picks),
                "text": section.text,
                "words": section.words,
            }
            for section in statement.sections
        ],
    }
    return value | ({"how_it_was_made": _parts(appendix)} if appendix else {})


def _parts(document: Document) -> dict[str, Any]:
    parts = [{"heading": each.heading, "text": each.text} for each in document.parts]
    return {"title": document.title, "parts": parts}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
