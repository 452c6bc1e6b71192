"""The statement as JSON, for another program."""

from __future__ import annotations

import json

from bot.domain.statement import Statement


def as_json(statement: Statement) -> str:
    """``{"dialogue", "title", "own_words", "minimum", "ready", "sections": [{"step", …}]}``."""
    value = {
        "dialogue": statement.dialogue.id,
        "title": statement.dialogue.title,
        "own_words": statement.own_words,
        "minimum": statement.dialogue.min_words,
        "ready": statement.ready,
        "sections": [
            {
                "step": section.step.id,
                "heading": section.heading,
                "text": section.text,
                "words": section.words,
            }
            for section in statement.sections
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
