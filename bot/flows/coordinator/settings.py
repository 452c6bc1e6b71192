"""What can be changed about a cohort: nudges, the last day, the closing word, the contact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Audit, SaveCohort
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.flows.coordinator import forms
from bot.flows.coordinator.routes import to

NUDGE_DAYS = (3, 5, 7, 14)


def show_nudges(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """Show or change after how many days without a step a learner is reminded."""
    words, each = turn.content.words.coordinator, view.cohort
    days = (
        int(rest)
        if rest.isdecimal() and len(rest) < 5 and int(rest) in (0, *NUDGE_DAYS)
        else each.nudge_days
    )
    if days != each.nudge_days:
        turn.do(SaveCohort(replace(each, nudge_days=days)), Audit(each.id, "nudges", str(days)))
    said = turn.fill(words.nudges_on if days else words.nudges_off, days=days)
    sent = sum(member.nudges for member in view.members)
    turn.tell(said, *([turn.fill(words.nudged, count=sent)] if sent else []))


def show_settings(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """Show what can be changed, or ask for it."""
    if rest in forms.CHANGES:
        forms.begin(turn, f"set_{rest}", view.cohort.id)
        return
    words, each = turn.content.words.coordinator, view.cohort
    turn.say(
        words.settings,
        ends=day(each.ends_on),
        closing=each.closing or words.none,
        safeguarding=each.safeguarding or words.none,
    )


def setting_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    """Yield a button for each thing that can be changed."""
    words = turn.content.words.coordinator_buttons
    labels = (words.set_ends_on, words.set_closing, words.set_safeguarding)
    for name, label in zip(forms.CHANGES, labels, strict=True):
        yield to(label, f"{view.cohort.id}.set.{name}")


def nudge_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    """Yield a button for each number of days."""
    words = turn.content.words.coordinator_buttons
    for days in NUDGE_DAYS:
        yield to(turn.fill(words.nudge_days, days=days), f"{view.cohort.id}.nud.{days}")
    yield to(words.nudge_off, f"{view.cohort.id}.nud.0")
