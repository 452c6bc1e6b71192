"""All that is kept in memory, and how a change that fails is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from bot.domain import commands as c
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import AuditLine
from bot.domain.conversation import Conversation
from bot.domain.mail import Mailbox
from bot.domain.outbox import Outgoing
from bot.domain.progress import Progress
from bot.domain.reminders import Delivery, Schedule
from bot.domain.saved_words import SavedWords
from bot.domain.sharing import Sharing
from bot.domain.turn import Reach

Two = tuple[str, str]


@dataclass
class Kept:
    """All that is kept, each thing under its key. What is in it is replaced, never changed."""

    addresses: dict[Address, str] = field(default_factory=dict)
    since: dict[Address, datetime] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    seen: dict[str, datetime] = field(default_factory=dict)
    outbox: dict[int, Outgoing] = field(default_factory=dict)
    ways_back: dict[str, str] = field(default_factory=dict)
    ways_back_at: dict[str, datetime] = field(default_factory=dict)
    crossings: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    wrong_words: list[tuple[str, datetime]] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)
    quarantine: dict[str, str] = field(default_factory=dict)
    inbox: dict[int, tuple[Address, str]] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    coordinators: dict[Two, None] = field(default_factory=dict)
    invitations: dict[str, c.Invite] = field(default_factory=dict)
    links: dict[Two, tuple[int, datetime]] = field(default_factory=dict)
    guesses: list[tuple[str, datetime]] = field(default_factory=list)
    members: dict[Two, Member] = field(default_factory=dict)
    progress: dict[Two, tuple[Progress, datetime]] = field(default_factory=dict)
    reach: dict[str, Reach] = field(default_factory=dict)
    schedules: dict[str, Schedule] = field(default_factory=dict)
    deliveries: dict[int, Delivery] = field(default_factory=dict)
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    asked_mailboxes: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    saved_words: list[tuple[str, SavedWords]] = field(default_factory=list)
    audit: list[tuple[str, AuditLine]] = field(default_factory=list)
    sharings: dict[str, Sharing] = field(default_factory=dict)
    last: int = 0

    def lead(self, address: Address, conversation: str, at: datetime) -> None:
        """Let an address lead to a conversation from now on."""
        self.addresses[address], self.since[address] = conversation, at


Handlers = dict[type[c.Command], Callable[[Kept, Any, str, datetime], None]]


class InMemory:
    """What each part of the store stands on."""

    def __init__(self) -> None:
        self.kept = Kept()

    @contextmanager
    def transaction(self) -> Iterator[Kept]:
        before = Kept(**{each.name: copy(getattr(self.kept, each.name)) for each in fields(Kept)})
        try:
            yield self.kept
        except BaseException:
            self.kept = before
            raise
