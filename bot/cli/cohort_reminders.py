"""``coach cohort``: reminders. See ``cohort.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import CohortArgument, as_operator, say
from bot.domain.plain_line import on_one_line
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.cli.operator_console import OperatorConsole
    from bot.domain.reminders import Audience

app = typer.Typer()

ReminderArgument = Annotated[str, typer.Argument(help="Its id.")]


@app.command()
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
    from secrets import token_hex

    from bot.domain.coordination.outcome import OPERATOR, Refused
    from bot.domain.coordination.reminders import preview_reminder, schedule_reminder
    from bot.domain.drafts import ReminderDraft
    from bot.flows.coordinator.preview import preview_texts, sent_text
    from bot.flows.coordinator.reading import read_timing

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

    as_operator(work)


def audience_of(typed: str, console: OperatorConsole) -> Audience:
    """Return the audience that ``--to`` says. Raises UsageError for none, or a step unheard of."""
    from bot.flows.coordinator.reading import read_audience

    group, _, which = typed.partition(":")
    found = read_audience(group, which)
    if found is None:
        why = "--to takes unfinished, still, not_started, ready, stuck:STEP, one:NUMBER, everybody."
        raise UsageError("not_taken", typed=typed, why=why)
    steps = [step.id for each in console.content.dialogues.values() for step in each.steps]
    if found.step and found.step not in steps:
        why = f"The steps are {', '.join(dict.fromkeys(steps))}."
        raise UsageError("not_taken", typed=typed, why=why)
    return found


@app.command()
def report(
    cohort: CohortArgument,
    reminder: Annotated[str, typer.Argument(help="The id of a reminder.", show_default=False)] = "",
) -> None:
    """Show what became of a reminder, or the list of them with their local times."""
    from zoneinfo import ZoneInfo

    from bot.flows.coordinator.reports import report_text

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if not reminder:
            zone = ZoneInfo(view.cohort.zone)
            for each in view.reports:
                states = " ".join(f"{name}={count}" for name, count in each.states.items())
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
    from bot.domain.coordination.reminders import cancel_reminder
    from bot.flows.coordinator.reports import cancelled_text

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        done = await console.carry_out(cancel_reminder(view, reminder, console.now))
        say(cancelled_text(console.words, view, done.facts))

    as_operator(work)


@app.command("send-again")
def send_again(cohort: CohortArgument, reminder: ReminderArgument) -> None:
    """Send a reminder again to those to whom it may not have come."""
    from bot.domain.coordination.reminders import retry_unknown
    from bot.engine.wording import fill

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        done = await console.carry_out(retry_unknown(view, reminder, console.now))
        say(fill(console.words, console.words.coordinator.sending, count=done.facts))

    as_operator(work)


@app.command()
def nudges(
    cohort: CohortArgument,
    days: Annotated[int, typer.Argument(help="3, 5, 7 or 14; 0 switches them off.")],
    day: Annotated[str, typer.Option(help="monday … sunday, or weekdays.")] = "",
    at: Annotated[str, typer.Option(help="08:00, 10:00, 13:00, 16:00 or 18:00.")] = "",
    words: Annotated[str | None, typer.Option(help="Your own words.")] = None,
) -> None:
    """Remind by itself after so many days without a step."""
    from bot.domain.coordination.cohorts import change_cohort, nudge_after, nudge_at
    from bot.domain.coordination.outcome import OPERATOR
    from bot.domain.drafts import ChangeDraft
    from bot.flows.coordinator.reading import read_weekday
    from bot.flows.coordinator.settings import nudge_texts

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
