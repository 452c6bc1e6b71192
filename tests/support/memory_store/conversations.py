"""Conversations, and what one turn changes in all that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.addresses import Address
from bot.domain.conversation import Conversation
from bot.domain.lost_words import lost_words, without
from bot.domain.outbox import Outgoing
from bot.domain.progress import has_moved
from bot.domain.turn import Reply, Turn
from bot.errors import Changed
from tests.support.memory_store.commands import carry_out
from tests.support.memory_store.deliveries import queue
from tests.support.memory_store.forgetting import forget
from tests.support.memory_store.kept import InMemory, Kept
from tests.support.memory_store.outbox import add
from tests.support.memory_store.sharings import take_out_of_sharings


def keep_progress(kept: Kept, turn: Turn) -> None:
    progress, reach = turn.progress, turn.reach
    chat_id = turn.after.id
    if progress is None or reach is None:
        return
    before, moved_at = kept.progress.get((chat_id, progress.dialogue), (None, turn.at))
    place = (before.step, before.status, before.own_words) if before else None
    at = turn.at if has_moved(place, progress) else moved_at
    kept.progress[chat_id, progress.dialogue] = (progress, at)
    known = kept.reach.get(chat_id)
    last_at = reach.last_at or (known.last_at if known else None)
    preferences = replace(reach.preferences)
    kept.reach[chat_id] = replace(reach, preferences=preferences, last_at=last_at)


class Conversations(InMemory):
    """What the store keeps of conversations."""

    async def load(self, chat_id: str) -> Conversation:
        found = self.kept.conversations.get(chat_id)
        return found.copy() if found else Conversation(chat_id)

    async def take_up(self, chat_id: str, key: str) -> Conversation | None:
        return None if key in self.kept.seen else await self.load(chat_id)

    async def at(self, address: Address) -> Conversation:
        return await self.load(self.kept.addresses.get(address, ""))

    async def conversation_of(self, address: Address) -> str:
        return self.kept.addresses.get(address, "")

    async def addresses(self, conversation: str) -> list[Address]:
        found = [to for to, of in self.kept.addresses.items() if of == conversation]
        return found[::-1]

    async def named(self, name: str) -> str:
        if name in self.kept.conversations:
            return name
        found = (of for to, of in self.kept.addresses.items() if to.address == name)
        return next(found, name)

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        acknowledged: Iterable[int] = (),
        delivery: int = 0,
    ) -> list[Outgoing]:
        chat_id = turn.after.id
        with self.transaction() as kept:
            if turn.before.version and chat_id not in kept.conversations:
                raise Changed("changed")
            if turn.forget:
                forget(kept, chat_id)
            else:
                kept.conversations[chat_id] = turn.after.copy()
                if turn.address and turn.address not in kept.addresses:
                    kept.lead(turn.address, chat_id, turn.at)
                keep_progress(kept, turn)
            carry_out(kept, turn.commands, "" if turn.forget else chat_id, turn.at)
            kept.seen[seen] = turn.at
            for number in acknowledged:
                kept.outbox.pop(number, None)
            if not turn.forget and (lost := lost_words(turn)):
                take_out_of_sharings(kept, chat_id, lost)
                for number, each in kept.outbox.items():
                    if each.stays and each.conversation == chat_id and isinstance(each.what, Reply):
                        kept.outbox[number] = replace(each, what=without(each.what, lost))
            numbered = [add(kept, each) for each in outgoing]
            if delivery and numbered:
                queue(kept, delivery, numbered[0].number, turn.at)
        return numbered
