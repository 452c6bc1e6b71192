"""How many of a cohort stand where, are stuck, or have finished by each week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView

QUIET_FOR = timedelta(days=7)
"""Without progress for so long, somebody counts as stuck."""


def _place(member: Member) -> str:
    """Return where somebody stands. Who opened it and went back to the start has not begun."""
    if member.status == "in_progress":
        return "new" if member.step == "welcome" else member.step
    return member.status


def by_step(members: Sequence[Member], steps: Sequence[str]) -> list[tuple[str, int]]:
    """Return how many stand where: not started, at each step or past all, ready, sent."""
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
    """Return how many had finished at the end of each week since the first one did."""
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


@dataclass(frozen=True, slots=True)
class Week:
    """Counts of one week: how many joined, also such as left since, and have sent it."""

    monday: date
    joined: int
    sent: int


def week_by_week(view: CohortView, now: datetime) -> list[Week]:
    """Return each week since the first one joined, the oldest first.

    The last is the one we are in, or that in which the cohort ended, or something happened later.
    """
    joined = _mondays(view.cohort, (each.joined_at for each in view.members))
    sent = _mondays(view.cohort, (each.finished_at for each in view.here))
    if not joined:
        return []
    today, happened = view.cohort.today(now), (*joined, *sent)
    first, last = min(happened), min(today, max(view.cohort.ends_on, *happened))
    weeks = (last - first).days // 7 + 1
    mondays = (first + timedelta(weeks=week) for week in range(weeks))
    return [Week(monday, joined[monday], sent[monday]) for monday in mondays]


def _mondays(cohort: Cohort, moments: Iterable[datetime | None]) -> Counter[date]:
    """Count moments by the Monday of their week where the cohort is."""
    days = [cohort.today(each) for each in moments if each]
    return Counter(each - timedelta(days=each.weekday()) for each in days)
