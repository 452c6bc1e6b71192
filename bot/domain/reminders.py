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
    "paused",
]
"""Why somebody gets no reminder. ``moved_on``: no longer in the group that it was meant for."""

Group = Literal[
    "unfinished", "not_started", "stuck", "ready", "one", "still", "everybody", "goodbye"
]
"""``still``: who has not moved since the last reminder of this cohort. ``everybody`` is for a
message: who has finished gets it too. ``goodbye`` is the message with which a cohort is closed."""

SINGLE_NOBODY_OUT: tuple[Group, ...] = ("unfinished", "one", "everybody", "goodbye")
"""The groups that a small cohort may have: who is in them tells nothing."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a reminder is for. ``step`` belongs to *stuck*, ``number`` to *one*."""

    group: Group
    step: str = ""
    number: int = 0

    def holds(self, member: Member) -> bool:
        """Return whether the reminder is meant for somebody who stands like this."""
        holds: dict[Group, bool] = {
            "not_started": member.status == "new",
            "stuck": member.status == "in_progress" and member.step == self.step,
            "ready": member.status == "ready",
            "one": member.number == self.number,
            "still": _has_not_moved(member),
            "everybody": True,
            "goodbye": True,
            "unfinished": member.status != "submitted",
        }
        return holds[self.group]

    def of(self, members: Iterable[Member]) -> list[Member]:
        """The audience at a moment. For *unfinished* the finished are in it, to be counted."""
        here = (each for each in members if each.left_at is None)
        return [each for each in here if self.group == "unfinished" or self.holds(each)]

    @property
    def is_message(self) -> bool:
        """Return whether it is a message rather than a reminder: it asks nothing."""
        return self.group in ("everybody", "goodbye")


def _has_not_moved(member: Member) -> bool:
    if member.status not in ("new", "in_progress") or member.cohort_reminded_at is None:
        return False
    return member.still_since is None or member.still_since <= member.cohort_reminded_at


Kind = Literal[
    "reminder",
    "nudge",
    "later",
    "outcome",
    "taken_out",
    "unseated",
    "answered",
    "shared",
    "deletion",
]
"""``later`` a learner asked for; ``outcome`` asks how it went, 28 days after it was sent.

``taken_out`` tells a learner, ``unseated`` a coordinator, that a cohort is theirs no more;
``answered`` a learner what a reader said, ``shared`` a coordinator that there is something to read;
``deletion`` that all of theirs will be deleted, because they have not been here for so long.
"""

OF_SHARING: tuple[Kind, ...] = ("answered", "shared")
"""The kinds that are about a shared statement. They come however late they are."""

NEWS: tuple[Kind, ...] = ("taken_out", "unseated", *OF_SHARING, "deletion")
"""The kinds that tell what has happened. They ask nothing and wait only for the quiet hours."""

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

SHOWN = "shown"
"""The ``why`` of what is *sent* on a page alone: it rings nowhere, and waits until they look."""

RETURNED = "returned"
"""The ``why`` of what *failed* as a letter that the server there sent back later."""

HAVE_OR_WILL: tuple[DeliveryState, ...] = (*UNDER_WAY, "sent")
"""The states of who has got it or will: which of the two tells when it suits somebody."""

ONE_PERSON = "one_person"
"""What is told in their place where only one person has got it or will."""

ONE_ON_PAGE = "one_on_page"
"""The same of one person who has only the page."""

MAY_HAVE_COME: tuple[DeliveryState, ...] = ("queued", "sending", "sent", "unknown")
"""The states of what has come, may have, or is about to."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One reminder to one learner, from the plan to what became of it.

    ``day`` is the local date of the firing and tells two of one schedule apart. ``schedule`` and
    ``cohort`` are "" for what comes from no cohort. ``dialogue`` is the one to go on with, "" for
    the one in hand. ``why`` is of a skipped or failed one, or SHOWN; ``again`` marks a further try.
    ``outbox`` is the number under which it was last in the outbox, 0 for never; ``number`` is its
    own. ``went_at`` is when it was last put there, None where it surely did not come.
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
    went_at: datetime | None = None


def own_reminder(chat_id: str, due_at: datetime) -> Delivery:
    """Return the reminder that a learner asked for."""
    return Delivery("", due_at.astimezone(UTC).date(), chat_id, due_at, kind="later")


def outcome_question(chat_id: str, dialogue: str, due_at: datetime) -> Delivery:
    """Return the question how it went, once for what was sent on one day."""
    day = due_at.astimezone(UTC).date()
    return Delivery("", day, chat_id, due_at, kind="outcome", dialogue=dialogue)


def news(kind: Kind, cohort: str, chat_id: str, at: datetime) -> Delivery:
    """Return the line that tells somebody of this, once for one moment.

    It belongs to no schedule: ``schedule`` only tells it from what else is due on that day.
    """
    which = f"{kind}-{cohort}-{at:%H%M%S}"
    return Delivery(which, at.astimezone(UTC).date(), chat_id, at, kind=kind, cohort=cohort)


def answer_news(chat_id: str, dialogue: str, which: str, at: datetime) -> Delivery:
    """Return the line that tells a learner of an answer; ``which`` says what of."""
    day = at.astimezone(UTC).date()
    return Delivery(which, day, chat_id, at, kind="answered", dialogue=dialogue)


def sharing_news(chat_id: str, cohort: str, which: str, at: datetime) -> Delivery:
    """Return the line that tells a coordinator that there is something to read."""
    day = at.astimezone(UTC).date()
    return Delivery(which, day, chat_id, at, kind="shared", cohort=cohort)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A reminder that a coordinator has sent or planned, or the nudges of a cohort.

    ``fired_until`` is up to when it has been looked at, ``paused_at`` since when it rests.
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
    paused_at: datetime | None = None

    @property
    def goes(self) -> bool:
        """Return whether it goes out at times that were set: it is neither cancelled nor paused."""
        return self.timing is not None and self.cancelled_at is None and self.paused_at is None

    @property
    def is_weekly(self) -> bool:
        """Return whether it goes every week."""
        return self.timing is not None and self.timing.weekday is not None


def ends_with_finish(schedule: Schedule | None) -> bool:
    """Return whether who has finished gets no more of a schedule: all but a message."""
    return schedule is None or not schedule.audience.is_message


def nudge_schedule(cohort: Cohort, made_by: str, now: datetime) -> Schedule:
    """Return the schedule of a cohort's nudges: one for all of them, whenever they are on."""
    audience = Audience("unfinished")
    return Schedule(
        nudges_of(cohort.id), cohort.id, audience, "", None, made_by, now, now, kind="nudge"
    )


def nudges_of(cohort_id: str) -> str:
    """Return the id of the schedule of a cohort's nudges."""
    return f"nudges-{cohort_id}"
