"""Reminders that would keep one another back, told before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.nudges import next_nudge_time, nudge_gap
from bot.domain.quiet_hours import BETWEEN_REMINDERS
from bot.domain.recurrence import Timing, occurrences

WEEK = timedelta(days=7)

LOOK_AHEAD = timedelta(days=60)
"""How far ahead we look for two that come too near to each other: no plan begins later."""


@dataclass(frozen=True, slots=True)
class Clashes:
    """Sends that a reminder keeps back, or is kept back by.

    ``other`` is when another one of the coordinators goes, less than 3 days before it or after.
    ``nudges`` says that no nudge comes between two of a weekly one.
    """

    other: datetime | None = None
    nudges: bool = False


def clashes(view: CohortView, timing: Timing | None, now: datetime, own_id: str = "") -> Clashes:
    """Return what a reminder at this timing, or now for None, would keep back."""
    times = [now] if timing is None else [at for _, at in _times(timing, now)]
    others = [
        at
        for each in view.sent
        if each.schedule.timing and each.schedule.goes and each.schedule.id != own_id
        for _, at in _times(each.schedule.timing, now)
    ]
    near = (o for t in times for o in others if abs(o - t) < BETWEEN_REMINDERS)
    is_weekly = timing is not None and timing.weekday is not None
    starved = is_weekly and bool(times) and starves_nudges(view.cohort, times[0])
    return Clashes(min(near, default=None), starved)


def weekly_starves_nudges(view: CohortView, now: datetime) -> bool:
    """Return whether a weekly reminder that is planned leaves no room for a nudge."""
    weekly = (
        each.schedule.timing
        for each in view.sent
        if each.schedule.timing and each.schedule.is_weekly and each.schedule.goes
    )
    firsts = (next(iter(_times(each, now)), None) for each in weekly)
    return any(first and starves_nudges(view.cohort, first[1]) for first in firsts)


def starves_nudges(cohort: Cohort, weekly: datetime) -> bool:
    """Return whether no nudge comes between a weekly reminder at ``weekly`` and the next one."""
    if not cohort.nudge_days:
        return False
    return next_nudge_time(cohort, weekly + nudge_gap(cohort)) >= weekly + WEEK


def _times(timing: Timing, now: datetime) -> list[tuple[object, datetime]]:
    return list(occurrences(timing, now, now + LOOK_AHEAD))
