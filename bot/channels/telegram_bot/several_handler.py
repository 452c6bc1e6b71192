"""Updates that several processes share: kept by whoever gets them, taken by whoever has the shard.

An update is committed before it is acknowledged, and leaves with its turn. Those of one chat are
begun in their order, and a chat whose shard has gone elsewhere is left to that process.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from weakref import WeakValueDictionary

from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.updates import ChatMembership, Raw, key, meaning, sender_of
from bot.domain.addresses import Address
from bot.domain.events import Event
from bot.domain.shards import Brought, shard_of
from bot.errors import StoreError
from bot.services.conversations import Trying, once
from bot.store.several import StoreOfSeveral

MOST_AT_ONCE = 256
"""Updates in hand. More wait in the store."""

_log = logging.getLogger(__name__)


@dataclass(kw_only=True)
class HandlerOfSeveral(UpdateHandler):
    """Brings updates to the store, and takes those of the shards that this process has."""

    shared: StoreOfSeveral
    mine: frozenset[int] = frozenset()
    """The shards whose updates are begun here."""
    _in_hand: dict[int, tuple[int, asyncio.Task[None]]] = field(default_factory=dict)
    _moved: set[int] = field(default_factory=set)
    _bringing: WeakValueDictionary[Address | None, asyncio.Lock] = field(
        default_factory=WeakValueDictionary
    )

    async def take(self, update: Raw, trying: Trying = once) -> None:
        """Keep an update for whoever has its conversation. Raises StoreError.

        While one is tried again the chat's later ones wait: whoever takes them would begin there.
        """
        async with self._bringing.setdefault(sender_of(update), asyncio.Lock()):
            await trying(partial(self._bring, update))

    async def _bring(self, update: Raw) -> None:
        number = update["update_id"]
        try:
            meant = meaning(update, self.outbox.presses.action, self.outage, self.notices.name)
        except Exception:
            meant = None
        about = meant.key if isinstance(meant, Event) else key(number)
        await self.shared.bring(number, about, sender_of(update), json.dumps(update))

    async def begin_brought(self) -> None:
        """Begin what was brought for the shards that are here. Raises StoreError."""
        room = MOST_AT_ONCE - len(self._in_hand)
        if not self.mine or room <= 0:
            return
        found = await self.shared.brought(self.mine, MOST_AT_ONCE)
        for each in found:
            # Nothing is awaited in between: the updates of a chat stay in their order.
            if each.number not in self._in_hand and each.shard in self.mine:
                task = asyncio.ensure_future(self._one(each))
                self._in_hand[each.number] = each.shard, task

    async def _one(self, each: Brought) -> None:
        try:
            await self._handle(json.loads(each.body), self.outbox.patience.until_saved)
            if each.number in self._moved:
                self._moved.discard(each.number)
            else:
                await self.shared.drop_brought(each.number)
        except StoreError as error:
            _log.error("what was brought is tried again: %s", reason(error))
        finally:
            del self._in_hand[each.number]

    async def _keep(self, conversation: str, meant: Event | ChatMembership, number: int) -> None:
        where = shard_of(conversation)
        if where in self.mine or where == self._in_hand[number][0]:
            await super()._keep(conversation, meant, number)
        else:  # its chat has been led to a conversation that another process has
            await self.shared.move_brought(number, where)
            self._moved.add(number)

    def let_go(self, shards: Collection[int]) -> None:
        """Stop what is in hand of shards that are lost: whoever has them does it."""
        self.mine -= frozenset(shards)
        for shard, task in list(self._in_hand.values()):
            if shard in shards:
                task.cancel()

    async def finish(self, shards: Collection[int], seconds: float) -> None:
        """Begin nothing more of these shards, and give what is in hand so long to end."""
        self.mine -= frozenset(shards)
        left = [task for shard, task in self._in_hand.values() if shard in shards]
        if left:
            await asyncio.wait(left, timeout=seconds)
        self.let_go(shards)
