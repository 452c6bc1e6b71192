"""Reminders as data: whom they are for, when they go, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.cohort import Member
from bot.domain.recurrence import Timing

Why = Literal[
    "finished",
    "off",
    "blocked",
    "recent",
    "left",
    "moved_on",
    "late",
    "over",
    "cancelled",
]
"""Why somebody gets no reminder. ``moved_on``: no longer in the group that it was meant for."""

Group = Literal["unfinished", "not_started", "stuck", "ready", "one"]


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a reminder is for. ``step`` belongs to *stuck*, ``number`` to *one*."""

    group: Group
    step: str = ""
    number: int = 0

    def holds(self, member: Member) -> bool:
        """Whether the reminder is meant for somebody who stands like this."""
        match self.group:
            case "not_started":
                return member.status == "new"
            case "stuck":
                return member.status == "in_progress" and member.step == self.step
            case "ready":
                return member.status == "ready"
            case "one":
                return member.number == self.number
            case _:
                return not member.is_finished

    def of(self, members: Iterable[Member]) -> list[Member]:
        """The audience at a moment. For *unfinished* the finished are in it, to be counted."""
        here = (each for each in members if each.left_at is None)
        return [each for each in here if self.group == "unfinished" or self.holds(each)]


How = Literal["planned", "again", "asked_for"]

RecipientState = Literal[
    "waiting", "skipped", "pending", "sending", "sent", "blocked", "failed", "unknown"
]
"""``pending`` and ``sending`` pass within seconds; all others stay. The sum is the audience."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One learner of one firing of one schedule. ``day`` tells the firings apart."""

    schedule: str
    day: str
    chat_id: str
    due_at: datetime
    state: RecipientState = "waiting"
    why: str = ""
    again: bool = False
    number: int = 0


Kind = Literal["reminder", "nudge", "later", "outcome"]
"""``later`` a learner asked for; ``outcome`` asks how it went, 28 days after it was sent."""


@dataclass(frozen=True, slots=True)
class Due:
    """A recipient whose time has come. ``number`` is the row's own."""

    number: int
    schedule: str
    day: str
    chat_id: str
    cohort: str
    kind: Kind
    due_at: datetime
    again: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """A reminder that a coordinator has sent or planned. ``fired_until``: looked at up to then."""

    id: str
    cohort: str
    audience: Audience
    words: str
    timing: Timing | None
    made_by: str
    made_at: datetime
    fired_until: datetime
    cancelled_at: datetime | None = None
