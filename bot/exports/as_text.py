"""A document as plain text: what a learner pastes into the badge form."""

from __future__ import annotations

from bot.domain.documents import Document
from bot.domain.messages import BETWEEN


def as_text(document: Document) -> str:
    """Headings and answers, each as typed. Ends with a new line; empty when nothing is written."""
    parts = [part for each in document.parts for part in (each.heading, each.text) if part]
    text = BETWEEN.join(parts if document.is_bare else [document.title, *parts])
    text += "\n" if text else ""
    return f"{text}\n\n{as_text(document.appendix)}" if document.appendix else text
