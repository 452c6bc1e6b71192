"""Keeping conversations and what is on its way: the ports, in the product's words.

Rule: the only room with SQL and keys; it decides nothing. Whoever implements a port promises:
every method that changes something is one durable transaction, so that after a crash at any moment
a turn has happened wholly or not at all, with its replies or without any.
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
from bot.domain.eligibility import Case, Rule
from bot.domain.invitations import LinkInUse
from bot.domain.outbox import Outgoing
from bot.domain.reminders import Delivery, DeliveryState, Schedule, Why
from bot.domain.retention import Unvisited
from bot.domain.standing import Standing
from bot.domain.turn import Turn
from bot.store.ways_in import DoorStore, MailStore, SharingStore


class ConversationStore(Protocol):
    """Where conversations live."""

    async def load(self, chat_id: str) -> Conversation:
        """Return the conversation of a chat; a new, empty one when nothing is kept."""

    async def take_up(self, chat_id: str, key: str) -> Conversation | None:
        """Return the same to be read alone, None where the event of that key was handled before."""

    async def at(self, address: Address) -> Conversation:
        """Return the conversation of an address to be read alone; an empty one for a new address,
        without an id."""

    async def conversation_of(self, address: Address) -> str:
        """Return the id of the conversation that an address points to, "" for a new address."""

    async def standing(self, address: Address) -> Standing:
        """Return how far the conversation of an address is, and which of its lines is shown."""

    async def addresses(self, conversation: str) -> list[Address]:
        """Return where a conversation can be found, the newest first."""

    async def named(self, name: str) -> str:
        """Return the id of the conversation of that id or address; else the name itself."""

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        delivery: int = 0,
    ) -> list[Outgoing]:
        """Keep a turn, its event's key and its replies, or raise StoreError and keep nothing.

        The turn's commands are carried out with it, and its address points to its conversation from
        now on. ``delivery`` is the number of the one that the turn is about: it is queued.
        ``acknowledged`` are replies that have been handed over meanwhile: they are deleted, because
        they may hold a learner's words. Return the replies with their numbers. Raise Changed when
        something that the turn rests on is no longer so.
        """


class OutboxStore(Protocol):
    """Where replies and reminders wait until they have left."""

    async def waiting(self) -> list[Outgoing]:
        """Return everything that has not left, in order; ask once, before anything is sent.

        A reminder that was on its way when the coach stopped may have arrived: it is *unknown*.
        """

    async def said(self, conversation: str, most: int = 0) -> list[Outgoing]:
        """Return the lines of a conversation that stay, in order; the newest ``most``, if given."""

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a reply into the outbox that is no turn's. Return it with its number."""

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        """Delete replies that have been handed over."""

    async def mark(self, number: int, state: DeliveryState, error: str = "") -> None:
        """Note what has become of an outgoing message. *queued*: it is to be sent once more.

        Anything final drops its words, and a reminder altogether: its delivery tells of it.
        """

    async def set_blocked(self, conversation: str, blocked: bool, at: datetime) -> None:
        """Note that a conversation takes no messages, which drops what waits, or does again."""

    async def blocked(self) -> set[str]:
        """Return the conversations that take no messages."""


class CohortStore(Protocol):
    """Where cohorts live, and who is what in them."""

    async def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        """Return who somebody is, and what is theirs to see of what an event is about."""

    async def cohorts(self) -> list[Cohort]:
        """Return every cohort, the newest last."""

    async def cohort(self, cohort_id: str) -> Cohort | None:
        """Return a cohort by its id."""

    async def view(self, cohort_id: str) -> CohortView | None:
        """Return all of a cohort that its coordinators may see."""

    async def links(self, cohort_id: str) -> list[LinkInUse]:
        """Return the links of a cohort that have a use left; of "" those that let make cohorts."""

    async def members(self, cohort_id: str) -> list[Member]:
        """Return everybody who is or was in a cohort."""

    async def do(self, commands: Sequence[Command], chat_id: str, at: datetime) -> None:
        """Carry these out without a turn, as the operator. Raise Changed."""


class ReminderStore(Protocol):
    """Where schedules and deliveries live. Who is reminded is decided by the rule it is given."""

    async def schedules(self) -> list[Schedule]:
        """Return the schedules of all cohorts that are not cancelled: planned ones, and nudges."""

    async def fire(self, schedule: str, deliveries: Iterable[Delivery], until: datetime) -> None:
        """Keep the deliveries of a schedule, each once, and up to when it was looked at."""

    async def ask_outcomes(self, now: datetime) -> None:
        """Plan the question how it went, for everybody whose 28 days are over."""

    async def due(self, now: datetime, most: int) -> list[Delivery]:
        """Return the deliveries whose time has come, a learner's own first.

        So few that no more than ``most`` are in the outbox with them.
        """

    async def admit(self, number: int, decide: Rule) -> Case | None:
        """Return the case of a waiting delivery that ``decide`` lets go now.

        Else it is skipped or put off as ``decide`` says, and None is returned.
        """

    async def release(self, number: int, decide: Rule) -> bool:
        """Let the delivery leave that has this number in the outbox; it is *sending*.

        Return False when it was taken back, or when ``decide`` lets it go no more: then it is
        skipped, or waits for a better time.
        """

    async def skip(self, number: int, why: Why) -> None:
        """Send nothing for a waiting delivery."""

    async def fail(self, number: int, error: str) -> None:
        """Send nothing for a waiting delivery, through a fault of ours."""


class Meta(Protocol):
    """The facts that the coach keeps about itself."""

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a fact about the coach, such as when it was last alive."""

    async def get_meta(self, name: str) -> str:
        """Return a fact kept by ``set_meta``; empty when there is none."""

    async def quarantine(self, keys: Iterable[str], error: str, at: datetime) -> int:
        """Note events that could not be handled, without their text. Return how many there are."""


class InboxStore(Protocol):
    """Where a flood of one chat waits, so that it need not stay in front of all others."""

    async def keep_for_later(self, number: int, sender: Address, body: str) -> None:
        """Keep something that came in, once."""

    async def first_kept(self, sender: Address) -> tuple[int, str] | None:
        """Return the number and the body of what somebody sent first, None for nothing."""

    async def drop_kept(self, number: int) -> None:
        """Forget it: it is handled."""

    async def kept_senders(self) -> list[Address]:
        """Return of whom something is kept."""


class RetentionStore(Protocol):
    """Where it is looked who has not come back."""

    async def unvisited(self, until: datetime) -> list[Unvisited]:
        """Return the conversations whose last visit is that long ago, the oldest first.

        But for those with a statement that waits for its badge, and of who looks after a cohort.
        """

    async def expire(self, found: Unvisited, by: str, at: datetime) -> bool:
        """Delete all of a conversation, and note it. Return False where it was visited since."""


class Store(
    ConversationStore,
    OutboxStore,
    DoorStore,
    SharingStore,
    MailStore,
    CohortStore,
    ReminderStore,
    InboxStore,
    RetentionStore,
    Meta,
    Protocol,
):
    """All of it, in one place: a turn changes several of them in one transaction."""

    async def watch(self) -> None:
        """Wait, for ever. Raise StoreError when nothing can be kept any more."""

    async def close(self) -> None:
        """Let go of the files."""
