"""Keeping conversations and what is on its way: the port, in the product's words.

Whoever implements it promises: ``save`` is one durable transaction, so that after a crash at any
moment a turn has happened wholly or not at all, with its replies or without any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.access import Access, AccessQuery
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Command
from bot.domain.conversation import Conversation
from bot.domain.outbox import Outgoing, OutgoingState
from bot.domain.reminders import Due, Kind, Recipient, Schedule, Why
from bot.domain.turn import Turn


class Store(Protocol):
    """Where conversations live, and the outbox."""

    async def load(self, chat_id: str) -> Conversation:
        """The conversation of a chat; a new, empty one when nothing is kept."""

    async def conversation_of(self, address: Address) -> str:
        """Return the id of the conversation that an address points to, "" for a new address."""

    async def addresses(self, conversation: str) -> list[Address]:
        """Return where a conversation can be found, the newest first."""

    async def named(self, name: str) -> str:
        """Return the id of the conversation of that id or, failing that, of that address.

        The name itself when there is neither.
        """

    async def has_seen(self, key: str) -> bool:
        """Whether the event of that key was handled before."""

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        recipient: int = 0,
    ) -> list[Outgoing]:
        """Keep a turn, its event's key and its replies, or raise StoreError and keep nothing.

        What the turn does to cohorts is done with it; ``recipient`` is the one whose reminder it
        is. The turn's address points to its conversation from now on. Raises Changed when
        something that it rests on is no longer so.

        ``acknowledged`` are replies that have been handed over meanwhile: they are deleted, because
        they may hold a learner's words. Gives the replies with their numbers.
        """

    async def waiting(self) -> list[Outgoing]:
        """Everything in the outbox that has not left, in order."""

    async def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        """What a turn may know beside its own conversation: who they are, and what is theirs."""

    async def cohorts(self) -> list[Cohort]:
        """Every cohort, the newest last."""

    async def cohort(self, cohort_id: str) -> Cohort | None:
        """A cohort by its id."""

    async def view(self, cohort_id: str) -> CohortView | None:
        """All of a cohort that its coordinators may see."""

    async def members(self, cohort_id: str) -> list[Member]:
        """Everybody who is or was in a cohort."""

    async def member(self, chat_id: str, cohort_id: str) -> Member:
        """Somebody as a reminder sees them, in a cohort or, with "", on their own."""

    async def schedules(self) -> list[Schedule]:
        """The reminders of all cohorts that are planned for a time and not cancelled."""

    async def schedule(self, schedule_id: str) -> Schedule | None:
        """A reminder by its id."""

    async def fire(
        self, rows: Iterable[Recipient], kind: Kind, cohort: str, schedule: str, until: datetime
    ) -> None:
        """A schedule has been looked at up to a moment: these are its recipients, each once."""

    async def ask_outcomes(self, now: datetime) -> None:
        """Plan the question how it went, for everybody whose 28 days are over."""

    async def due(self, now: datetime, most: int) -> list[Due]:
        """The recipients whose time has come, the longest due first."""

    async def skip(self, number: int, why: Why) -> None:
        """Nothing is sent to a recipient."""

    async def fail(self, number: int, error: str) -> None:
        """A fault of ours: nothing is sent to a recipient, and the report says that it failed."""

    async def postpone(self, number: int, due_at: datetime) -> None:
        """A recipient waits longer."""

    async def do(self, commands: Sequence[Command], chat_id: str, at: datetime) -> None:
        """Do these without a turn, as the operator. Raises Changed."""

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a message into the outbox without a turn."""

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        """Delete replies that have been handed over."""

    async def mark(self, number: int, state: OutgoingState, error: str = "") -> None:
        """Note what has become of an outgoing message. Anything but waiting drops its words."""

    async def take(self, number: int, now: datetime) -> bool:
        """Let a reminder leave; False when it was taken back, or does not hold at this second."""

    async def set_blocked(self, conversation: str, blocked: bool, at: datetime) -> None:
        """Note that a conversation takes no messages, which drops what waits, or does again."""

    async def blocked(self) -> set[str]:
        """The conversations that take no messages."""

    async def quarantine(self, keys: Iterable[str], error: str, at: datetime) -> int:
        """Note events that could not be handled, without their text; gives how many there are."""

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a fact about the coach itself, such as when it was last alive."""

    async def get_meta(self, name: str) -> str:
        """A fact kept by ``note``; empty when there is none."""

    async def close(self) -> None:
        """Let go of the files."""
