"""What was said and has not left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from bot.domain.standing import Standing
from tests.support.memory_store.deliveries import end, of_chat
from tests.support.memory_store.kept import InMemory, Kept


def add(kept: Kept, outgoing: Outgoing) -> Outgoing:
    kept.last += 1
    kept.outbox[kept.last] = numbered = replace(outgoing, number=kept.last)
    return numbered


class Outbox(InMemory):
    """What the store keeps of messages on their way."""

    async def waiting(self) -> list[Outgoing]:
        for each in list(self.kept.deliveries.values()):
            if each.state == "sending":
                end(self.kept, each, "unknown", "")
        return [each for each in self.kept.outbox.values() if not each.stays]

    async def standing(self, address: Address) -> Standing:
        whose = self.kept.addresses.get(address, "")
        rows = await self.said(whose, 1) if whose else []
        version = self.kept.conversations[whose].version if whose in self.kept.conversations else 0
        return Standing(whose, version, rows[0].version if rows else None)

    async def said(self, conversation: str, most: int = 0) -> list[Outgoing]:
        lines = self.kept.outbox.values()
        mine = [each for each in lines if each.stays and each.conversation == conversation]
        return mine[-most:]

    async def add(self, outgoing: Outgoing) -> Outgoing:
        return add(self.kept, outgoing)

    async def delete_acknowledged(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.kept.outbox.pop(number, None)

    async def mark(self, number: int, state: DeliveryState, error: str = "") -> None:
        for each in list(self.kept.deliveries.values()):
            if each.outbox == number and each.state in ("queued", "sending"):
                refused = state in ("failed", "blocked") and not each.again
                went_at = None if refused else each.went_at
                marked = replace(each, state=state, why=error, went_at=went_at)
                self.kept.deliveries[each.number] = marked
        if state not in ("queued", "sending"):
            self.kept.outbox.pop(number, None)

    async def set_blocked(self, chat_id: str, blocked: bool, at: datetime) -> None:
        if not blocked:
            self.kept.blocked.discard(chat_id)
            return
        self.kept.blocked.add(chat_id)
        leaving = {each.outbox for each in of_chat(self.kept, chat_id) if each.state == "sending"}
        for each in of_chat(self.kept, chat_id):
            if each.state == "queued":
                end(self.kept, each, "blocked", "")
        for number, outgoing in list(self.kept.outbox.items()):
            is_leaving = number in leaving or outgoing.stays
            if outgoing.conversation == chat_id and not is_leaving:
                del self.kept.outbox[number]

    async def blocked(self) -> set[str]:
        return set(self.kept.blocked)
