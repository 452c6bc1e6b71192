"""Whether a message announces a step, whatever else it looks like."""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import Announced, announced, named_anywhere
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.label_sentence import tells
from bot.analysis.reading.places import StepNames
from bot.analysis.reading.spoken_of_before import goes_on_with_it

_OR = lazy(r"\b(?:or|instead|insted|insteid|rather|could|cud|which)\b", re.IGNORECASE)
"""What offers something in the place of another: “I could do the slippers or …”."""


def announcement(
    text: str, kind: Kind, steps: tuple[StepNames, str], *, acts: bool
) -> tuple[Kind, Announced | None]:
    """Return the step that a message announces; as its kind, where it was not sure what it is."""
    if kind == "already_told" and goes_on_with_it(text):
        kind = "evidence"
    if kind == "announce":
        return kind, announced(text, *steps) or named_anywhere(text, steps[0])
    may = kind in _MAY_BE or (kind == "denial" and acts)
    found = announced(text, *steps) if may else None
    if found and kind == "denial" and not found.is_apart:
        return kind, None
    if found and kind in _SPOKEN:  # “can I add to the situation, it was …”
        rest = text[found.span.end :] if found.is_apart else "?"
        least = AN_ANSWER if kind in ("question", "request") else SHORT_ANSWER
        is_told = "?" not in rest and rest.count(" ") >= least and tells(rest)
        is_offer = kind == "alternative" and _OR.search(rest) is not None
        found = found if is_told and not is_offer else None
    return ("announce" if found and kind not in _STAYS else kind), found


_STAYS: frozenset[Kind] = frozenset(("private", "pasted"))
"""Kinds that a message stays of which says where it belongs."""

_SPOKEN: frozenset[Kind] = frozenset(
    ("question", "request", "alternative", "already_told", "to_coordinator", "bare")
)
_MAY_BE: frozenset[Kind] = (
    _SPOKEN | _STAYS | {*("evidence", "correction", "back", "theory", "chat", "talk")}
)
SHORT_ANSWER = 2
"""Words behind a label, from which on they are an answer."""

AN_ANSWER = 4
"""The same where the label asks something."""
