"""Who is in a cohort, who gets a reminder and why not, and what may be shown. Pure.

The rule that everything rests on: ``fate`` says what becomes of a reminder to one learner at one
moment. The audience is explained with it before a coordinator presses *Send*, and it is asked again
at the second of sending. Nothing here holds a word that a learner wrote, other than a name that
they chose to show. Proved in ``tests/test_cohorts.py`` and ``tests/test_cohort_months.py``.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.model import Status
from bot.reminders import (
    BETWEEN_REMINDERS,
    NOT_WHILE_WRITING,
    Timing,
    Wishes,
    is_too_late,
    next_allowed,
)

NUDGES = 5
"""Automatic nudges in all to one learner of one cohort."""
SMALL = 5
"""In a group of fewer, a breakdown would single somebody out."""
QUIET_FOR = timedelta(days=7)
"""Without progress for so long, somebody counts as stuck."""
CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, O, 1, I, L and U: they are mistaken for one another when a code is read aloud."""
CODE_LENGTH = 8
GUESSES = 5
"""Wrong codes an hour for one chat."""
GUESSES_IN_ALL = 30
"""Wrong codes an hour for everybody: more of them close all codes for the hour, with an alarm."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group a coordinator looks after.

    ``closing`` is said to those who finish, ``safeguarding`` is whom to tell about harm where they
    work; both may be "". ``nudge_days`` is how many days without progress lead to an automatic
    nudge, 0 for none.
    """

    id: str
    name: str
    dialogue: str
    ends_on: date
    zone: str
    made_at: datetime
    closing: str = ""
    safeguarding: str = ""
    nudge_days: int = 0

    def today(self, now: datetime) -> date:
        """The date where the cohort is."""
        return now.astimezone(ZoneInfo(self.zone)).date()

    def is_over(self, now: datetime) -> bool:
        """Whether the last day has passed."""
        return self.today(now) > self.ends_on


@dataclass(frozen=True, slots=True)
class Member:
    """One learner of a cohort: how far they are and how they can be reached.

    ``number`` is what a coordinator sees where ``name`` is "". ``resting`` means that reminders
    are stopped for a reason that is nobody's business. ``due_anyway`` marks a further try of what
    may not have arrived. ``nudges`` counts the automatic ones of this cohort.
    """

    chat_id: str
    number: int
    name: str = ""
    joined_at: datetime | None = None
    left_at: datetime | None = None
    step: str = ""
    status: Status = "new"
    own_words: int = 0
    progressed_at: datetime | None = None
    finished_at: datetime | None = None
    last_at: datetime | None = None
    reminded_at: datetime | None = None
    nudges: int = 0
    wishes: Wishes = field(default_factory=Wishes)
    resting: bool = False
    blocked: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to be reminded of."""
        return self.status == "submitted"

    @property
    def still_since(self) -> datetime | None:
        """Since when nothing has moved on."""
        return self.progressed_at or self.joined_at


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


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a reminder: it goes at ``at``, or it does not, because of ``why``."""

    at: datetime | None = None
    why: Why | None = None


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


def fate(
    cohort: Cohort | None,
    audience: Audience | None,
    member: Member,
    now: datetime,
    how: How = "planned",
) -> Fate:
    """What becomes of a reminder to one learner now.

    *again* leaves out the days between two reminders, because the one before may not have arrived.
    *asked_for* is the learner's own: it comes at the time that they chose.
    """
    asked_for = how == "asked_for"
    recent = member.reminded_at and now - member.reminded_at < BETWEEN_REMINDERS
    reasons: tuple[tuple[object, Why], ...] = (
        (member.left_at, "left"),
        (member.blocked, "blocked"),
        (cohort and member.is_finished, "finished"),
        (member.resting or not (asked_for or member.wishes.on), "off"),
        (audience and not audience.holds(member), "moved_on"),
        (cohort and recent and how != "again", "recent"),
    )
    if why := next((why for holds, why in reasons if holds), None):
        return Fate(why=why)
    earliest = max(now, member.last_at + NOT_WHILE_WRITING) if member.last_at else now
    at = earliest if asked_for else next_allowed(member.wishes, earliest)
    if at is None:
        return Fate(why="off")
    return Fate(why="over") if cohort and cohort.is_over(at) else Fate(at=at)


