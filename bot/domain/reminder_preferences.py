"""A learner's preferences for reminders: on or off, hours, days off by a rota."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.local_time import DAY

YEAR = 366
"""How many days ahead we look for a day off: the longest rotas come round within a year."""


@dataclass(frozen=True, slots=True)
class Rota:
    """So many days on, so many off, from a date on ("four on four off from 2026-11-24").

    ``starts`` is the first day on. The rota is taken to have run before it, too.
    """

    starts: date
    on: int
    off: int

    def is_off(self, day: date) -> bool:
        """Return whether ``day`` is one of the days off. A rota of no days at all has none."""
        length = self.on + self.off
        return length > 0 and (day - self.starts).days % length >= self.on


@dataclass(slots=True)
class ReminderPreferences:
    """How a learner wants reminders to come. Plain data that goes through JSON unchanged.

    Quiet hours run from ``quiet_from`` up to ``quiet_to``, past midnight where that is the earlier;
    two equal times are no quiet hours. ``not_before`` is "" for none, days of the week begin with
    Monday as 0, and ``quotes`` is whether a reminder may quote the last line they wrote.
    ``snoozed_at`` is when they asked for ``snoozed_until``.
    """

    on: bool = True
    zone: str = "Europe/London"
    quiet_from: str = "21:00"
    quiet_to: str = "07:00"
    not_before: str = ""
    days_off_only: bool = False
    weekdays_off: tuple[int, ...] = ()
    rota: Rota | None = None
    snoozed_until: datetime | None = None
    quotes: bool = False
    snoozed_at: datetime | None = None


def is_day_off(preferences: ReminderPreferences, day: date) -> bool:
    """Return whether a local date is a day off, by the rota or by the day of the week."""
    if preferences.rota is not None and preferences.rota.is_off(day):
        return True
    return day.weekday() in preferences.weekdays_off


def next_day_off(preferences: ReminderPreferences, after: date) -> date | None:
    """Return the first day off after the day ``after``, within a year. None when none is known."""
    days = (after + ahead * DAY for ahead in range(1, YEAR + 1))
    return next((day for day in days if is_day_off(preferences, day)), None)
