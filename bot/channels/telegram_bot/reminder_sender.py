"""Reminders and broadcasts on their way: slowly, evenly, and at most once.

They take what replies leave of 25 messages a second, and at most one a second to a chat. *sending*
is committed before the call, so that after a kill one in doubt is *unknown* and never sent twice.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterable

from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.error_policy import Failure, judge
from bot.channels.telegram_bot.reply_sender import PAUSES, ReplySender
from bot.domain.eligibility import as_it_leaves
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from bot.store import Store

CHAT_GAP = 1.0
"""Seconds between two reminders to one chat."""


class ReminderSender:
    """The slow lane beside a Sender's replies, with its pauses and its list of blocked chats."""

    def __init__(self, api: Api, store: Store, sender: ReplySender) -> None:
        """Nothing leaves before ``run``."""
        self._api, self._store, self._sender = api, store, sender
        self._queue: deque[Outgoing] = deque()
        self._arrived = asyncio.Event()
        self._free_chat_at: dict[str, float] = {}
        self._tries = 0
        self._calling = 0
        self._until_saved = sender.patience.until_saved
        sender.slow_lane = self.put

    def in_hand(self) -> int:
        """How many are on their way and have not left."""
        return len(self._queue) + self._calling

    def put(self, outgoing: Iterable[Outgoing]) -> None:
        """Send these, which are in the outbox, in their turn."""
        self._queue.extend(outgoing)
        self._arrived.set()

    async def run(self) -> None:
        """Send for ever. Each call is a task of its own, so that a slow answer holds nobody up."""
        async with asyncio.TaskGroup() as calls:
            while True:
                await self._arrived.wait()
                while self._queue:
                    await self._sender.free()
                    await asyncio.sleep(self._sender.shared.take(time.monotonic()))
                    outgoing = self._queue.popleft()
                    self._sender.reminded_at = time.monotonic()
                    if await self._chat_waits(outgoing):
                        continue
                    calls.create_task(self._send(outgoing))
                self._arrived.clear()

    async def _chat_waits(self, outgoing: Outgoing) -> bool:
        """Whether a chat had a reminder within a second: then others go first."""
        now = time.monotonic()
        left = self._free_chat_at.get(outgoing.chat_id, 0.0) - now
        if left <= 0:
            self._free_chat_at = {c: t for c, t in self._free_chat_at.items() if t > now}
            self._free_chat_at[outgoing.chat_id] = now + CHAT_GAP
            return False
        if not self._queue:
            await asyncio.sleep(left)
        self._queue.append(outgoing)
        return True

    async def _send(self, outgoing: Outgoing) -> None:
        if outgoing.chat_id in self._sender.blocked:
            await self._mark(outgoing, "blocked")
            return
        if not await self._until_saved(lambda: self._released(outgoing.number)):
            return
        self._calling += 1
        try:
            await self._api.call(outgoing.method, outgoing.params)
        except TelegramError as error:
            await self._failed(outgoing, error)
        else:
            self._tries = 0
            await self._mark(outgoing, "sent")
        finally:
            self._calling -= 1

    async def _released(self, number: int) -> bool:
        return await self._store.release(number, as_it_leaves(self._sender.clock()))

    async def _mark(self, outgoing: Outgoing, state: DeliveryState, error: str = "") -> None:
        await self._until_saved(lambda: self._store.mark(outgoing.number, state, error))

    async def _failed(self, outgoing: Outgoing, error: TelegramError) -> None:
        failure = judge(error)
        if failure in (Failure.WAIT, Failure.NOT_SENT, Failure.STOP):
            await self._mark(outgoing, "queued")
            if isinstance(error, RetryAfter):
                await self._sender.wait_for_all(error)
            else:
                await asyncio.sleep(PAUSES[min(self._tries, len(PAUSES) - 1)])
                self._tries += 1
            self.put([outgoing])
            return
        if failure is Failure.BLOCKED:
            await self._until_saved(lambda: self._sender.block(outgoing.chat_id))
        states: dict[Failure, DeliveryState] = {
            Failure.BLOCKED: "blocked",
            Failure.DOUBTFUL: "unknown",
        }
        state = states.get(failure, "failed")
        await self._mark(outgoing, state, type(error).__name__)
