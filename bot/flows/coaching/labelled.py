"""Whether a label has more behind it: “for the first one. two wheelchairs as well”."""

from __future__ import annotations

from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.label_sentence import tells
from bot.engine.context import TurnContext

BELONGS: frozenset[Kind] = frozenset(("announce", "private", "pasted"))
"""Kinds of which a message goes where it says."""


def announces_more(turn: TurnContext) -> bool:
    """Return whether something is told behind the label of a message."""
    found = turn.reading.announces
    if found is None or found.before or not found.is_apart or turn.reading.kind not in BELONGS:
        return False
    rest = turn.event.text[found.span.end :]
    return tells(rest) and "?" not in rest
