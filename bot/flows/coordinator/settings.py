"""What can be changed about a cohort: nudges, the last day, the closing word, the contact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.cohort_view import View
from bot.domain.commands import KeepCohort, Note
from bot.domain.turn import Button
from bot.engine.context import Talk
from bot.engine.dates import day
from bot.flows.coordinator import forms
from bot.flows.coordinator.routes import to

NUDGE_DAYS = (3, 5, 7, 14)


def show_nudges(talk: Talk, view: View, rest: str = "") -> None:
    """Show or change after how many days without a step a learner is reminded."""
    words, each = talk.content.words.desk, view.cohort
    days = (
        int(rest)
        if rest.isdecimal() and len(rest) < 5 and int(rest) in (0, *NUDGE_DAYS)
        else each.nudge_days
    )
    if days != each.nudge_days:
        talk.do(KeepCohort(replace(each, nudge_days=days)), Note(each.id, "nudges", str(days)))
    said = talk.fill(words.nudges_on if days else words.nudges_off, days=days)
    sent = sum(member.nudges for member in view.members)
    talk.tell(said, *([talk.fill(words.nudged, count=sent)] if sent else []))


def show_settings(talk: Talk, view: View, rest: str = "") -> None:
    """Show what can be changed, or ask for it."""
    if rest in forms.CHANGES:
        forms.begin(talk, f"set_{rest}", view.cohort.id)
        return
    words, each = talk.content.words.desk, view.cohort
    talk.say(
        words.settings,
        ends=day(each.ends_on),
        closing=each.closing or words.none,
        safeguarding=each.safeguarding or words.none,
    )


def setting_buttons(talk: Talk, view: View) -> Iterator[Button]:
    """Yield a button for each thing that can be changed."""
    words = talk.content.words.desk_buttons
    labels = (words.set_ends_on, words.set_closing, words.set_safeguarding)
    for name, label in zip(forms.CHANGES, labels, strict=True):
        yield to(label, f"{view.cohort.id}.set.{name}")


def nudge_buttons(talk: Talk, view: View) -> Iterator[Button]:
    """Yield a button for each number of days."""
    words = talk.content.words.desk_buttons
    for days in NUDGE_DAYS:
        yield to(talk.fill(words.nudge_days, days=days), f"{view.cohort.id}.nud.{days}")
    yield to(words.nudge_off, f"{view.cohort.id}.nud.0")
