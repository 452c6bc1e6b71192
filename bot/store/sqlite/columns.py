"""How times stand in columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Execute = Callable[..., Any]
"""The ``execute`` of a connection: SQL and what fills it in, a cursor out."""


def stamp(at: datetime) -> str:
    """Return a moment as text that sorts by time."""
    return at.astimezone(UTC).isoformat()


def stamps(*moments: datetime | None) -> list[str | None]:
    """Return each moment as text that sorts by time, None where there is none."""
    return [stamp(each) if each else None for each in moments]
