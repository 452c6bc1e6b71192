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
    from bot.engine.context import TurnContext

app = typer.Typer(
    help="Groups of learners: make one, invite, see how far they are, remind.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

IdArgument = Annotated[
    str, typer.Argument(help="The id of a cohort, as `coach cohort list` has it.")
]


class OperatorDesk:
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

    async def turn(self, cohort: str = "") -> TurnContext:
        """A turn of the operator, who may see every cohort. Raises UsageError for none."""
        from bot.domain.access import Access
        from bot.domain.conversation import Conversation
        from bot.domain.events import Event
        from bot.engine.context import TurnContext
        from bot.flows.coordinator.routes import OPERATOR
        from bot.flows.registry import FLOWS

        view = await self.store.view(cohort) if cohort else None
        known = tuple(await self.store.cohorts())
        if cohort and view is None:
            ids = ", ".join(each.id for each in known) or "-"
            raise UsageError("unknown_cohort", typed=cohort, known=ids)
        event = Event(OPERATOR, "say", "", "server")
        turn = TurnContext(FLOWS, self.content, Conversation(OPERATOR), event, self.now)
        random_tokens = (token_hex(16), token_hex(16))
        link = await self.store.get_meta("link")
        turn.access = Access(True, known, view=view, random_tokens=random_tokens, deep_link=link)
        turn.begin(self.content.first)
        return turn

    async def finish(self, turn: TurnContext) -> None:
        """Keep what was done, then show what was said."""
        await self.store.do(turn.commands, turn.conversation.chat_id, self.now)
        for reply in turn.replies:
            typer.echo(reply.text + "\n")

    async def page(self, cohort: str, page: str) -> None:
        """A page of a cohort, with the deed that it stands for."""
        from bot.flows.coordinator import pages as coordinator_pages
        from bot.flows.coordinator import routes as coordinator_routes

        turn = await self.turn(cohort)
        coordinator_pages.show(turn, f"{coordinator_routes.PAGE}.{cohort}.{page}".rstrip("."))
        await self.finish(turn)


def _run(work: Coroutine[Any, Any, None], coordinator: OperatorDesk) -> None:
    async def whole() -> None:
        try:
            await work
        finally:
            await coordinator.store.close()

    asyncio.run(whole())


@app.command("list")
def list_() -> None:
    """Every cohort: its id, its name, how many are in it, its last day."""
    coordinator = OperatorDesk()

    async def work() -> None:
        for each in await coordinator.store.cohorts():
            people = [m for m in await coordinator.store.members(each.id) if m.left_at is None]
            typer.echo(f"{each.id}\t{each.name}\t{len(people)}\t{each.ends_on.isoformat()}")

    _run(work(), coordinator)


@app.command("invite-coordinator", short_help="A link that makes somebody a coordinator, once.")
def invite_coordinator(
    cohort: Annotated[str, typer.Option(help="Only for this cohort.", show_default=False)] = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="Days until it expires.")] = 7,
) -> None:
    """Print a link that makes one person a coordinator, once. It is kept as a hash only."""
    from bot.domain.commands import Audit, Invite
    from bot.domain.invitations import hashed

    coordinator = OperatorDesk()

    async def work() -> None:
        turn = await coordinator.turn(cohort)
        token, until = turn.access.random_tokens[0], coordinator.now + timedelta(days=days)
        turn.do(Invite(hashed(token), "coordinator", cohort, until, 1))
        if cohort:
            turn.do(Audit(cohort, "invited_coordinator"))
        await coordinator.finish(turn)
        link = turn.access.deep_link
        typer.echo(f"{link}?start={token}" if link else f"/start {token}")
        if not link:
            typer.echo(turn.content.words.coordinator.no_link, err=True)

    _run(work(), coordinator)


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
    from bot.domain.commands import AddCoordinator
    from bot.flows.coordinator import forms

    given = (name, dialogue, ends, zone, closing, safeguarding)
    coordinator = OperatorDesk()

    async def work() -> None:
        turn = await coordinator.turn()
        forms.begin(turn, "cohort", "")
        for field, value in zip(forms.FIELDS["cohort"], given, strict=True):
            form = turn.conversation.draft
            if form is None or form.asked != field:
                break
            forms.take(turn, value)
        if form := turn.conversation.draft:
            typed = given[forms.FIELDS["cohort"].index(form.asked)]
            raise UsageError("not_taken", typed=typed, why=turn.replies[-2].text)
        turn.replies = turn.replies[-1:]
        turn.commands = [each for each in turn.commands if not isinstance(each, AddCoordinator)]
        await coordinator.finish(turn)
        typer.echo(turn.access.coordinates[-1].id)

    _run(work(), coordinator)


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
    coordinator = OperatorDesk()

    async def work() -> None:
        turn = await coordinator.turn(cohort)
        coordinator_pages.show(turn, f"{coordinator_routes.PAGE}.{cohort}.inv.{uses}")
        await coordinator.finish(turn)
        pictures = [reply.file.picture for reply in turn.replies if reply.file]
        if not pictures:
            raise typer.Exit(2)
        if card:
            kind, _, data = pictures[0].partition(" ")
            card.write_bytes(draw_json(kind, data))
            typer.echo(card)

    _run(work(), coordinator)


