"""The statement as plain text: what a learner pastes into the badge form."""

from __future__ import annotations

from bot.domain.statement import BETWEEN, Statement


def as_text(statement: Statement) -> str:
    """Headings and answers, each as typed. Ends with a new line; empty when nothing is written."""
    parts = [
        part for section in statement.written for part in (section.heading, section.text) if part
    ]
    return BETWEEN.join(parts) + "\n" if parts else ""
