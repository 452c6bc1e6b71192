"""Who has not come back."""

from __future__ import annotations

from datetime import datetime

from bot.domain.retention import Unvisited
from tests.support.memory_store.deliveries import of_chat
from tests.support.memory_store.forgetting import forget
from tests.support.memory_store.kept import InMemory, Kept


class Retention(InMemory):
    """Whose last visit is long ago, and their end."""

    async def unvisited(self, until: datetime) -> list[Unvisited]:
        kept, waits = self.kept, set[str]()
        for (chat, _), (progress, _at) in kept.progress.items():
            if progress.status == "submitted" and not progress.has_badge:
                waits.add(chat)
        waits |= {chat for of, chat in kept.coordinators if not kept.cohorts[of].closed_at}
        found = [
            _unvisited(kept, chat, each.last_at)
            for chat, each in kept.reach.items()
            if each.last_at and each.last_at <= until and chat not in waits
        ]
        return sorted(found, key=lambda each: each.last_at)

    async def expire(self, found: Unvisited, by: str, at: datetime) -> bool:
        reach = self.kept.reach.get(found.conversation)
        if not reach or reach.last_at != found.last_at:
            return False
        forget(self.kept, found.conversation)
        return True


def _unvisited(kept: Kept, chat: str, last_at: datetime) -> Unvisited:
    mine = [each for each in of_chat(kept, chat) if each.kind == "deletion"]
    told = [each for each in mine if each.state == "sent" or "blocked" in (each.state, each.why)]
    return Unvisited(
        chat,
        last_at,
        max((each.due_at for each in mine), default=None),
        max((each.went_at or each.due_at for each in told), default=None),
    )
