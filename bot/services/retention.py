"""Deleting what nobody has come back to for so many months, 30 days after that was announced."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.domain.reminders import news
from bot.domain.retention import NOTICE, Unvisited, months_before, next_step
from bot.services.conversations import Conversations
from bot.store import Store
from bot.store.files import Files

BY = "KEEP_MONTHS"
"""Who did it, in the list of what was done for people."""

_log = logging.getLogger(__name__)


class Retention:
    """One look for what has been kept long enough."""

    def __init__(
        self, months: int, store: Store, conversations: Conversations, files: Files | None
    ) -> None:
        """``conversations`` has the locks of those who take turns; ``files`` go with the words."""
        self._months, self._store = months, store
        self._conversations, self._files = conversations, files

    async def look(self, now: datetime) -> None:
        """Announce and delete what is due. Raise StoreError."""
        deleted = 0
        for found in await self._store.unvisited(months_before(now + NOTICE, self._months)):
            match next_step(found, self._months, now):
                case "announce":
                    said = news("deletion", "", found.conversation, now)
                    await self._store.fire(said.schedule, [said], now)
                case "delete":
                    deleted += await self._delete(found, now)
        if deleted:
            _log.info("deleted, as nobody came back for %d months: %d", self._months, deleted)

    async def _delete(self, found: Unvisited, now: datetime) -> bool:
        async with self._conversations.lock(found.conversation):
            if self._files:
                self._files.forget(found.conversation)
            return await self._store.expire(found, BY, now)
