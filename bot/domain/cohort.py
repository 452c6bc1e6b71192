"""Cohorts and their members, as data.

Nothing here holds a word that a learner wrote, other than a name that they chose to show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.reminder_preferences import ReminderPreferences
from bot.domain.status import Status

SMALL = 5
"""In a group of fewer, a breakdown would single somebody out."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group a coordinator looks after.

    ``closing`` is said to those who finish, ``safeguarding`` is whom to tell about harm where they
    work, ``contact`` how coordinators can be reached at work; each may be "". ``nudge_days`` is how
    many days without progress lead to an automatic nudge, 0 for none. Nudges go from ``nudge_time``
    on, in local wall time, on ``nudge_weekday`` (0 is Monday; None is every day from Monday to
    Friday), with ``nudge_words`` if there are any. ``closed_at`` is when it was closed, for good or
    until somebody opens it again.
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
    contact: str = ""
    nudge_time: str = "10:00"
    nudge_weekday: int | None = None
    nudge_words: str = ""
    closed_at: datetime | None = None

    def today(self, now: datetime) -> date:
        """Return the date where the cohort is."""
        return now.astimezone(ZoneInfo(self.zone)).date()

    def is_over(self, now: datetime) -> bool:
        """Whether it was closed or its last day has passed: nobody joins, nothing new is sent."""
        return self.closed_at is not None or self.is_past(now)

    def is_past(self, now: datetime) -> bool:
        """Return whether the last day has passed."""
        return self.today(now) > self.ends_on


@dataclass(frozen=True, slots=True)
class Member:
    """One learner of a cohort: how far they are and how they can be reached.

    ``number`` is what a coordinator sees where ``name`` is "". ``resting`` means that reminders
    are stopped for a reason that is nobody's business. ``reminded_at`` is when a reminder of any
    kind went last that may have come, ``own_reminded_at`` one that a coordinator wrote,
    ``asked_for_at`` one that they asked for. ``nudges`` counts those of this cohort. ``asked`` is
    the step whose question a reminder asks, "" where it asks none or that is not known.
    ``has_badge`` is only ever counted. ``cohort_reminded_at`` is when a reminder that was
    written for this cohort went last. ``has_only_page`` says that a reminder is shown on a page of
    theirs and rings nowhere.
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
    own_reminded_at: datetime | None = None
    asked_for_at: datetime | None = None
    nudges: int = 0
    preferences: ReminderPreferences = field(default_factory=ReminderPreferences)
    resting: bool = False
    blocked: bool = False
    asked: str = ""
    has_badge: bool = False
    cohort_reminded_at: datetime | None = None
    has_only_page: bool = False

    @property
    def still_since(self) -> datetime | None:
        """Since when nothing has moved on."""
        return self.progressed_at or self.joined_at
