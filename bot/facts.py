"""What a turn may know beside its own conversation, read from the store for this turn alone.

Who somebody is stands here and nowhere else: not in what a button carries, and not in a
conversation. ``view`` is there only for who looks after that cohort at this moment, so a cohort
that is somebody else's and one that does not exist look the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.cohorts import Cohort, Member, RecipientState, Schedule
from bot.deeds import Role


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation that can still be used. ``cohort`` is None where it lets one make cohorts."""

    token_hash: str
    role: Role
    cohort: Cohort | None


@dataclass(frozen=True, slots=True)
class Row:
    """What became of the reminder to one learner. ``why`` is of a skipped or failed one."""

    chat_id: str
    day: str
    state: RecipientState
    why: str
    due_at: datetime


@dataclass(frozen=True)
class Report:
    """One schedule and what became of it. Each row is in exactly one state."""

    schedule: Schedule
    rows: tuple[Row, ...]

    @cached_property
    def states(self) -> Counter[str]:
        """How many are in which state."""
        return Counter(each.state for each in self.rows)

    @cached_property
    def reasons(self) -> Counter[str]:
        """How many were skipped, by reason."""
        return Counter(each.why for each in self.rows if each.state == "skipped")

    @property
    def is_running(self) -> bool:
        """Whether something of it can still leave."""
        states = ("waiting", "pending", "sending")
        return self.schedule.cancelled_at is None and any(self.states[each] for each in states)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing that a coordinator did."""

    at: datetime
    chat_id: str
    what: str
    facts: str


@dataclass(frozen=True)
class View:
    """One cohort as those see it who look after it. ``coordinators`` are chat ids."""

    cohort: Cohort
    members: tuple[Member, ...]
    coordinators: tuple[str, ...]
    reports: tuple[Report, ...] = ()
    audit: tuple[AuditLine, ...] = ()

    @cached_property
    def here(self) -> tuple[Member, ...]:
        """Those who have not left."""
        return tuple(each for each in self.members if each.left_at is None)

    @property
    def left(self) -> int:
        """How many have left."""
        return len(self.members) - len(self.here)


@dataclass(frozen=True, slots=True)
class Membership:
    """A cohort that a learner is in, and the name they let be seen, "" for none."""

    cohort: Cohort
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it. ``fresh`` are random tokens of 128 bits, ``link`` is the bot's own address.

    ``guesses`` counts the wrong codes of the last hour: of this chat, and of everybody.
    """

    may_found: bool = False
    seats: tuple[Cohort, ...] = ()
    memberships: tuple[Membership, ...] = ()
    view: View | None = None
    invitation: Invitation | None = None
    guesses: tuple[int, int] = (0, 0)
    fresh: tuple[str, ...] = ()
    link: str = ""

    @property
    def is_coordinator(self) -> bool:
        """Whether they look after a cohort or may make one."""
        return self.may_found or bool(self.seats)


NOTHING = Facts()


@dataclass(frozen=True, slots=True)
class Concern:
    """What an event is about, so that only that is read: a cohort's id, a token's hash."""

    cohort: str = ""
    token_hash: str = ""
    code: bool = False
    """Whether the token is a code that was typed: a link's token is none, nor the other way."""
