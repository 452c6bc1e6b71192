"""The four buttons of “later”: in two hours, tonight, tomorrow morning, the next day off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain.local_time import DAY, at_local
from bot.domain.reminder_preferences import ReminderPreferences, next_day_off

Choice = Literal["2h", "tonight", "morning", "day_off"]
"""The buttons to snooze with."""

USUAL = {"": "09:00", "morning": "08:00", "afternoon": "14:00", "evening": "19:00"}
"""What a day, or a part of it, means without a time."""

TONIGHT_IS_OVER = "18:30"

START_OF_MORNING = 5
"""Before this hour it is still the night before: "tonight 1am", or a morning yet to come."""


def snooze(choice: Choice, now: datetime, preferences: ReminderPreferences) -> datetime | None:
    """Return the UTC instant that a button means now, None when it means none.

    Tonight is 19:00, and is over at 18:30. The morning is 08:00, today's for who is up before
    05:00. A day off begins at 10:00, and is never today.
    """
    local = now.astimezone(ZoneInfo(preferences.zone))
    today = local.date()
    if choice == "2h":
        return now.astimezone(UTC) + timedelta(hours=2)
    if choice == "tonight":
        is_over = now > at_local(preferences.zone, today, TONIGHT_IS_OVER)
        return None if is_over else at_local(preferences.zone, today, USUAL["evening"])
    if choice == "morning":
        day = today if local.hour < START_OF_MORNING else today + DAY
        return at_local(preferences.zone, day, USUAL["morning"])
    day_off = next_day_off(preferences, today)
    return None if day_off is None else at_local(preferences.zone, day_off, "10:00")
