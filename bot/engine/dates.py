"""Dates and moments as people write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.engine.wording import Moment, moment


def day(on: date) -> str:
    """A date as people write it: *24 November 2026*."""
    return f"{on.day} {on:%B %Y}"


def day_in(at: datetime, zone: str) -> str:
    """The day of a moment where somebody is: *24 November 2026*."""
    return day(at.astimezone(ZoneInfo(zone)))


def to_the_minute(at: datetime, zone: str) -> str:
    """A moment where somebody is, for a record: *24 November 2026, 16:00*."""
    return f"{day_in(at, zone)}, {at.astimezone(ZoneInfo(zone)):%H:%M}"


def last_day(until: datetime, zone: str) -> str:
    """The last day, where the cohort is, of what holds before a moment: *30 November 2026*."""
    return day((until - timedelta(seconds=1)).astimezone(ZoneInfo(zone)))


def when(at: datetime, zone: str) -> str:
    """A moment where the cohort is: *Tue 24 Nov, 16:00*."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


def due(at: datetime, zone: str) -> Moment:
    """A moment to come: as ``when`` has it, or in the reader's own clock where that is known."""
    return moment(when(at, zone), at)


def promised(at: datetime, zone: str) -> Moment:
    """A moment that a learner asked for: as ``long`` has it, or in their own clock."""
    return moment(long(at, zone), at)


def long(at: datetime, zone: str) -> str:
    """A moment in a learner's own zone: *Tuesday 24 November, 19:30*."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"
