"""Who is reminded and why not: one rule, asked before *Send* and again as each one leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.cohort import Cohort, Member
from bot.domain.quiet_hours import BETWEEN_REMINDERS, NOT_WHILE_WRITING, next_allowed
from bot.domain.recurrence import is_too_late
from bot.domain.reminders import Audience, How, Recipient, Schedule, Why

NUDGES = 5
"""Automatic nudges in all to one learner of one cohort."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a reminder: it goes at ``at``, or it does not, because of ``why``."""

    at: datetime | None = None
    why: Why | None = None


def decide(
    cohort: Cohort | None,
    audience: Audience | None,
    member: Member,
    now: datetime,
    how: How = "planned",
) -> Decision:
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
        (member.resting or not (asked_for or member.preferences.on), "off"),
        (audience and not audience.holds(member), "moved_on"),
        (cohort and recent and how != "again", "recent"),
    )
    if why := next((why for holds, why in reasons if holds), None):
        return Decision(why=why)
    earliest = max(now, member.last_at + NOT_WHILE_WRITING) if member.last_at else now
    at = earliest if asked_for else next_allowed(member.preferences, earliest)
    if at is None:
        return Decision(why="off")
    return Decision(why="over") if cohort and cohort.is_over(at) else Decision(at=at)


@dataclass(frozen=True, slots=True)
class AudiencePreview:
    """An audience before anything is sent: each of them with their fate."""

    decisions: tuple[tuple[Member, Decision], ...]
    now: datetime

    def going(self) -> list[Member]:
        """Those who get it at once."""
        return [member for member, each in self.decisions if each.at and each.at <= self.now]

    def waiting(self) -> list[tuple[Member, datetime]]:
        """Those who get it at a later time, the soonest first."""
        later = [(m, each.at) for m, each in self.decisions if each.at and each.at > self.now]
        return sorted(later, key=lambda pair: pair[1])

    def skipped(self, why: Why) -> list[Member]:
        """Those who do not get it, for this reason."""
        return [member for member, each in self.decisions if each.why == why]

    @property
    def reasons(self) -> Counter[Why]:
        """How many do not get it, by reason."""
        return Counter(each.why for _, each in self.decisions if each.why)


def preview_audience(
    cohort: Cohort, audience: Audience, members: Iterable[Member], now: datetime
) -> AudiencePreview:
    """Who would get a reminder, when, and who would not, and why."""
    decisions = ((each, decide(cohort, audience, each, now)) for each in audience.of(members))
    return AudiencePreview(tuple(decisions), now)


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
        and (decision := decide(cohort, None, each, now)).at
        and decision.at <= now
    ]


def recipients(
    schedule: Schedule, preview: AudiencePreview, day: str, due: datetime
) -> list[Recipient]:
    """A row for everybody in the audience, also for those who get nothing."""
    late = is_too_late(due, preview.now)
    return [
        Recipient(
            schedule.id,
            day,
            member.chat_id,
            each.at or preview.now,
            "skipped" if late or each.why else "waiting",
            "late" if late else each.why or "",
        )
        for member, each in preview.decisions
    ]
