"""``coach cohort``: what a coordinator does in Telegram, on the server. The operator holds the key.

It works while the bot is running: it reads and plans, and the running bot's next tick sends.
Options are read here, ``domain.coordination`` decides, and what is said is what a chat says.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.analysis.dates import read_date
from bot.analysis.zones import read_zone
from bot.cli import (
    cohort_ending,
    cohort_figures,
    cohort_links,
    cohort_planned,
    cohort_reminders,
    cohort_sign_in,
)
from bot.cli.operator_console import OperatorConsole, as_operator
from bot.cli.options import CohortArgument, commands, say
from bot.domain.coordination import team
from bot.domain.coordination.charge import next_send
from bot.domain.coordination.cohorts import change_cohort, create_cohort
from bot.domain.coordination.last_day import LastDay, last_day
from bot.domain.coordination.outcome import OPERATOR
from bot.domain.drafts import ChangeDraft, CohortDraft
from bot.domain.plain_line import on_one_line
from bot.engine.wording import fill
from bot.errors import UsageError
from bot.flows.coordinator.audit import audit_text
from bot.flows.coordinator.invitations import invitation_card, invitation_texts
from bot.flows.coordinator.last_day import carried_texts, falling_texts
from bot.flows.coordinator.progress import csv_file, progress_texts
from bot.flows.coordinator.reading import read_dialogue
from bot.flows.coordinator.routes import sentence
from bot.flows.coordinator.team import link_text
from bot.pictures.catalogue import draw
from bot.store.files import write_whole

app = commands("Cohorts: make one, invite, see how far they are, remind.")

app.add_typer(cohort_reminders.app)
app.add_typer(cohort_ending.app)
app.add_typer(cohort_planned.app)
app.add_typer(cohort_links.app)
app.add_typer(cohort_figures.app)
app.add_typer(cohort_sign_in.app)


@app.command("list", short_help="Every cohort, with who is in charge and what comes next.")
def list_() -> None:
    """Every cohort: id, name, people, last day, coordinators, next reminder in its local time."""

    async def work(console: OperatorConsole) -> None:
        nobody, closed = (
            console.words.coordinator_pages.nobody_in_charge,
            console.words.ending.is_closed,
        )
        known = await console.store.cohorts()
        if not known:
            typer.echo(console.words.operator.no_cohorts, err=True)
        for each in known:
            view = await console.view(each.id)
            at = next_send(view, console.now)
            charge = str(len(view.coordinators)) if view.coordinators else nobody
            if each is known[0]:
                console.head(console.said.list_heads)
            columns = (
                *(each.id, each.name, str(len(view.here)), each.ends_on.isoformat()),
                closed if each.closed_at else charge,
                f"{at:%Y-%m-%d %H:%M}" if at else "-",
            )
            typer.echo("\t".join(columns))

    as_operator(work)


@app.command("invite-coordinator", short_help="A link that makes somebody a coordinator, once.")
def invite_coordinator(
    cohort: Annotated[str, typer.Option(help="Only for this cohort.", show_default=False)] = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="Days until it expires.")] = 7,
) -> None:
    """Print a text to pass on with a link: it makes one person a coordinator, once.

    They are asked first. The link is the last line. It is kept as a hash only.
    """

    async def work(console: OperatorConsole) -> None:
        view, access = await console.view(cohort) if cohort else None, await console.access()
        made = team.invite_coordinator(view, access, console.now, timedelta(days=days))
        done = await console.carry_out(made)
        if done.facts.link:
            typer.echo(link_text(console.words, done.facts, view.cohort if view else None))
        else:
            typer.echo(f"/start {done.facts.token}")
        console.warn_of_link(done.facts.link)

    as_operator(work)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="What learners see.")],
    ends: Annotated[str, typer.Option(help="The last day, such as 31/12/2026.")],
    dialogue: Annotated[str, typer.Option(help="The reflection.")] = "thing_2",
    zone: Annotated[str, typer.Option(help="The time zone.")] = "Europe/London",
    closing: Annotated[str, typer.Option(help="Said to those who finish.")] = "",
    safeguarding: Annotated[str, typer.Option(help="Whom to tell about harm.")] = "",
) -> None:
    """Make a cohort, and print its id."""

    async def work(console: OperatorConsole) -> None:
        draft = CohortDraft(
            name=on_one_line(name),
            dialogue=read_dialogue(console.content, dialogue),
            ends_on=_day(console, ends),
            zone=read_zone(zone) or zone.strip(),
            closing=console.own_words(closing.strip()),
            safeguarding=on_one_line(safeguarding),
        )
        access, known = await console.access(), console.content.dialogues
        done = await console.carry_out(create_cohort(draft, access, OPERATOR, console.now, known))
        made = done.facts
        say(fill(console.words, console.said.made, cohort=made.name, id=made.id))
        typer.echo(made.id)

    as_operator(work)


@app.command(short_help="Another last day, closing word, contact.")
def change(
    cohort: CohortArgument,
    ends: Annotated[str, typer.Option(help="Another last day, such as 31/12/2026.")] = "",
    closing: Annotated[str | None, typer.Option(help="Said to those who finish.")] = None,
    safeguarding: Annotated[str | None, typer.Option(help="Whom to tell about harm.")] = None,
    contact: Annotated[str | None, typer.Option(help="How to reach the coordinator.")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do it, though planned reminders fall away.")
    ] = False,
) -> None:
    """Change a cohort: its last day, the closing word, whom to tell about harm, the contact.

    Where planned reminders fall away by another last day, it is only explained without --yes.
    """

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if not ends and (closing, safeguarding, contact) == (None, None, None):
            raise UsageError("not_taken", typed="change", why=console.said.change_what)
        given = ChangeDraft(
            cohort,
            ends_on=_day(console, ends) if ends else None,
            closing=None if closing is None else console.own_words(closing.strip()),
            safeguarding=None if safeguarding is None else on_one_line(safeguarding),
            contact=None if contact is None else on_one_line(contact),
        )
        what = last_day(view, given.ends_on, console.now) if given.ends_on else LastDay()
        if what.takes_away:
            say(*falling_texts(console.content, view, given, what))
        if what.takes_away and not yes:
            console.ask_for_yes()
            return
        done = await console.carry_out(change_cohort(view, given, console.now))
        if done.facts:
            say(console.words.coordinator.changed, *carried_texts(console.content, view, what))

    as_operator(work)


@app.command(short_help="A text with a link and a code for learners; a card.")
def invite(
    cohort: CohortArgument,
    uses: Annotated[int, typer.Option(help="1, 30 or 500 people.")] = 30,
    card: Annotated[Path | None, typer.Option(help="Write the card with the QR code here.")] = None,
) -> None:
    """Print a text to pass on, with a link and a typed code for learners, and make a card."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        made = team.invite(view, uses, await console.access(), console.now)
        done = await console.carry_out(made)
        say(invitation_texts(console.words, done.facts, view.cohort)[0])
        if card:
            drawn = draw(invitation_card(console.words, view, done.facts), console.content)
            path = write_whole(card.expanduser().absolute(), drawn, over=True)
            say(fill(console.words, console.said.card, path=path))
        console.warn_of_link(done.facts.link)

    as_operator(work)


@app.command()
def progress(
    cohort: CohortArgument,
    csv: Annotated[bool, typer.Option("--csv", help="The table for a spreadsheet.")] = False,
) -> None:
    """How many are where. There is no word of a learner in it."""

    async def work(console: OperatorConsole) -> None:
        view = await console.view(cohort)
        if csv:
            typer.echo(csv_file(console.content, view, console.now), nl=False)
        else:
            say(*progress_texts(console.content, view, console.now))

    as_operator(work)


@app.command()
def audit(cohort: CohortArgument) -> None:
    """Show what coordinators did."""

    async def work(console: OperatorConsole) -> None:
        say(audit_text(console.words, await console.view(cohort)))

    as_operator(work)


def _day(console: OperatorConsole, typed: str) -> date:
    """Return the day that an option says. Raises UsageError for none."""
    found = read_date(typed, console.now.date())
    if found is None:
        raise UsageError("not_taken", typed=typed, why=sentence(console.words, "bad_date"))
    return found
