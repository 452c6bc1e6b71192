"""``coach cohort``: letting a coordinator into their pages in a browser. See ``cohort.py``."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import CohortArgument, say
from bot.domain.coordination import sign_in as signing_in
from bot.domain.crossing import MINUTES
from bot.engine.wording import fill

app = typer.Typer()


@app.command("sign-in", short_help="A link that lets a coordinator in to their pages.")
def sign_in(
    cohort: CohortArgument,
    coordinator: Annotated[
        int, typer.Option(help="The place of a coordinator, from 1 on.", min=1)
    ] = 1,
) -> None:
    """Print a link that signs a coordinator in to their pages in a browser, once."""

    async def work(console: OperatorConsole) -> None:
        view, access = await console.view(cohort), await console.access()
        done = await console.carry_out(signing_in.sign_in(view, coordinator, access, console.now))
        said = console.words.web.cohorts.sign_in
        say(fill(console.words, said, link=done.facts.link, minutes=MINUTES))

    as_operator(work)
