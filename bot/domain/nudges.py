"""When a cohort's nudges go: which days, from which hour, how far from the reminder before."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.cohort import Cohort
from bot.domain.local_time import DAY, at_local
from bot.domain.quiet_hours import BETWEEN_REMINDERS

NUDGE_TIMES = ("08:00", "10:00", "13:00", "16:00", "18:00")
"""From which hour nudges can go, in local wall time."""

SATURDAY = 5


def nudge_gap(cohort: Cohort) -> timedelta:
    """Return how far a nudge is from the reminder before it, of whichever kind that was."""
    return max(BETWEEN_REMINDERS, timedelta(days=cohort.nudge_days))


def is_time_to_nudge(cohort: Cohort, now: datetime) -> bool:
    """Return whether nudges can go now: on their day, from their hour on."""
    local = now.astimezone(ZoneInfo(cohort.zone))
    return _is_day(cohort, local.weekday()) and f"{local:%H:%M}" >= cohort.nudge_time


def next_nudge_time(cohort: Cohort, after: datetime) -> datetime:
    """Return the first instant from ``after`` on at which nudges can go."""
    if is_time_to_nudge(cohort, after):
        return after
    day = cohort.today(after)
    while (
        not _is_day(cohort, day.weekday()) or at_local(cohort.zone, day, cohort.nudge_time) < after
    ):
        day += DAY
    return at_local(cohort.zone, day, cohort.nudge_time)


def _is_day(cohort: Cohort, weekday: int) -> bool:
    if cohort.nudge_weekday is None:
        return weekday < SATURDAY
    return weekday == cohort.nudge_weekday
