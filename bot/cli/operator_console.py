"""Where the operator does on the server what coordinators do in a chat."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from secrets import token_hex
from typing import TypeVar
from urllib.parse import urlsplit

import typer

from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.knowledge import Knowledge
from bot.app import open_beside, open_content
from bot.clock import wall_clock
from bot.domain.access import Access
from bot.domain.cohort_view import CohortView
from bot.domain.commands import ChangeSchedule, Command, ScheduleReminder, SendAgain, SendToMissed
from bot.domain.coordination.checks import words_problem
from bot.domain.coordination.outcome import OPERATOR, Done, Reason, Refused
from bot.errors import Changed, CoachError, UsageError
from bot.flows.coordinator.routes import sentence
from bot.installation import load_settings
from bot.settings_check import LOOPBACK

Facts = TypeVar("Facts")

NO_VALUE: tuple[Reason, ...] = ("bad_dialogue", "bad_zone", "bad_uses", "bad_days")
"""What is no value of its option: the command was called in a wrong way, with status 2."""


def needs_a_bot(command: Command) -> bool:
    """Whether something is only kept here: the bot that is running, or the next one, sends it."""
    if isinstance(command, ChangeSchedule):
        return command.schedule.paused_at is None
    return isinstance(command, ScheduleReminder | SendAgain | SendToMissed)


class OperatorConsole:
    """Every cohort, for whoever holds the key."""

    def __init__(self) -> None:
        """Open the store beside a coach that may be running. Raises StoreError."""
        settings = load_settings()
        self.content = open_content(settings)
        self.words, self.said = self.content.words, self.content.words.cohort_commands
        self.store = open_beside(settings)
        self.now = wall_clock()
        self._has_warned = False

    async def access(self) -> Access:
        """Return what the operator may do, with fresh random tokens."""
        return Access(
            may_create_cohorts=True,
            random_tokens=(token_hex(16), token_hex(16)),
            invitation_address=await self.store.get_meta("invitation_address"),
            page_address=await self.store.get_meta("page_address"),
        )

    async def view(self, cohort: str) -> CohortView:
        """Return a cohort. Raises CoachError when there is none of that id."""
        view = await self.store.view(cohort)
        if view is None:
            ids = ", ".join(each.id for each in await self.store.cohorts())
            if not ids:
                raise CoachError("no_cohort", typed=cohort)
            raise CoachError("unknown_cohort", typed=cohort, known=ids)
        return view

    async def carry_out(self, outcome: Done[Facts] | Refused) -> Done[Facts]:
        """Keep what was decided. Raises CoachError, or UsageError, where it was refused."""
        if isinstance(outcome, Refused):
            raise self.refusal(outcome.reason)
        await self.store.do(outcome.commands, OPERATOR, self.now)
        if any(map(needs_a_bot, outcome.commands)):
            self.warn_without_bot()
        return outcome

    def warn_without_bot(self) -> None:
        """Say that nothing leaves as things are, where no bot is running on this data."""
        if not self.store.is_sent_from and not self._has_warned:
            self._has_warned = True
            typer.echo(self.words.terminal.no_bot, err=True)

    def warn_of_link(self, link: str) -> None:
        """Say where a link leads nobody else: it is none yet, or it is of this machine alone."""
        if not link:
            typer.echo(self.said.no_link, err=True)
        elif urlsplit(link).hostname in LOOPBACK:
            typer.echo(self.said.only_here, err=True)

    def ask_for_yes(self) -> None:
        """Say how to do what was only explained."""
        typer.echo(self.said.add_yes, err=True)

    def head(self, names: str) -> None:
        """Name the columns of a list, beside what a program reads."""
        typer.echo(names.replace(", ", "\t"), err=True)

    def refusal(self, reason: Reason) -> CoachError:
        """Return the error that says why something is not done."""
        why = sentence(self.words, reason)
        return (
            UsageError("refused", why=why) if reason in NO_VALUE else CoachError("refused", why=why)
        )

    def own_words(self, text: str) -> str:
        """Return words that go to many. Raises CoachError where a number of somebody is in them."""
        found = find_identifiers(text, Knowledge.of(self.content).name_words)
        if problem := words_problem(text, has_identifier=bool(found)):
            raise self.refusal(problem)
        return text


def as_operator(work: Callable[[OperatorConsole], Awaitable[None]]) -> None:
    """Do something where the operator coordinates. Raises StoreError.

    What changed meanwhile, beside it, is looked at once more.
    """

    async def whole() -> None:
        console = OperatorConsole()
        try:
            with suppress(Changed):  # somebody used the link in this moment, say
                await work(console)
                return
            await work(console)
        finally:
            await console.store.close()

    asyncio.run(whole())
