"""What can be changed about a cohort: nudges, the last day, the closing word, the contact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from bot.content.words.words import Words
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.cohorts import NUDGE_DAYS, nudge_after
from bot.domain.drafts import ChangeDraft, ChangeField
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, fill
from bot.flows.coordinator import forms
from bot.flows.coordinator.routes import PAGE, carry_out, does


def show_nudges(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show after how many days without a step a learner is reminded."""
    turn.tell(*nudge_texts(turn.content.words, view))


def nudge_texts(words: Words, view: CohortView) -> list[Text]:
    """After how many days a learner is reminded, and how often that has been so."""
    days, sent = view.cohort.nudge_days, sum(member.nudges for member in view.members)
    said = words.coordinator.nudges_on if days else words.coordinator.nudges_off
    nudged = [fill(words, words.coordinator.nudged, count=sent)] if sent else []
    return [fill(words, said, days=days), *nudged]


def nudge_buttons(turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each number of days."""
    words = turn.content.words.coordinator_buttons
    for days in NUDGE_DAYS:
        yield does(turn.fill(words.nudge_days, days=days), f"cohort:nudge.{days}")
    yield does(words.nudge_off, "cohort:nudge.0")


def nudge(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Remind by itself after so many days, or not at all."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.nud"
    done = carry_out(turn, nudge_after(view, int(rest)))
    if done and done.view_after:
        show_nudges(turn, done.view_after)


def show_settings(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show what can be changed."""
    words, each = turn.content.words.coordinator, view.cohort
    turn.say(
        words.settings,
        ends=day(each.ends_on),
        closing=each.closing or words.none,
        safeguarding=each.safeguarding or words.none,
    )


def setting_buttons(turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each thing that can be changed."""
    words = turn.content.words.coordinator_buttons
    labels = (words.set_ends_on, words.set_closing, words.set_safeguarding)
    for name, label in zip(get_args(ChangeField), labels, strict=True):
        yield does(label, f"cohort:change.{name}")


def change(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask for another value of one thing."""
    asked: ChangeField = next(each for each in get_args(ChangeField) if each == rest)
    forms.begin(turn, ChangeDraft(view.cohort.id, asked=asked))
