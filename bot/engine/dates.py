"""Dates and moments as people write them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day(on: date) -> str:
    """A date as people write it: *24 November 2026*."""
    return f"{on.day} {on:%B %Y}"


def when(at: datetime, zone: str) -> str:
    """A moment where the cohort is: *Tue 24 Nov, 16:00*."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


def long(at: datetime, zone: str) -> str:
    """A moment in a learner's own zone: *Tuesday 24 November, 19:30*."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"
