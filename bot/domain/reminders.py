"""Reminders as data: whom they are for, when they go, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from bot.domain.cohort import Cohort, Member
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
                return member.status != "submitted"

    def of(self, members: Iterable[Member]) -> list[Member]:
        """The audience at a moment. For *unfinished* the finished are in it, to be counted."""
        here = (each for each in members if each.left_at is None)
        return [each for each in here if self.group == "unfinished" or self.holds(each)]


Kind = Literal["reminder", "nudge", "later", "outcome"]
"""``later`` a learner asked for; ``outcome`` asks how it went, 28 days after it was sent."""

DeliveryState = Literal[
    "waiting", "queued", "sending", "sent", "blocked", "failed", "unknown", "skipped"
]
"""One life: waiting → queued → sending → sent, blocked, failed or unknown; or → skipped.

``queued`` is in the outbox, ``sending`` is committed before the call to the channel, ``unknown``
may have arrived. The two pass within seconds, and a queued one may wait once more; the last five
stay. In a report the sum of all is the audience.
"""

UNDER_WAY: tuple[DeliveryState, ...] = ("waiting", "queued", "sending")
"""The states of what can still leave."""

MAY_HAVE_COME: tuple[DeliveryState, ...] = ("queued", "sending", "sent", "unknown")
"""The states of what has come, may have, or is about to."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One reminder to one learner, from the plan to what became of it.

    ``day`` is the local date of the firing and tells two of one schedule apart. ``schedule`` and
    ``cohort`` are "" for what comes from no cohort. ``dialogue`` is the one to go on with, "" for
    the one in hand. ``why`` is of a skipped or failed one, ``again`` marks a further try.
    ``outbox`` is the number under which it was last in the outbox, 0 for never; ``number`` is its
    own.
    """

    schedule: str
    day: date
    chat_id: str
    due_at: datetime
    kind: Kind = "reminder"
    cohort: str = ""
    dialogue: str = ""
    state: DeliveryState = "waiting"
    why: str = ""
    again: bool = False
    outbox: int = 0
    number: int = 0


def own_reminder(chat_id: str, due_at: datetime) -> Delivery:
    """Return the reminder that a learner asked for."""
    return Delivery("", due_at.astimezone(UTC).date(), chat_id, due_at, kind="later")


def outcome_question(chat_id: str, dialogue: str, due_at: datetime) -> Delivery:
    """Return the question how it went, once for what was sent on one day."""
    day = due_at.astimezone(UTC).date()
    return Delivery("", day, chat_id, due_at, kind="outcome", dialogue=dialogue)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A reminder that a coordinator has sent or planned, or the nudges of a cohort.

    ``fired_until`` is up to when it has been looked at.
    """

    id: str
    cohort: str
    audience: Audience
    words: str
    timing: Timing | None
    made_by: str
    made_at: datetime
    fired_until: datetime
    cancelled_at: datetime | None = None
    kind: Literal["reminder", "nudge"] = "reminder"


def nudge_schedule(cohort: Cohort, made_by: str, now: datetime) -> Schedule:
    """Return the schedule of a cohort's nudges: one for all of them, whenever they are on."""
    audience = Audience("unfinished")
    return Schedule(
        nudges_of(cohort.id), cohort.id, audience, "", None, made_by, now, now, kind="nudge"
    )


def nudges_of(cohort_id: str) -> str:
    """Return the id of the schedule of a cohort's nudges."""
    return f"nudges-{cohort_id}"
