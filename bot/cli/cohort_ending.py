"""``coach cohort``: renaming, removing people, closing, deleting. See ``cohort.py``.

Without ``--yes`` each only says what would become of it, as ``remind`` does.
"""

from __future__ import annotations

from secrets import token_hex
from typing import Annotated

import typer

from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import CohortArgument, say
from bot.domain.coordination import team
from bot.domain.coordination.cohorts import change_cohort
from bot.domain.coordination.ending import (
    close_cohort,
    delete_cohort,
    remove_coordinator,
    remove_member,
    reopen_cohort,
)
from bot.domain.coordination.outcome import OPERATOR, Refused
from bot.domain.drafts import ChangeDraft
from bot.domain.plain_line import on_one_line
from bot.engine.dates import day
from bot.engine.wording import fill
from bot.errors import UsageError
from bot.flows.coordinator.ending import message_text
from bot.flows.coordinator.names import who_of
from bot.flows.coordinator.progress import csv_file
from bot.flows.coordinator.team import hand_over_text

app = typer.Typer()

YesOption = Annotated[bool, typer.Option("--yes", help="Do it. Else it is only explained.")]


@app.command()
def rename(
    cohort: CohortArgument, name: Annotated[str, typer.Argument(help="What learners see.")]
) -> None:
    """Change the name of a cohort."""

    async def work(console: OperatorConsole) -> None:
        draft = ChangeDraft(cohort, new_name=on_one_line(name))
        await console.carry_out(change_cohort(await console.view(cohort), draft, console.now))
        say(console.words.coordinator.changed)

    as_operator(work)


@app.command(short_help="Take a learner out, or a coordinator.")
def remove(
    cohort: CohortArgument,
    learner: Annotated[int, typer.Option(help="The number of a learner.")] = 0,
    coordinator: Annotated[int, typer.Option(help="The place of a coordinator, from 1 on.")] = 0,
    yes: YesOption = False,
) -> None:
    """Take a learner out of a cohort, or let a coordinator look after it no more."""

    async def work(console: OperatorConsole) -> None:
        if bool(learner) == bool(coordinator):
            raise UsageError("not_taken", typed="remove", why=console.said.remove_whom)
        await (_learner if learner else _coordinator)(console, cohort, learner or coordinator, yes)

    as_operator(work)


async def _learner(console: OperatorConsole, cohort: str, number: int, yes: bool) -> None:
    view, said = await console.view(cohort), console.words.ending
    found = remove_member(view, number, console.now)
    if isinstance(found, Refused):
        raise console.refusal(found.reason)
    who = next(who_of(console.words, view, each) for each in view.here if each.number == number)
    if yes:
        await console.carry_out(found)
    say(fill(console.words, said.removed if yes else said.remove_ask, who=who))
    if not yes:
        console.ask_for_yes()


async def _coordinator(console: OperatorConsole, cohort: str, number: int, yes: bool) -> None:
    view, said = await console.view(cohort), console.words.ending
    found = remove_coordinator(view, number, OPERATOR, console.now)
    if isinstance(found, Refused):
        raise console.refusal(found.reason)
    if yes:
        await console.carry_out(found)
    told = said.unseated if yes else said.unseat_ask
    say(fill(console.words, told, number=number, date=day(view.since(found.facts))))
    if found.view_after and not found.view_after.coordinators:
        say(fill(console.words, said.will_be_alone))
    if not yes:
        console.ask_for_yes()


@app.command("hand-over", short_help="A link for who looks after a cohort from now on.")
def hand_over(cohort: CohortArgument) -> None:
    """Print a link for who looks after a cohort from now on, in the place of all who did."""

    async def work(console: OperatorConsole) -> None:
        view, access = await console.view(cohort), await console.access()
        made = team.invite_coordinator(view, access, console.now, role="successor")
        done = await console.carry_out(made)
        say(hand_over_text(console.words, done.facts, view.cohort))
        console.warn_of_link(done.facts.link)

    as_operator(work)


@app.command(short_help="Close a cohort: nobody joins, nothing more goes out.")
def end(
    cohort: CohortArgument,
    words: Annotated[str, typer.Option(help="A last message to everybody in it.")] = "",
    yes: YesOption = False,
) -> None:
    """Close a cohort: nobody joins any more, and all that is planned ends."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if view.cohort.closed_at:
            raise console.refusal("closed_already")
        last = console.own_words(on_one_line(words))
        found = close_cohort(view, last, OPERATOR, token_hex(4), console.now)
        if isinstance(found, Refused):
            raise console.refusal(found.reason)
        if yes:
            await console.carry_out(found)
        told = console.said.closed if yes else console.said.close_ask
        say(fill(console.words, told, cohort=view.cohort.name, id=cohort))
        if last:
            say(message_text(console.words, view, found.facts))
        if not yes:
            console.ask_for_yes()
        if yes and view.members:
            typer.echo(csv_file(console.content, view, console.now), nl=False)

    as_operator(work)


@app.command("open-again")
def open_again(cohort: CohortArgument) -> None:
    """Open a closed cohort again. What was planned in it stays ended."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        await console.carry_out(reopen_cohort(view))
        say(fill(console.words, console.words.ending.reopened, cohort=view.cohort.name))

    as_operator(work)


@app.command(short_help="Delete one that was made by mistake, with nobody in it.")
def delete(cohort: CohortArgument, yes: YesOption = False) -> None:
    """Delete a cohort that was made by mistake and that nobody has joined."""

    async def work(console: OperatorConsole) -> None:
        view, said = await console.view(cohort), console.words.ending
        found = delete_cohort(view)
        if isinstance(found, Refused):
            raise console.refusal(found.reason)
        if yes:
            await console.carry_out(found)
        name = view.cohort.name
        say(fill(console.words, said.deleted if yes else said.delete_ask, cohort=name))
        if not yes:
            console.ask_for_yes()

    as_operator(work)
