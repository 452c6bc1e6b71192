"""The only module that reads the time. Everybody else is handed a ``Clock``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def wall_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class MovableClock:
    """A clock that can be set and moved. It stands still when it was set."""

    def __init__(self, clock: Clock, start: datetime | None = None) -> None:
        """``clock`` is the real one, used when no start is given."""
        self._clock, self._start, self._moved = clock, start, timedelta()

    def __call__(self) -> datetime:
        """The time now."""
        return (self._start or self._clock()) + self._moved

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self._moved += by


Clock = Callable[[], datetime]
"""Gives the time now, with its zone."""
