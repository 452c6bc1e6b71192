"""A cohort as those see it who look after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.cohort import Cohort, Member
from bot.domain.reminders import RecipientState, Schedule


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
class CohortView:
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

    def report(self, reminder_id: str) -> Report | None:
        """The report of a reminder, None where there is no such reminder."""
        return next((each for each in self.reports if each.schedule.id == reminder_id), None)

    @property
    def left(self) -> int:
        """How many have left."""
        return len(self.members) - len(self.here)
