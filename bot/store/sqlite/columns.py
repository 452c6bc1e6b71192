"""How times and data stand in columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.reminder_preferences import ReminderPreferences

Execute = Callable[..., Any]
"""The ``execute`` of a connection: SQL and what fills it in, a cursor out."""

_PREFERENCES = TypeAdapter(ReminderPreferences)


def stamp(at: datetime) -> str:
    """Return a moment as text that sorts by time."""
    return at.astimezone(UTC).isoformat()


def stamps(*moments: datetime | None) -> list[str | None]:
    """Return each moment as text that sorts by time, None where there is none."""
    return [stamp(each) if each else None for each in moments]


def preferences_text(preferences: ReminderPreferences) -> str:
    """Return preferences as JSON."""
    return _PREFERENCES.dump_json(preferences).decode()


@lru_cache(maxsize=4096)
def preferences(text: str) -> ReminderPreferences:
    """Return preferences, read once for all who have the same. Nobody changes what they get."""
    return _PREFERENCES.validate_json(text)
