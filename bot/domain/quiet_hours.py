"""When a reminder may reach a learner: their quiet hours, days off and snoozes, and due times.

The invariant: whatever was scheduled, no reminder comes at an hour that its learner did not allow,
and what ``next_allowed`` gives is the first instant they do. Proved in
``tests/domain/test_reminder_times.py`` against a scan of every minute around the clock changes.

What the clock on the learner's wall shows decides, also on the two days a year when it is changed.
Instants are timezone-aware, and UTC where they come out; wall times are "HH:MM"; zones have their
IANA names. A name that is no zone raises ZoneInfoNotFoundError. Pure: now is given.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import DAY, at_local, clock_change
from bot.domain.reminder_preferences import ReminderPreferences, is_day_off

NOT_WHILE_WRITING = timedelta(minutes=30)
"""Who wrote within this time needs no reminder to write."""

BETWEEN_REMINDERS = timedelta(days=3)
"""The least time between two reminders to one learner, unless they asked for them."""

AFTER_THEIR_OWN = timedelta(hours=2)
"""So long after a reminder that a learner asked for no other one comes."""

LOOK_AHEAD = timedelta(days=60)
"""How far ahead we look for an allowed instant, and the longest that anything is put off."""


def is_allowed(preferences: ReminderPreferences, instant: datetime) -> bool:
    """Return whether a reminder may come at ``instant``. Does not look at ``preferences.on``."""
    if preferences.snoozed_until is not None and instant < preferences.snoozed_until:
        return False
    local = instant.astimezone(ZoneInfo(preferences.zone))
    wall = f"{local.hour:02}:{local.minute:02}"
    if _is_quiet(preferences, wall) or _is_early(preferences, wall):
        return False
    return not preferences.days_off_only or is_day_off(preferences, local.date())


def is_quiet(preferences: ReminderPreferences, instant: datetime) -> bool:
    """Return whether an instant lies in a learner's quiet hours."""
    local = instant.astimezone(ZoneInfo(preferences.zone))
    return _is_quiet(preferences, f"{local.hour:02}:{local.minute:02}")


def has_open_time(preferences: ReminderPreferences) -> bool:
    """Return whether any time of the day is left between quiet hours and ``not_before``."""
    return bool(_opening_walls(preferences))


def begins_in_quiet(preferences: ReminderPreferences) -> bool:
    """Whether ``not_before`` lies in the quiet hours, so that they are what is waited for."""
    return bool(preferences.not_before) and _is_quiet(preferences, preferences.not_before)


def _is_quiet(preferences: ReminderPreferences, wall: str) -> bool:
    if preferences.quiet_from <= preferences.quiet_to:
        return preferences.quiet_from <= wall < preferences.quiet_to
    return wall >= preferences.quiet_from or wall < preferences.quiet_to


def _is_early(preferences: ReminderPreferences, wall: str) -> bool:
    """Return whether it is before ``not_before``, which counts from each midnight.

    But who sleeps by day (09:00-17:00) and says "not before 18:00" means the evening, and at 01:00
    that evening is not over: from midnight up to their quiet hours it is still evening. A time in
    those early hours ("not before 03:00") counts from midnight like anybody's.
    """
    if wall >= preferences.not_before:
        return False
    sleeps_by_day = preferences.quiet_from < preferences.quiet_to
    return not (sleeps_by_day and wall < preferences.quiet_from <= preferences.not_before)


def next_allowed(preferences: ReminderPreferences, instant: datetime) -> datetime | None:
    """Return the first instant from ``instant`` on at which a reminder may come, within 60 days.

    It is ``instant`` itself, the end of a snooze, or a whole minute of the wall clock. None where
    nothing is left: a time in the evening's quiet hours, or days off only and none known.
    """
    first = instant.astimezone(UTC)
    last = first + LOOK_AHEAD
    if preferences.snoozed_until is not None:
        first = max(first, preferences.snoozed_until.astimezone(UTC))
    if first > last:
        return None
    if is_allowed(preferences, first):
        return first
    walls = _opening_walls(preferences)
    if not walls:
        return None
    today = first.astimezone(ZoneInfo(preferences.zone)).date()
    for ahead in range(LOOK_AHEAD.days + 2):
        day = today + ahead * DAY
        if preferences.days_off_only and not is_day_off(preferences, day):
            continue
        for opening in _openings(preferences.zone, day, walls):
            if first < opening <= last and is_allowed(preferences, opening):
                return opening
    return None


def _opening_walls(preferences: ReminderPreferences) -> set[str]:
    """The wall times at which waiting may come to an end. Without any, no time is open at all."""
    walls = {"00:00", preferences.quiet_to, preferences.not_before or "00:00"}
    return {
        each for each in walls if not (_is_quiet(preferences, each) or _is_early(preferences, each))
    }


def _openings(zone: str, day: date, walls: set[str]) -> list[datetime]:
    """Return the instants of a local day, in order, at which waiting may come to an end."""
    openings = {at_local(zone, day, wall) for wall in walls}
    change = clock_change(zone, day)
    if change is not None:
        # An hour that comes twice may end the waiting twice, or once more as the clock goes back.
        openings |= {change, *(at_local(zone, day, wall, fold=1) for wall in walls)}
    return sorted(openings)
