"""``coach cohort``: figures for a funder, and a reminder to those who were missed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.cohort_reminders import go_again
from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import CohortArgument, say
from bot.domain.cohort import SMALL
from bot.domain.coordination.missed import send_to_missed
from bot.errors import CannotMake
from bot.exports.making import can_make
from bot.flows.coordinator.figures import figures_file, figures_texts
from bot.flows.coordinator.skills import skills_picture, skills_texts
from bot.flows.coordinator.weeks import weeks_texts
from bot.pictures.overlap import draw_overlap
from bot.store.files import write_whole

app = typer.Typer()


@app.command(short_help="Figures for a funder.")
def figures(
    cohort: CohortArgument,
    csv: Annotated[bool, typer.Option("--csv", help="The table for a spreadsheet.")] = False,
) -> None:
    """Figures for a funder: how many were invited, joined, began, are ready, sent it, have it."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if len(view.here) < SMALL:
            raise console.refusal("small")
        if csv:
            typer.echo(figures_file(console.words, view, console.now), nl=False)
        else:
            say(*figures_texts(console.words, view, console.now))

    as_operator(work)


@app.command()
def weeks(cohort: CohortArgument) -> None:
    """How many joined and sent it in each single week."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if len(view.here) < SMALL:
            raise console.refusal("small")
        say(*weeks_texts(console.words, view, console.now))

    as_operator(work)


@app.command(short_help="Skills that people have named, as numbers.")
def skills(
    cohort: CohortArgument,
    out: Annotated[Path | None, typer.Option(help="A file for the picture: .png or .svg.")] = None,
) -> None:
    """Skills that people of a cohort have named, as numbers; and their picture."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if len(view.here) < SMALL:
            raise console.refusal("small")
        say(*skills_texts(console.content, view))
        picture = skills_picture(console.content, view)
        if out and picture:
            form: Literal["png", "svg"] = "svg" if out.suffix.casefold() == ".svg" else "png"
            if not can_make("svg"):
                raise CannotMake("no_documents", form=form)
            drawn = draw_overlap(replace(picture, form=form))
            typer.echo(write_whole(out.absolute(), drawn, over=True))

    as_operator(work)


@app.command("send-missed", short_help="Send one to those who were missed.")
def send_missed(
    cohort: CohortArgument,
    reminder: Annotated[str, typer.Argument(help="Its id, as `coach cohort report` has it.")],
) -> None:
    """Send a reminder to those who were to get it and were missed, through no doing of theirs."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        await go_again(console, view, send_to_missed(view, reminder, console.now))

    as_operator(work)
