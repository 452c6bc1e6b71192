"""Which one question comes next after a thin answer: for the practice, and for what is missing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.analysis.richness import Part, either
from bot.content.models.base import Side
from bot.content.models.coaching import Coaching
from bot.content.models.framework import Practice


def follow_up(
    coaching: Coaching,
    lacking: Sequence[Part],
    practice: Practice | None,
    asked: Collection[str],
) -> str | None:
    """Return the question to ask about an answer, or None when nothing is missing or left to ask.

    ``lacking`` is what is missing in the answer, ``asked`` the questions that were asked already,
    word for word: none comes twice.
    """
    for part in lacking:
        own = (
            [each for each in practice.follow_ups if asks_for(coaching, each) == part]
            if practice
            else []
        )
        for question in (*own, *getattr(coaching.follow_ups, part)):
            if question not in asked:
                return str(question)
    return None


def asks_for(coaching: Coaching, question: str) -> Part:
    """Return the part that a question asks for."""
    for part in ("tell", "role", "who", "change"):
        if either(getattr(coaching.asked_by, part)).search(question):
            return part
    return "act"


def denied(coaching: Coaching, text: str, side: Side) -> bool:
    """Return whether somebody says that there was nothing of a side."""
    if side == "both":
        return False
    return bool(either(getattr(coaching.denials, side)).search(text.replace("’", "'")))
