"""When all that is kept of somebody who does not come back is deleted: announced, and then done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

NOTICE = timedelta(days=30)
"""From the announcement to the deletion at least."""

TRIED_AGAIN_AFTER = timedelta(days=1)
"""Between two tries to announce it, where the first one did not leave."""

_LAST_DAY = 28
"""Of every month: no month is skipped for being short."""


@dataclass(frozen=True, slots=True)
class Unvisited:
    """A conversation that nobody has visited for long.

    ``tried_at`` is when it was last to be announced that it will be deleted, ``told_at`` when that
    left, or could not because they have blocked the coach.
    """

    conversation: str
    last_at: datetime
    tried_at: datetime | None = None
    told_at: datetime | None = None


def months_before(now: datetime, months: int) -> datetime:
    """Return the moment so many months ago."""
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, _LAST_DAY))


def next_step(
    found: Unvisited, months: int, now: datetime
) -> Literal["announce", "delete", "wait"]:
    """Return what is to be done about a conversation now."""
    told = found.told_at if found.told_at and found.told_at > found.last_at else None
    if told:
        is_due = found.last_at <= months_before(now, months) and now - told >= NOTICE
        return "delete" if is_due else "wait"
    if found.last_at > months_before(now + NOTICE, months):
        return "wait"
    tried = found.tried_at
    return "wait" if tried and now - tried < TRIED_AGAIN_AFTER else "announce"
