"""Where it is looked who has not come back: a port of the store."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.domain.retention import Unvisited


class RetentionStore(Protocol):
    """Where it is looked who has not come back."""

    async def unvisited(self, until: datetime) -> list[Unvisited]:
        """Return the conversations whose last visit is that long ago, the oldest first.

        But for those with a statement that waits for its badge, and of who looks after a cohort.
        """

    async def expire(self, found: Unvisited, by: str, at: datetime) -> bool:
        """Delete all of a conversation, and note it. Return False where it was visited since."""
