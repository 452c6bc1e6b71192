"""``coach cohort``: what is planned. See ``cohort.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from bot.cli.cohort_reminders import audience_of
from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import CohortArgument, say
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.coordination.planned import (
    change_reminder,
    pause_reminder,
    preview_draft,
    resume_reminder,
)
from bot.domain.drafts import ReminderDraft
from bot.domain.plain_line import on_one_line
from bot.domain.reminders import Audience, nudges_of
from bot.errors import UsageError
from bot.flows.coordinator.planned import coming, planned_text
from bot.flows.coordinator.planning import draft_of, rested_texts, saved_text
from bot.flows.coordinator.preview import preview_texts
from bot.flows.coordinator.reading import read_timing

app = typer.Typer()

PlannedArgument = Annotated[
    str, typer.Argument(help="Its id, as `coach cohort planned` has it; or nudges.")
]


@app.command(short_help="What is planned, the next one first.")
def planned(cohort: CohortArgument) -> None:
    """Show what is planned, the next one first: its id, when, for whom, with which words."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        found = coming(view, console.now)
        for at, each in found:
            typer.echo(each.schedule.id)
            say(planned_text(console.content, view, at, each))
        if not found:
            say(console.words.coordinator_pages.nothing_planned)

    as_operator(work)


@app.command(short_help="Change what is planned: words, time, for whom.")
def replan(
    cohort: CohortArgument,
    reminder: Annotated[str, typer.Argument(help="Its id, as `coach cohort planned` has it.")],
    to: Annotated[str, typer.Option(help="For whom, as `coach cohort remind` takes it.")] = "",
    words: Annotated[
        str | None, typer.Option(help='Other words; "" for the standard ones.')
    ] = None,
    when: Annotated[str, typer.Option(help="tomorrow 10:00, every monday 10:00.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do it. Else it is only explained.")] = False,
) -> None:
    """Change a reminder that is planned: its words, its day and time, whom it is for."""

    async def work(console: OperatorConsole) -> None:
        audience = audience_of(to, console) if to else None
        view = await console.view(cohort)
        draft = _changed(console, view, reminder, audience, words, when)
        found = preview_draft(view, draft, console.now)
        if isinstance(found, Refused):
            raise console.refusal(found.reason)
        say(*preview_texts(console.content, view, draft, found))
        if yes:
            done = await console.carry_out(change_reminder(view, draft, console.now))
            say(saved_text(console.words, done.facts))
        else:
            console.ask_for_yes()

    as_operator(work)


@app.command()
def pause(cohort: CohortArgument, reminder: PlannedArgument) -> None:
    """Let a weekly reminder, or the nudges, rest."""
    _rest(cohort, reminder, pause_reminder)


@app.command("go-on")
def go_on(cohort: CohortArgument, reminder: PlannedArgument) -> None:
    """Let a paused weekly reminder, or the nudges, go on."""
    _rest(cohort, reminder, resume_reminder)


def _rest(
    cohort: str,
    reminder: str,
    change: Callable[[CohortView, str, datetime], Done[Report] | Refused],
) -> None:
    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        which = nudges_of(cohort) if reminder == "nudges" else reminder
        done = await console.carry_out(change(view, which, console.now))
        if done.view_after:
            say(*rested_texts(console.words, done.view_after, done.facts, console.now))

    as_operator(work)


def _changed(
    console: OperatorConsole,
    view: CohortView,
    reminder: str,
    audience: Audience | None,
    words: str | None,
    when: str,
) -> ReminderDraft:
    """Return a planned reminder as it shall be. Raises CoachError for none of that id."""
    report = view.report(reminder)
    if report is None:
        raise console.refusal("unknown_reminder")
    draft = draft_of(report)
    if when:
        timing = read_timing(when, console.now, view.cohort.zone)
        if timing is None:
            raise UsageError("not_taken", typed=when, why=console.words.forms.bad_when)
        draft = replace(draft, timing=None if timing == "now" else timing)
    if words is not None:
        draft = replace(draft, words=console.own_words(on_one_line(words)))
    return replace(draft, audience=audience or draft.audience)
