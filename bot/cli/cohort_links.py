"""``coach cohort``: the links that are in use, and taking one back. See ``cohort.py``."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import COHORT_HELP, say
from bot.domain.coordination.links import links_in_use, withdraw_link, withdraw_right
from bot.flows.coordinator.links import withdrawn

app = typer.Typer()


LinksArgument = Annotated[
    str, typer.Argument(help=f"{COHORT_HELP}; - for links that let somebody make groups.")
]

MAKE_GROUPS = "-"


@app.command(short_help="The links in use, with the uses that are left.")
def links(cohort: LinksArgument) -> None:
    """Each link in use: id, for whom, uses left of how many, until when, made when; local times."""

    async def work(console: OperatorConsole) -> None:
        zone: ZoneInfo | None = None  # the server's
        if cohort == MAKE_GROUPS:
            found = [each for each in await console.store.links("") if each.until > console.now]
        else:
            view = await console.view(cohort)
            found, zone = list(links_in_use(view, console.now)), ZoneInfo(view.cohort.zone)
        if not found:
            typer.echo(console.words.operator.no_links, err=True)
        else:
            console.head(console.said.link_heads)
        for each in found:
            made = f"{each.made_at.astimezone(zone):%Y-%m-%d %H:%M}" if each.made_at else "-"
            until = f"{each.until.astimezone(zone):%Y-%m-%d %H:%M}"
            typer.echo("\t".join((each.id, each.role, f"{each.left}/{each.uses}", until, made)))

    as_operator(work)


@app.command(short_help="Take a link back, with its code.")
def withdraw(
    cohort: LinksArgument,
    link: Annotated[str, typer.Argument(help="Its id, as `coach cohort links` has it.")],
) -> None:
    """Take a link back, with its code: nobody can use them any more. Who came by it stays."""

    async def work(console: OperatorConsole) -> None:
        if cohort == MAKE_GROUPS:
            outcome = withdraw_right(await console.store.links(""), link, console.now)
        else:
            outcome = withdraw_link(await console.view(cohort), link, console.now)
        done = await console.carry_out(outcome)
        say(withdrawn(console.words, done.facts))

    as_operator(work)
