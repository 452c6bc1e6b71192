"""A cohort as those see it who look after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.domain.cohort import Cohort, Member
from bot.domain.invitations import LinkInUse
from bot.domain.named_skills import NamedSkill
from bot.domain.reminders import (
    HAVE_OR_WILL,
    ONE_ON_PAGE,
    ONE_PERSON,
    RETURNED,
    SHOWN,
    UNDER_WAY,
    Delivery,
    Schedule,
)
from bot.domain.sharing import Waiting

_SEATED = ("made", "seated", "handed_over")

_TEAM = (*_SEATED, "unseated", "coordinator_removed", "left_alone")
"""What somebody did as they began to look after a cohort."""


@dataclass(frozen=True)
class Report:
    """One schedule and what became of it. Each delivery is in exactly one state."""

    schedule: Schedule
    rows: tuple[Delivery, ...]

    @cached_property
    def states(self) -> Counter[str]:
        """Return how many are in which state; of what is sent, SHOWN are those on a page."""
        return Counter(SHOWN if each.why == SHOWN else each.state for each in self.rows)

    @cached_property
    def reasons(self) -> Counter[str]:
        """Return how many were skipped, by reason."""
        return Counter(each.why for each in self.rows if each.state == "skipped")

    @property
    def is_for_one(self) -> bool:
        """Return whether one person alone has got it or will: when it suits them is theirs."""
        return _is_one(each for each in self.rows if each.state in HAVE_OR_WILL)

    def told(self, now: datetime, on_page: Collection[str] = ()) -> Counter[str]:
        """Return the states as they are told; ``on_page`` are the chats that have only the page.

        What waits although its time has come is about to leave. Of one person alone, and of the
        only one on a page or beside a page, it is not told which of those it is that tell when it
        suits them.
        """
        told = Counter(_told(each, now) for each in self.rows if each.state not in HAVE_OR_WILL)
        open_yet = [each for each in self.rows if each.state in HAVE_OR_WILL]
        for is_page, alone in ((False, ONE_PERSON), (True, ONE_ON_PAGE)):
            rows = [each for each in open_yet if _is_on_page(each, on_page) == is_page]
            told.update([alone] if _is_one(rows) else (_told(each, now) for each in rows))
        return told

    @property
    def is_running(self) -> bool:
        """Return whether something of it can still leave."""
        return self.schedule.cancelled_at is None and any(self.states[each] for each in UNDER_WAY)

    @property
    def can_be_cancelled(self) -> bool:
        """Return whether it can be ended as one. Nudges are switched off instead."""
        schedule = self.schedule
        is_planned = schedule.timing is not None and schedule.cancelled_at is None
        return schedule.kind == "reminder" and (self.is_running or is_planned)


def _is_one(rows: Iterable[Delivery]) -> bool:
    """Return whether these are one person's. Of those who were erased each counts as one."""
    found = [each.chat_id for each in rows]
    return len({*filter(None, found)}) + found.count("") == 1


def _is_on_page(delivery: Delivery, on_page: Collection[str]) -> bool:
    """Return whether one stands on a page and rings nowhere, or will."""
    will = delivery.state in UNDER_WAY and delivery.chat_id in on_page
    return delivery.why == SHOWN or will


def _told(delivery: Delivery, now: datetime) -> str:
    """Return the state of one as it is told."""
    if delivery.why in (SHOWN, RETURNED):
        return delivery.why
    is_due = delivery.state == "waiting" and delivery.due_at <= now
    return "queued" if is_due else delivery.state


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing that a coordinator did."""

    at: datetime
    chat_id: str
    what: str
    facts: str


@dataclass(frozen=True)
class CohortView:
    """One cohort as those see it who look after it. ``coordinators`` are chat ids.

    ``links`` are those that have a use left, the oldest first; their last day may have passed.
    ``waits`` are those here who wait for an answer to what they shared of its dialogue: with whom
    is not known. ``skills`` are the practices that those here have named, counted.
    """

    cohort: Cohort
    members: tuple[Member, ...]
    coordinators: tuple[str, ...]
    reports: tuple[Report, ...] = ()
    audit: tuple[AuditLine, ...] = ()
    links: tuple[LinkInUse, ...] = ()
    waits: tuple[Waiting, ...] = ()
    skills: tuple[NamedSkill, ...] = ()

    @cached_property
    def here(self) -> tuple[Member, ...]:
        """Return those who have not left."""
        return tuple(each for each in self.members if each.left_at is None)

    @cached_property
    def on_page(self) -> frozenset[str]:
        """Return the chats of those here who have only the page, where nothing rings."""
        return frozenset(each.chat_id for each in self.here if each.has_only_page)

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """Return the names that more than one of those here let be seen."""
        names = Counter(each.name for each in self.here if each.name)
        return frozenset(name for name, count in names.items() if count > 1)

    @cached_property
    def sent(self) -> tuple[Report, ...]:
        """Return the reports of what coordinators sent or planned themselves, the newest last."""
        return tuple(each for each in self.reports if each.schedule.kind == "reminder")

    @cached_property
    def planned(self) -> tuple[Report, ...]:
        """Return those that can still go out at a time that was set, paused ones among them."""
        return tuple(
            each for each in self.sent if each.schedule.timing and not each.schedule.cancelled_at
        )

    def report(self, reminder_id: str) -> Report | None:
        """Return the report of a reminder, None where there is no such reminder."""
        return next((each for each in self.reports if each.schedule.id == reminder_id), None)

    def since(self, coordinator: str) -> date:
        """Since which local day somebody looks after it: since it was made, if nothing says so."""
        times = [a.at for a in self.audit if a.chat_id == coordinator and a.what in _SEATED]
        return self.cohort.today(max(times, default=self.cohort.made_at))

    @property
    def team(self) -> str:
        """Return a text that changes as soon as somebody comes to look after it, or goes."""
        return f"{len(self.coordinators)}-{sum(each.what in _TEAM for each in self.audit)}"

    def having(self, changed: Report) -> CohortView:
        """Return the same with one report as it is now."""
        reports = tuple(
            changed if each.schedule.id == changed.schedule.id else each for each in self.reports
        )
        return replace(self, reports=reports)

    @property
    def left(self) -> int:
        """Return how many have left."""
        return len(self.members) - len(self.here)