@dataclass(frozen=True, slots=True)
class Explained:
    """An audience before anything is sent: each of them with their fate."""

    fates: tuple[tuple[Member, Fate], ...]
    now: datetime

    def going(self) -> list[Member]:
        """Those who get it at once."""
        return [member for member, each in self.fates if each.at and each.at <= self.now]

    def waiting(self) -> list[tuple[Member, datetime]]:
        """Those who get it at a later time, the soonest first."""
        later = [(m, each.at) for m, each in self.fates if each.at and each.at > self.now]
        return sorted(later, key=lambda pair: pair[1])

    def skipped(self, why: Why) -> list[Member]:
        """Those who do not get it, for this reason."""
        return [member for member, each in self.fates if each.why == why]

    @property
    def reasons(self) -> Counter[Why]:
        """How many do not get it, by reason."""
        return Counter(each.why for _, each in self.fates if each.why)


def explain(
    cohort: Cohort, audience: Audience, members: Iterable[Member], now: datetime
) -> Explained:
    """Who would get a reminder, when, and who would not, and why."""
    fates = ((each, fate(cohort, audience, each, now)) for each in audience.of(members))
    return Explained(tuple(fates), now)


def to_nudge(cohort: Cohort, members: Iterable[Member], now: datetime) -> list[Member]:
    """Those whom it is time to nudge: so many days still, not ready, not too often."""
    if not cohort.nudge_days or cohort.is_over(now):
        return []
    still = now - timedelta(days=cohort.nudge_days)
    return [
        each
        for each in members
        if each.status in ("new", "in_progress")
        and each.nudges < NUDGES
        and (since := each.still_since)
        and since <= still
        and (fated := fate(cohort, None, each, now)).at
        and fated.at <= now
    ]


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


def recipients(
    schedule: Schedule, explained: Explained, day: str, due: datetime
) -> list[Recipient]:
    """A row for everybody in the audience, also for those who get nothing."""
    late = is_too_late(due, explained.now)
    return [
        Recipient(
            schedule.id,
            day,
            member.chat_id,
            each.at or explained.now,
            "skipped" if late or each.why else "waiting",
            "late" if late else each.why or "",
        )
        for member, each in explained.fates
    ]


def _place(member: Member) -> str:
    """Where somebody stands. Who opened it and went back to the start has not begun."""
    if member.status == "in_progress":
        return "new" if member.step == "welcome" else member.step
    return member.status


def by_step(members: Sequence[Member], steps: Sequence[str]) -> list[tuple[str, int]]:
    """How many stand where: not started, at each step or past all, ready, sent."""
    counts = Counter(_place(each) for each in members)
    rows = [("new", counts["new"]), *((step, counts[step]) for step in steps)]
    return [*rows, ("ready", counts["ready"]), ("submitted", counts["submitted"])]


def stuck(members: Iterable[Member], now: datetime) -> Counter[str]:
    """How many have not moved on for a week, by step; those who have not begun under ``new``."""
    return Counter(
        _place(each)
        for each in members
        if each.status in ("new", "in_progress")
        and (since := each.still_since)
        and now - since >= QUIET_FOR
    )


def finished_by_week(
    cohort: Cohort, members: Iterable[Member], now: datetime
) -> list[tuple[date, int]]:
    """How many had finished at the end of each week since the first one did."""
    zone = ZoneInfo(cohort.zone)
    days = sorted(each.finished_at.astimezone(zone).date() for each in members if each.finished_at)
    if not days:
        return []
    monday = days[0] - timedelta(days=days[0].weekday())
    weeks = (cohort.today(now) - monday).days // 7 + 1
    starts = [monday + timedelta(weeks=week) for week in range(weeks)]
    ends = [start + timedelta(days=6) for start in starts]
    return [
        (start, sum(day <= end for day in days)) for start, end in zip(starts, ends, strict=True)
    ]


def hashed(token: str) -> str:
    """What is kept of an invitation: it can be known again, and not be used."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def as_code(typed: str) -> str:
    """A typed code in its one form: large letters, without spaces and hyphens."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def new_code(random: bytes) -> str:
    """A code of 8 signs from random bytes, at least 16 of them: about 39 bits."""
    number, signs = int.from_bytes(random, "big"), list[str]()
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(CODE_SIGNS))
        signs.append(CODE_SIGNS[place])
    return "".join(signs)
