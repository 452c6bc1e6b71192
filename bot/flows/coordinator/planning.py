"""Changing what is planned: its words, its day and time, whom it is for; letting it rest.

A change is a form with one field and a preview; nothing is changed before *Save the change*. Pages
below a cohort: ``pwho.ID`` whom it is for · ``pone.ID`` which one person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import get_args

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.coordination.planned import (
    change_reminder,
    next_at,
    pause_reminder,
    resume_reminder,
)
from bot.domain.coordination.reminders import audience_problem
from bot.domain.drafts import ReminderDraft, ReminderField
from bot.domain.offers import Button
from bot.domain.reminders import nudges_of
from bot.engine.context import TurnContext
from bot.engine.dates import due
from bot.engine.wording import Text, fill
from bot.flows.coordinator import forms
from bot.flows.coordinator.names import step_name, steps, who_of
from bot.flows.coordinator.planned import planned_buttons, show_planned
from bot.flows.coordinator.reading import read_audience
from bot.flows.coordinator.routes import PAGE, carry_out, does, say_no, to
from bot.flows.coordinator.settings import nudge_texts

A_PAGE = 20
"""People in one list of buttons."""


def draft_of(report: Report) -> ReminderDraft:
    """Return a planned reminder as a draft that changes it."""
    planned = report.schedule
    return ReminderDraft(
        planned.id,
        planned.cohort,
        planned.audience,
        planned.words,
        planned.timing,
        asked="",
        changes=True,
    )


def replan(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask for other words, or for another day or time, of a planned reminder."""
    which, _, asked = rest.partition(".")
    report = view.report(which)
    field: ReminderField | None = next((e for e in get_args(ReminderField) if e == asked), None)
    if report is None or field is None:
        say_no(turn, "unknown_reminder")
        return
    forms.begin(turn, replace(draft_of(report), asked=field))


def for_others(turn: TurnContext, view: CohortView, rest: str) -> ReminderDraft | None:
    """Return a planned reminder as a draft that is for another audience: ``ID.stuck.situation``."""
    which, _, chosen = rest.partition(".")
    group, _, of = chosen.partition(".")
    report, audience = view.report(which), read_audience(group, of)
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.plan"
    if report is None or audience is None:
        say_no(turn, "unknown_reminder")
    elif problem := audience_problem(view, audience, turn.now):
        say_no(turn, problem)
    else:
        return replace(draft_of(report), audience=audience)
    return None


def save(turn: TurnContext, view: CohortView, draft: ReminderDraft) -> None:
    """*Save the change*."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.plan"
    turn.conversation.draft = None
    if done := carry_out(turn, change_reminder(view, draft, turn.now)):
        turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.plan.{draft.id}"
        turn.tell(saved_text(turn.content.words, done.facts))
        if done.view_after:
            show_planned(turn, done.view_after, draft.id)


def saved_text(words: Words, report: Report) -> Text:
    """Return what is said of a reminder that was changed."""
    said = words.planning
    return fill(words, said.saved_paused if report.schedule.paused_at else said.saved)


def pause(turn: TurnContext, view: CohortView, which: str) -> None:
    """*Pause it*: nothing of it goes until *Go on with it*."""
    _rest_or_go_on(turn, view, which, pause_reminder(view, which, turn.now))


def go_on(turn: TurnContext, view: CohortView, which: str) -> None:
    """*Go on with it*, from now."""
    _rest_or_go_on(turn, view, which, resume_reminder(view, which, turn.now))


def _rest_or_go_on(
    turn: TurnContext, view: CohortView, which: str, outcome: Done[Report] | Refused
) -> None:
    is_nudge = which == nudges_of(view.cohort.id)
    page = "nud" if is_nudge else f"plan.{which}"
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.{page}"
    if (done := carry_out(turn, outcome)) and done.view_after:
        turn.tell(*rested_texts(turn.content.words, done.view_after, done.facts, turn.now))


def rested_texts(words: Words, view: CohortView, report: Report, now: datetime) -> list[Text]:
    """Return what is said of a reminder that rests now, or goes on."""
    if report.schedule.kind == "nudge":
        return nudge_texts(words, view, now)
    if report.schedule.paused_at:
        return [fill(words, words.planning.paused)]
    at = next_at(report, now)
    return [fill(words, words.planning.goes_on, when=due(at, view.cohort.zone))] if at else []


def show_groups(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask whom a planned reminder is for."""
    if view.report(rest) is None:
        show_planned(turn, view)
    else:
        turn.say(turn.content.words.coordinator.whom)


def show_people(turn: TurnContext, _view: CohortView, _: str) -> None:
    """Ask which one person it is for."""
    turn.say(turn.content.words.planning.which_one)


def group_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield a button for each group that a planned reminder can be for."""
    if view.report(rest) is None:
        yield from planned_buttons(turn, view)
        return
    for label, group in groups(turn, view):
        yield does(label, f"cohort:whom.{rest}.{group}")
    yield to(turn.content.words.coordinator_buttons.one_person, f"{view.cohort.id}.pone.{rest}")


def people_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield a button for each person, some at a time."""
    which, _, start = rest.partition(".")
    first = int(start) if start.isdecimal() and len(start) < 9 else 0
    for each in view.here[first : first + A_PAGE]:
        label = who_of(turn.content.words, view, each)
        yield does(label, f"cohort:whom.{which}.one.{each.number}")
    if first + A_PAGE < len(view.here):
        label = turn.content.words.coordinator_buttons.more
        yield to(label, f"{view.cohort.id}.pone.{which}.{first + A_PAGE}")


def groups(turn: TurnContext, view: CohortView) -> Iterator[tuple[str, str]]:
    """Yield the label and the name of each group that can be reminded, the groups of one apart."""
    return audiences(turn.content, view)


def audiences(content: Content, view: CohortView) -> Iterator[tuple[str, str]]:
    """Do the same, whoever asks."""
    words = content.words.coordinator_buttons
    yield words.unfinished, "unfinished"
    if len(view.here) < SMALL:
        return
    yield words.not_started, "not_started"
    standing = {each.step for each in view.here if each.status == "in_progress"}
    for step in steps(content, view.cohort):
        if step in standing:
            name = step_name(content, view.cohort, step)
            yield fill(content.words, words.stuck_at, step=name), f"stuck.{step}"
    yield words.ready, "ready"
    yield content.words.coordinator_pages.still, "still"
