"""Whether a label has more behind it: “for the first one. two wheelchairs as well”."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.label_sentence import tells
from bot.analysis.reading.reading import Reading
from bot.engine.context import TurnContext

BELONGS: frozenset[Kind] = frozenset(("announce", "private", "pasted"))
"""Kinds of which a message goes where it says."""


def announces_more(turn: TurnContext) -> bool:
    """Return whether something is told behind the label of a message."""
    return has_more_behind(turn.reading, turn.event.text)


def has_more_behind(reading: Reading, text: str) -> bool:
    """Return the same of any text that was read."""
    found = reading.announces
    if found is None or found.before or not found.is_apart or reading.kind not in BELONGS:
        return False
    rest = text[found.span.end :]
    return tells(rest) and "?" not in rest


def says_that(reading: Reading, text: str) -> bool:
    """Return whether a label goes on with what is told: “can I say for the situation that …”."""
    rest = text[reading.announces.span.end :] if reading.announces else ""
    return has_more_behind(reading, text) and rest.lstrip().casefold().startswith(("that ", "how "))


def is_in_label(turn: TurnContext, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether some pieces of a message stand in its label: “put this in the 2nd answer. …”
    says where what follows belongs."""
    found = turn.reading.announces
    return announces_more(turn) and all(found and end <= found.span.end for _, end in spans)
