"""The next step of each cohort, for whoever looks after all of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.cohort_view import CohortView
from bot.domain.recurrence import next_occurrence


def next_send(view: CohortView, now: datetime) -> datetime | None:
    """Return when the next planned reminder goes, in the cohort's local time; None for never."""
    found = (
        next_occurrence(each.schedule.timing, now)
        for each in view.sent
        if each.schedule.timing and each.schedule.goes
    )
    coming = [at for _, at in filter(None, found) if not view.cohort.is_over(at)]
    return min(coming).astimezone(ZoneInfo(view.cohort.zone)) if coming else None
