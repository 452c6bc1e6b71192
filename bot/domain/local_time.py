"""Local dates and times where clocks change twice a year."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_NAME = re.compile(r"[A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}")

DAY = timedelta(days=1)


def is_zone(name: str) -> bool:
    """Return whether a time zone has this IANA name, such as "Europe/London"."""
    if not _NAME.fullmatch(name):  # it is looked for as a path: a/a/a/… would go on for ever
        return False
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True


def today_in(zone: str, now: datetime) -> date:
    """Return the date that a calendar in ``zone`` shows."""
    return now.astimezone(ZoneInfo(zone)).date()


def at_local(zone: str, day: date, time: str, *, fold: int = 0) -> datetime:
    """Return the UTC instant at which the clock in ``zone`` shows ``time`` ("HH:MM") on ``day``.

    A time that the clock leaves out in spring gives the first instant after the gap; one that comes
    twice in autumn its first, or with ``fold=1`` its second. Raises ValueError for no wall time.
    """
    place = ZoneInfo(zone)
    wall = datetime.fromisoformat(f"{day.isoformat()} {time}").replace(tzinfo=place)
    first, second = (wall.replace(fold=each).astimezone(UTC) for each in (0, 1))
    if second < first:  # the two offsets disagree this way round only in a gap
        return _first_after_change(place, second, first)
    return second if fold else first


def clock_change(zone: str, day: date) -> datetime | None:
    """The UTC instant at which the clock is changed on a local day; None on nearly every day."""
    place = ZoneInfo(zone)
    midnights = (
        datetime(each.year, each.month, each.day, tzinfo=place) for each in (day, day + DAY)
    )
    begin, end = (each.astimezone(UTC) for each in midnights)
    if begin.astimezone(place).utcoffset() == end.astimezone(place).utcoffset():
        return None
    return _first_after_change(place, begin, end)


def _first_after_change(place: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first second with another offset than ``before``, looked for by halves."""
    offset = before.astimezone(place).utcoffset()
    second = timedelta(seconds=1)
    while after - before > second:
        middle = before + (after - before) // (2 * second) * second
        if middle.astimezone(place).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
