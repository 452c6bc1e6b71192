"""When a planned reminder goes: once a local date, whatever clocks do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.local_time import DAY, at_local


@dataclass(frozen=True, slots=True)
class Timing:
    """When a schedule fires, in local wall time: once on ``day``, or every week on ``weekday``.

    ``weekday`` 0 is Monday, and ``until`` the last local date on which a weekly one may fire.
    With a ``day`` the other two count nothing; with neither it never fires.
    """

    zone: str
    time: str
    day: date | None = None
    weekday: int | None = None
    until: date | None = None


def occurrences(
    timing: Timing, after: datetime, until: datetime
) -> Iterator[tuple[date, datetime]]:
    """Every (local date, UTC instant) with ``after`` < instant <= ``until``, in order.

    Each local date comes once, and depends on nothing but the arguments: who asks again, with a
    server's clock set back, gets the same date, which is a key to know it by. ``until`` bounds the
    work; let it be no further off than needed.
    """
    for day in _days(timing, after, until):
        due = at_local(timing.zone, day, timing.time)
        if after < due <= until:
            yield day, due


def _days(timing: Timing, after: datetime, until: datetime) -> Iterator[date]:
    """Yield the local dates that may have an occurrence between the two, in order."""
    if timing.day is not None:
        yield timing.day
    elif timing.weekday is not None:
        zone = ZoneInfo(timing.zone)
        # A time that does not exist may move past midnight: the day before can still come.
        day = after.astimezone(zone).date() - DAY
        day += (timing.weekday - day.weekday()) % 7 * DAY
        last = until.astimezone(zone).date()
        if timing.until is not None:
            last = min(last, timing.until)
        while day <= last:
            yield day
            day += 7 * DAY


def next_occurrence(timing: Timing, after: datetime) -> tuple[date, datetime] | None:
    """Return the first occurrence after ``after``, None when there is none any more."""
    until = after + 15 * DAY
    if timing.day is not None:
        until = at_local(timing.zone, timing.day, timing.time)
    return next(occurrences(timing, after, until), None)
