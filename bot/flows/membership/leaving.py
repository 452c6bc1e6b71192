"""Leaving a cohort, and hiding the name that its coordinators see."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.commands import Leave, SetDisplayName
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.pages import ellipsize


def leaving_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield what can be done about each cohort that somebody is in."""
    words = turn.content.words.reminder_buttons
    for each in turn.access.memberships:
        facts, which = {"cohort": each.cohort.name}, each.cohort.id
        if each.name:
            hide = ellipsize(turn.fill(words.hide_name, **facts))
            yield Button(hide, f"membership:hide.{which}", side=True)
        label = ellipsize(turn.fill(words.leave, **facts))
        yield Button(label, f"membership:leave.{which}", side=True)


def leave(turn: TurnContext, cohort_id: str) -> None:
    """*Leave …*: one press. The coordinator sees that one more has left, and not who."""
    words = turn.content.words.joining
    found = turn.access.membership(cohort_id)
    if found is None:
        turn.say(words.not_here)
        return
    turn.do(Leave(cohort_id))
    turn.access = turn.access.having_left(cohort_id)
    turn.say(words.left, cohort=found.cohort.name)


def hide_name(turn: TurnContext, cohort_id: str) -> None:
    """Coordinators of a cohort see a number from now on."""
    if turn.access.membership(cohort_id):
        turn.do(SetDisplayName(cohort_id, ""))
        turn.access = turn.access.nameless(cohort_id)
