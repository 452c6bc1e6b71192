"""``coach cohort``: what a coordinator does in Telegram, on the server. The operator holds the key.

It works while the bot is running: it reads and plans, and the running bot's next tick sends.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.engine.context import Talk

app = typer.Typer(
    help="Groups of learners: make one, invite, see how far they are, remind.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

IdArgument = Annotated[
    str, typer.Argument(help="The id of a cohort, as `coach cohort list` has it.")
]


class Desk:
    """The desk of the operator: the same pages as in Telegram, for every cohort."""

    def __init__(self) -> None:
        """Open the store beside a coach that may be running. Raises StoreError."""
        from bot.app import open_beside, open_content
        from bot.clock import wall_clock
        from bot.settings import load_settings

        settings = load_settings()
        self.content = open_content(settings)
        self.store = open_beside(settings)
        self.now = wall_clock()

    async def talk(self, cohort: str = "") -> Talk:
        """A turn of the operator, who may see every cohort. Raises UsageError for none."""
        from bot.domain.access import Facts
        from bot.domain.conversation import Conversation
        from bot.domain.events import Event
        from bot.engine.context import Talk
        from bot.flows.coordinator.routes import OPERATOR

        view = await self.store.view(cohort) if cohort else None
        known = tuple(await self.store.cohorts())
        if cohort and view is None:
            ids = ", ".join(each.id for each in known) or "-"
            raise UsageError("unknown_cohort", typed=cohort, known=ids)
        event = Event(OPERATOR, "say", "", "server")
        talk = Talk(self.content, Conversation(OPERATOR), event, self.now)
        fresh = (token_hex(16), token_hex(16))
        link = await self.store.noted("link")
        talk.facts = Facts(True, known, view=view, fresh=fresh, link=link)
        talk.begin(self.content.first)
        return talk

    async def finish(self, talk: Talk) -> None:
        """Keep what was done, then show what was said."""
        await self.store.do(talk.deeds, talk.conversation.chat_id, self.now)
        for reply in talk.replies:
            typer.echo(reply.text + "\n")

    async def page(self, cohort: str, page: str) -> None:
        """A page of a cohort, with the deed that it stands for."""
        from bot.flows.coordinator import pages as coordinator_pages
        from bot.flows.coordinator import routes as coordinator_routes

        talk = await self.talk(cohort)
        coordinator_pages.show(talk, f"{coordinator_routes.PAGE}.{cohort}.{page}".rstrip("."))
        await self.finish(talk)


def _run(work: Coroutine[Any, Any, None], desk: Desk) -> None:
    async def whole() -> None:
        try:
            await work
        finally:
            await desk.store.close()

    asyncio.run(whole())


@app.command("list")
def list_() -> None:
    """Every cohort: its id, its name, how many are in it, its last day."""
    desk = Desk()

    async def work() -> None:
        for each in await desk.store.cohorts():
            people = [m for m in await desk.store.members(each.id) if m.left_at is None]
            typer.echo(f"{each.id}\t{each.name}\t{len(people)}\t{each.ends_on.isoformat()}")

    _run(work(), desk)


@app.command("invite-coordinator", short_help="A link that makes somebody a coordinator, once.")
def invite_coordinator(
    cohort: Annotated[str, typer.Option(help="Only for this cohort.", show_default=False)] = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="Days until it expires.")] = 7,
) -> None:
    """Print a link that makes one person a coordinator, once. It is kept as a hash only."""
    from bot.domain.commands import Invite, Note
    from bot.domain.invitations import hashed

    desk = Desk()

    async def work() -> None:
        talk = await desk.talk(cohort)
        token, until = talk.facts.fresh[0], desk.now + timedelta(days=days)
        talk.do(Invite(hashed(token), "coordinator", cohort, until, 1))
        if cohort:
            talk.do(Note(cohort, "invited_coordinator"))
        await desk.finish(talk)
        link = talk.facts.link
        typer.echo(f"{link}?start={token}" if link else f"/start {token}")
        if not link:
            typer.echo(talk.content.words.desk.no_link, err=True)

    _run(work(), desk)


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
    from bot.domain.commands import Seat
    from bot.flows.coordinator import forms

    given = (name, dialogue, ends, zone, closing, safeguarding)
    desk = Desk()

    async def work() -> None:
        talk = await desk.talk()
        forms.begin(talk, "cohort", "")
        for field, value in zip(forms.FIELDS["cohort"], given, strict=True):
            form = talk.conversation.form
            if form is None or form.asked != field:
                break
            forms.take(talk, value)
        if form := talk.conversation.form:
            typed = given[forms.FIELDS["cohort"].index(form.asked)]
            raise UsageError("not_taken", typed=typed, why=talk.replies[-2].text)
        talk.replies = talk.replies[-1:]
        talk.deeds = [each for each in talk.deeds if not isinstance(each, Seat)]
        await desk.finish(talk)
        typer.echo(talk.facts.seats[-1].id)

    _run(work(), desk)


@app.command()
def invite(
    cohort: IdArgument,
    uses: Annotated[int, typer.Option(help="1, 30 or 500 people.")] = 30,
    card: Annotated[Path | None, typer.Option(help="Write the card with the QR code here.")] = None,
) -> None:
    """Make a link and a typed code for learners, and a card to print."""
    from bot.flows.coordinator import invitations
    from bot.flows.coordinator import pages as coordinator_pages
    from bot.flows.coordinator import routes as coordinator_routes
    from bot.pictures.catalogue import draw_json

    if uses not in invitations.INVITES:
        raise UsageError("not_taken", typed=str(uses), why="--uses takes 1, 30 or 500.")
    desk = Desk()

    async def work() -> None:
        talk = await desk.talk(cohort)
        coordinator_pages.show(talk, f"{coordinator_routes.PAGE}.{cohort}.inv.{uses}")
        await desk.finish(talk)
        pictures = [reply.file.picture for reply in talk.replies if reply.file]
        if not pictures:
            raise typer.Exit(2)
        if card:
            kind, _, data = pictures[0].partition(" ")
            card.write_bytes(draw_json(kind, data))
            typer.echo(card)

    _run(work(), desk)


@app.command()
def progress(
    cohort: IdArgument,
    csv: Annotated[bool, typer.Option("--csv", help="The table for a spreadsheet.")] = False,
) -> None:
    """How many are where. There is no word of a learner in it."""
    from bot.flows.coordinator.progress import as_csv

    desk = Desk()

    async def work() -> None:
        talk = await desk.talk(cohort)
        if csv and talk.facts.view:
            typer.echo(as_csv(talk, talk.facts.view), nl=False)
            return
        await desk.page(cohort, "prog")

    _run(work(), desk)


@app.command()
def remind(
    cohort: IdArgument,
    to: Annotated[
        str, typer.Option(help="unfinished, not_started, ready, stuck:STEP or one:NUMBER.")
    ] = "unfinished",
    words: Annotated[str, typer.Option(help="Your own words; else the standard ones.")] = "",
    when: Annotated[str, typer.Option(help="now, tomorrow 10:00, every monday 10:00.")] = "now",
    yes: Annotated[bool, typer.Option("--yes", help="Send it. Else it is only explained.")] = False,
) -> None:
    """Explain who would get a reminder and who not; with --yes send it."""
    from bot.flows.coordinator import forms
    from bot.flows.coordinator import pages as coordinator_pages
    from bot.flows.coordinator import routes as coordinator_routes

    desk = Desk()
    group, _, which = to.partition(":")
    short = {"unfinished": "u", "not_started": "n", "ready": "r", "stuck": "s", "one": "p"}
    if group not in short:
        raise UsageError("not_taken", typed=to, why=f"--to takes {', '.join(short)}.")

    async def work() -> None:
        from bot.flows.safety.identifiers import masked

        talk = await desk.talk(cohort)
        page = f"{coordinator_routes.PAGE}.{cohort}.rem.{short[group]}.{which}".rstrip(".")
        coordinator_pages.show(talk, page)
        form = talk.conversation.form
        if form is None:
            await desk.finish(talk)
            return
        for value in (words, when):
            before = form.asked
            _, talk.masked = masked(talk.content, replace(talk.event, text=value))
            forms.take(talk, value)
            if form.asked == before and talk.conversation.asking == "form":
                raise UsageError("not_taken", typed=value, why=talk.replies[-2].text)
        talk.replies = [each for each in talk.replies if each.text][-2:]
        if yes:
            coordinator_pages.show(
                talk, f"{coordinator_routes.PAGE}.{cohort}.send.{form.values['id']}"
            )
            typer.echo(form.values["id"])
        await desk.finish(talk)

    _run(work(), desk)


@app.command()
def report(
    cohort: IdArgument,
    reminder: Annotated[str, typer.Argument(help="The id of a reminder.", show_default=False)] = "",
) -> None:
    """What became of a reminder, or the list of them."""
    desk = Desk()

    async def work() -> None:
        talk = await desk.talk(cohort)
        view = talk.facts.view
        if view and not reminder:
            for each in view.reports:
                states = " ".join(f"{name}={count}" for name, count in each.states.items())
                typer.echo(f"{each.schedule.id}\t{each.schedule.made_at:%Y-%m-%d %H:%M}\t{states}")
            return
        await desk.page(cohort, f"rep.{reminder}")

    _run(work(), desk)


@app.command()
def cancel(cohort: IdArgument, reminder: Annotated[str, typer.Argument(help="Its id.")]) -> None:
    """End a reminder: what has not left is not sent."""
    desk = Desk()
    _run(desk.page(cohort, f"stop.{reminder}"), desk)


@app.command("send-again")
def send_again(
    cohort: IdArgument, reminder: Annotated[str, typer.Argument(help="Its id.")]
) -> None:
    """Send a reminder again to those to whom it may not have come."""
    desk = Desk()
    _run(desk.page(cohort, f"again.{reminder}"), desk)


@app.command()
def nudges(
    cohort: IdArgument,
    days: Annotated[int, typer.Argument(help="3, 5, 7 or 14; 0 switches them off.")],
) -> None:
    """Remind by itself after so many days without a step."""
    from bot.flows.coordinator.settings import NUDGE_DAYS

    if days not in (0, *NUDGE_DAYS):
        raise UsageError("not_taken", typed=str(days), why="It takes 0, 3, 5, 7 or 14.")
    desk = Desk()
    _run(desk.page(cohort, f"nud.{days}"), desk)


@app.command()
def change(
    cohort: IdArgument,
    ends: Annotated[str, typer.Option(help="Another last day, such as 31/12/2026.")] = "",
    closing: Annotated[str | None, typer.Option(help="Said to those who finish.")] = None,
    safeguarding: Annotated[str | None, typer.Option(help="Whom to tell about harm.")] = None,
) -> None:
    """Change a cohort: its last day, the closing word, whom to tell about harm."""
    from bot.flows.coordinator import forms

    desk = Desk()
    given = {"ends_on": ends or None, "closing": closing, "safeguarding": safeguarding}

    async def work() -> None:
        for field, value in given.items():
            if value is None:
                continue
            talk = await desk.talk(cohort)
            forms.begin(talk, f"set_{field}", cohort)
            forms.take(talk, value)
            if talk.conversation.form:
                raise UsageError("not_taken", typed=value, why=talk.replies[-2].text)
            talk.replies = talk.replies[-1:]
            await desk.finish(talk)

    _run(work(), desk)


@app.command()
def audit(cohort: IdArgument) -> None:
    """What coordinators did."""
    desk = Desk()
    _run(desk.page(cohort, "aud"), desk)
