"""What somebody needs to hear who writes on below an answer that may be of harm.

Nothing waits to be decided there, and what tells of their own work is an answer like any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.harm_reading import HarmReading
from bot.engine.context import TurnContext
from bot.flows.coaching.harm_needs import (
    FIRST,
    asked_or_planned,
    cued,
    is_answer,
    is_long_answer,
    takes_back,
    told_where,
)
from bot.flows.safety.harm_lines import is_own

Lines = Sequence[str]

MORE = frozenset(("bare", "feeling_about_task", "denial", "evidence", "chat"))
"""Kinds of a few words that may tell more of a danger."""


def after_doubt(turn: TurnContext) -> Lines:
    """Return the lines for what follows an answer that may be of harm, and is one all the same."""
    harm, kind = turn.content.listening.harm, turn.reading.kind
    if is_long_answer(turn):
        return ()
    if harm.cues.not_heard in turn.says:
        return harm.after.not_heard
    found = told_where(turn) or cued(turn, FIRST) or asked_or_planned(turn)
    if found or takes_back(turn):
        return found or harm.after.was_doubted
    if found := cued(turn, ("only_me", "may_be_untrue")):
        return found
    asks = kind == "question" and harm.cues.of_coach not in turn.says
    of_others = harm.cues.points_back in turn.says and harm.cues.of_self not in turn.says
    return harm.go_on if of_others and (asks or kind in ("denial", "chat")) else ()


def after_doubted_danger(turn: TurnContext, harm: HarmReading) -> Lines:
    """Return the lines for “too many” and “im scared”, where a life may be in danger and more
    likely is not: they say once more whom to call."""
    words = turn.content.listening.harm
    is_more = turn.reading.kind in MORE and not (is_answer(turn) or takes_back(turn))
    if harm.level != "crisis" or not is_more:
        return ()
    return words.doubted_own_crisis if is_own(harm) else words.doubted_crisis
