"""``coach cohort``: reminders. See ``cohort.py``."""

from __future__ import annotations

from secrets import token_hex
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import CohortArgument, say
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.cohorts import change_cohort, nudge_after, nudge_at
from bot.domain.coordination.outcome import OPERATOR, Done, Refused
from bot.domain.coordination.reminders import (
    cancel_reminder,
    preview_reminder,
    reaches_somebody,
    retry_unknown,
    schedule_reminder,
)
from bot.domain.drafts import ChangeDraft, ReminderDraft
from bot.domain.plain_line import on_one_line
from bot.domain.reminders import Audience
from bot.engine.wording import fill
from bot.errors import UsageError
from bot.flows.coordinator.preview import preview_texts, sent_text
from bot.flows.coordinator.reading import read_audience, read_timing, read_weekday
from bot.flows.coordinator.reports import TELLS_OF_SOMEBODY, cancelled_text, going_text, report_text
from bot.flows.coordinator.settings import nudge_texts

app = typer.Typer()

ReminderArgument = Annotated[str, typer.Argument(help="Its id.")]


@app.command(short_help="Who would get a reminder; with --yes send it.")
def remind(
    cohort: CohortArgument,
    to: Annotated[
        str,
        typer.Option(
            help="unfinished, still, not_started, ready, stuck:STEP, one:NUMBER or everybody."
        ),
    ] = "unfinished",
    words: Annotated[str, typer.Option(help="Your own words; else the standard ones.")] = "",
    when: Annotated[str, typer.Option(help="now, tomorrow 10:00, every monday 10:00.")] = "now",
    yes: Annotated[bool, typer.Option("--yes", help="Send it. Else it is only explained.")] = False,
) -> None:
    """Explain who would get a reminder and who not; with --yes send it."""

    async def work(console: OperatorConsole) -> None:
        audience = audience_of(to, console)
        view = await console.view(cohort)
        timing = read_timing(when, console.now, view.cohort.zone)
        if timing is None:
            raise UsageError("not_taken", typed=when, why=console.words.forms.bad_when)
        said = console.own_words(on_one_line(words))
        planned = None if timing == "now" else timing
        draft = ReminderDraft(token_hex(4), cohort, audience, said, planned, asked="")
        found = preview_reminder(view, draft, console.now)
        if isinstance(found, Refused):
            raise console.refusal(found.reason)
        say(*preview_texts(console.content, view, draft, found))
        if yes:
            done = await console.carry_out(schedule_reminder(view, draft, OPERATOR, console.now))
            say(sent_text(console.words, view, done.facts))
            typer.echo(draft.id)
        elif reaches_somebody(view, found):
            console.ask_for_yes()

    as_operator(work)


def audience_of(typed: str, console: OperatorConsole) -> Audience:
    """Return the audience that ``--to`` says. Raises UsageError for none, or a step unheard of."""
    group, _, which = typed.partition(":")
    found = read_audience(group, which)
    if found is None:
        raise UsageError("not_taken", typed=typed, why=console.said.remind_whom)
    steps = [step.id for each in console.content.dialogues.values() for step in each.steps]
    if found.step and found.step not in steps:
        known = ", ".join(dict.fromkeys(steps))
        why = fill(console.words, console.said.steps, steps=known)
        raise UsageError("not_taken", typed=typed, why=why)
    return found


@app.command(short_help="What became of a reminder, or the list of them.")
def report(
    cohort: CohortArgument,
    reminder: Annotated[str, typer.Argument(help="The id of a reminder.", show_default=False)] = "",
) -> None:
    """Show what became of a reminder, or the list of them with their local times."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if not reminder:
            zone, is_small = ZoneInfo(view.cohort.zone), len(view.here) < SMALL
            if view.reports:
                console.head(console.said.reminder_heads)
            else:
                typer.echo(console.said.no_reminders, err=True)
            for each in view.reports:
                # In a small group a count of one would be somebody.
                counts = {} if is_small else each.told(console.now, view.on_page)
                states = " ".join(f"{name}={count}" for name, count in counts.items()) or "-"
                made = each.schedule.made_at.astimezone(zone)
                typer.echo(f"{each.schedule.id}\t{made:%Y-%m-%d %H:%M}\t{states}")
            return
        found = view.report(reminder)
        if found is None:
            raise console.refusal("unknown_reminder")
        say(report_text(console.content, view, found, console.now))

    as_operator(work)


@app.command()
def cancel(cohort: CohortArgument, reminder: ReminderArgument) -> None:
    """End a reminder: what has not left is not sent."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        done = await console.carry_out(cancel_reminder(view, reminder, console.now))
        say(cancelled_text(console.words, view, done.facts))

    as_operator(work)


@app.command("send-again", short_help="Send one again to those whom it may not have reached.")
def send_again(cohort: CohortArgument, reminder: ReminderArgument) -> None:
    """Send a reminder again to those to whom it may not have come."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        await go_again(console, view, retry_unknown(view, reminder, console.now))

    as_operator(work)


async def go_again(
    console: OperatorConsole, view: CohortView, outcome: Done[tuple[str, ...]] | Refused
) -> None:
    """Send something again, and say to how many. In a small cohort nothing tells of somebody."""
    if outcome in TELLS_OF_SOMEBODY and len(view.here) < SMALL:
        say(going_text(console.words, view, ()))
        return
    done = await console.carry_out(outcome)
    say(going_text(console.words, view, done.facts))


@app.command()
def nudges(
    cohort: CohortArgument,
    days: Annotated[int, typer.Argument(help="3, 5, 7 or 14; 0 switches them off.")],
    day: Annotated[str, typer.Option(help="monday … sunday, or weekdays.")] = "",
    at: Annotated[str, typer.Option(help="08:00, 10:00, 13:00, 16:00 or 18:00.")] = "",
    words: Annotated[str | None, typer.Option(help="Your own words.")] = None,
) -> None:
    """Remind by itself after so many days without a step."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        await console.carry_out(nudge_after(view, days, OPERATOR, console.now))
        if day or at:
            view = await console.view(cohort)
            weekday = read_weekday(day) if day else view.cohort.nudge_weekday
            await console.carry_out(nudge_at(view, weekday, at or view.cohort.nudge_time))
        if words is not None:
            view = await console.view(cohort)
            said = ChangeDraft(cohort, nudge_words=console.own_words(on_one_line(words)))
            await console.carry_out(change_cohort(view, said, console.now))
        if days:
            console.warn_without_bot()
        say("\n\n".join(nudge_texts(console.words, await console.view(cohort), console.now)))

    as_operator(work)
