"""What was told of harm before, and the lines that an author's cues choose after it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.harm_reading import HarmReading
from bot.engine.context import TurnContext
from bot.flows.safety.harm_heard import told_of
from bot.flows.safety.harm_lines import is_own


def is_of_own(turn: TurnContext) -> bool:
    """Whether what was told is the writer's own distress."""
    return turn.conversation.distressed and bool(turn.attempt.harm_told)


def harm_told(turn: TurnContext) -> HarmReading:
    """Return what the words told that this message comes after; that of this message where there
    are none."""
    told = told_of(turn)
    return turn.knowledge.harm_in(told.text) if told else turn.harm


OF_SELF = ("distress", "suicide", "overdose")
"""Sorts of harm in which somebody sees no way."""


def is_despair(told: HarmReading) -> bool:
    """Whether what was told is that the writer sees no way, and not what others do to them."""
    return is_own(told) and told.sort in OF_SELF


def cued(turn: TurnContext, names: Sequence[str]) -> Sequence[str]:
    """Return the lines of the first name by whose words a text is known."""
    harm = turn.content.listening.harm
    found = (each for each in names if getattr(harm.cues, each) in turn.says)
    return getattr(harm.after, next(found, ""), ())
