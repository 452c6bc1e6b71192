"""Whether a coach is well: what can be seen from outside, and nobody's words or names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

LONGEST_IN_OUTBOX = timedelta(minutes=15)
"""A reply that waits longer has met a fault: Telegram is away, or the coach is."""

LATEST_REMINDER = timedelta(minutes=30)
"""After its time. Quiet hours are no delay: they move the time."""

LONGEST_SILENCE = timedelta(minutes=5)
"""A coach that polls says every half minute that it is alive."""

LEAST_FREE = 200 * 1024 * 1024
"""Bytes on the disk of the data."""

OLDEST_BACKUP = timedelta(days=2)

Trouble = Literal[
    "not_running", "no_updates", "outbox_waits", "reminder_late", "disk_full", "no_backup"
]

MILD: frozenset[Trouble] = frozenset({"no_backup"})
"""What should be mended by day, and wakes nobody."""


@dataclass(frozen=True, slots=True)
class Health:
    """Facts that a store tells of itself. A moment is None where there has been none."""

    schema: str
    people: int
    messages: int
    alive_at: datetime | None
    turn_at: datetime | None
    outbox: int
    outbox_since: datetime | None
    due: int
    due_since: datetime | None
    aside: int
    without_coordinator: int
    backup_at: datetime | None
    reached: int
    """How many addresses are elsewhere than in a terminal: a coach that runs is needed for them."""


@dataclass(frozen=True, slots=True)
class Around:
    """Facts that a machine tells."""

    runs: bool
    free: int
    is_to_run: bool = True
    """Whether the settings have a bot or a page."""


Looks = list[tuple[str, tuple[Health, Around, bool]]]
"""By the name of a bot, "" for the only one: how it is, and whether that is well."""


def troubles(health: Health, around: Around, now: datetime) -> Iterator[Trouble]:
    """Yield what is not as it should be."""
    if not around.runs:
        if around.is_to_run or health.reached:
            yield "not_running"
    elif health.alive_at and now - health.alive_at > LONGEST_SILENCE:
        yield "no_updates"
    if health.outbox_since and now - health.outbox_since > LONGEST_IN_OUTBOX:
        yield "outbox_waits"
    if health.due_since and now - health.due_since > LATEST_REMINDER:
        yield "reminder_late"
    if around.free < LEAST_FREE:
        yield "disk_full"
    if health.backup_at is None or now - health.backup_at > OLDEST_BACKUP:
        yield "no_backup"


def is_well(found: Iterator[Trouble]) -> bool:
    """Return whether nobody need be woken."""
    return not set(found) - MILD