@app.command()
def progress(
    cohort: IdArgument,
    csv: Annotated[bool, typer.Option("--csv", help="The table for a spreadsheet.")] = False,
) -> None:
    """How many are where. There is no word of a learner in it."""
    from bot.flows.coordinator.progress import as_csv

    coordinator = OperatorDesk()

    async def work() -> None:
        turn = await coordinator.turn(cohort)
        if csv and turn.access.view:
            typer.echo(as_csv(turn, turn.access.view), nl=False)
            return
        await coordinator.page(cohort, "prog")

    _run(work(), coordinator)


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

    coordinator = OperatorDesk()
    group, _, which = to.partition(":")
    short = {"unfinished": "u", "not_started": "n", "ready": "r", "stuck": "s", "one": "p"}
    if group not in short:
        raise UsageError("not_taken", typed=to, why=f"--to takes {', '.join(short)}.")

    async def work() -> None:
        from bot.flows.safety.identifiers import masked

        turn = await coordinator.turn(cohort)
        page = f"{coordinator_routes.PAGE}.{cohort}.rem.{short[group]}.{which}".rstrip(".")
        coordinator_pages.show(turn, page)
        form = turn.conversation.draft
        if form is None:
            await coordinator.finish(turn)
            return
        for value in (words, when):
            before = form.asked
            _, turn.masked = masked(turn.content, replace(turn.event, text=value))
            forms.take(turn, value)
            if form.asked == before and turn.conversation.prompt == "form":
                raise UsageError("not_taken", typed=value, why=turn.replies[-2].text)
        turn.replies = [each for each in turn.replies if each.text][-2:]
        if yes:
            coordinator_pages.show(
                turn, f"{coordinator_routes.PAGE}.{cohort}.send.{form.values['id']}"
            )
            typer.echo(form.values["id"])
        await coordinator.finish(turn)

    _run(work(), coordinator)


@app.command()
def report(
    cohort: IdArgument,
    reminder: Annotated[str, typer.Argument(help="The id of a reminder.", show_default=False)] = "",
) -> None:
    """What became of a reminder, or the list of them."""
    coordinator = OperatorDesk()

    async def work() -> None:
        turn = await coordinator.turn(cohort)
        view = turn.access.view
        if view and not reminder:
            for each in view.reports:
                states = " ".join(f"{name}={count}" for name, count in each.states.items())
                typer.echo(f"{each.schedule.id}\t{each.schedule.made_at:%Y-%m-%d %H:%M}\t{states}")
            return
        await coordinator.page(cohort, f"rep.{reminder}")

    _run(work(), coordinator)


@app.command()
def cancel(cohort: IdArgument, reminder: Annotated[str, typer.Argument(help="Its id.")]) -> None:
    """End a reminder: what has not left is not sent."""
    coordinator = OperatorDesk()
    _run(coordinator.page(cohort, f"stop.{reminder}"), coordinator)


@app.command("send-again")
def send_again(
    cohort: IdArgument, reminder: Annotated[str, typer.Argument(help="Its id.")]
) -> None:
    """Send a reminder again to those to whom it may not have come."""
    coordinator = OperatorDesk()
    _run(coordinator.page(cohort, f"again.{reminder}"), coordinator)


@app.command()
def nudges(
    cohort: IdArgument,
    days: Annotated[int, typer.Argument(help="3, 5, 7 or 14; 0 switches them off.")],
) -> None:
    """Remind by itself after so many days without a step."""
    from bot.flows.coordinator.settings import NUDGE_DAYS

    if days not in (0, *NUDGE_DAYS):
        raise UsageError("not_taken", typed=str(days), why="It takes 0, 3, 5, 7 or 14.")
    coordinator = OperatorDesk()
    _run(coordinator.page(cohort, f"nud.{days}"), coordinator)


@app.command()
def change(
    cohort: IdArgument,
    ends: Annotated[str, typer.Option(help="Another last day, such as 31/12/2026.")] = "",
    closing: Annotated[str | None, typer.Option(help="Said to those who finish.")] = None,
    safeguarding: Annotated[str | None, typer.Option(help="Whom to tell about harm.")] = None,
) -> None:
    """Change a cohort: its last day, the closing word, whom to tell about harm."""
    from bot.flows.coordinator import forms

    coordinator = OperatorDesk()
    given = {"ends_on": ends or None, "closing": closing, "safeguarding": safeguarding}

    async def work() -> None:
        for field, value in given.items():
            if value is None:
                continue
            turn = await coordinator.turn(cohort)
            forms.begin(turn, f"set_{field}", cohort)
            forms.take(turn, value)
            if turn.conversation.draft:
                raise UsageError("not_taken", typed=value, why=turn.replies[-2].text)
            turn.replies = turn.replies[-1:]
            await coordinator.finish(turn)

    _run(work(), coordinator)


@app.command()
def audit(cohort: IdArgument) -> None:
    """What coordinators did."""
    coordinator = OperatorDesk()
    _run(coordinator.page(cohort, "aud"), coordinator)
