"""Reminders and broadcasts on their way: slowly, evenly, and at most once.

They take what replies leave of 25 messages a second, and at most one a second to a chat. *sending*
is committed before the call, so that after a kill one in doubt is *unknown* and never sent twice.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from functools import partial

from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram_bot.error_policy import Failure, judge, pause_after
from bot.channels.telegram_bot.rendering import Call, simpler
from bot.channels.telegram_bot.wire import NOT_RENDERED, Wire
from bot.domain.eligibility import Case, Decision, decide_delivery
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState

CHAT_GAP = 1.0
"""Seconds between two reminders to one chat."""


class ReminderSender:
    """The slow lane beside the replies, at the same pace and with the same blocked chats."""

    def __init__(self, wire: Wire) -> None:
        """Nothing leaves before ``run``."""
        self._wire, self._store = wire, wire.store
        self._blocked, self._pace = wire.blocked, wire.pace
        self._until_saved = wire.patience.until_saved
        self._queue: deque[Outgoing] = deque()
        self._arrived = asyncio.Event()
        self._free_chat_at: dict[str, float] = {}
        self._failures = 0

    def put(self, row: Outgoing) -> None:
        """Send this, which is in the outbox, in its turn."""
        self._queue.append(row)
        self._arrived.set()

    def clear(self) -> None:
        """Forget what was put: the store is asked again for it."""
        self._queue.clear()

    async def run(self) -> None:
        """Send for ever. Each call is a task of its own, so that a slow answer holds nobody up."""
        async with asyncio.TaskGroup() as calls:
            while True:
                await self._arrived.wait()
                while self._queue:
                    await self._pace.reminder()
                    row = self._queue.popleft()
                    if await self._chat_waits(row):
                        continue
                    calls.create_task(self._send(row))
                self._arrived.clear()

    async def _chat_waits(self, row: Outgoing) -> bool:
        """Whether a chat had a reminder within a second: then others go first."""
        now, chat = time.monotonic(), row.to.address
        left = self._free_chat_at.get(chat, 0.0) - now
        if left <= 0:
            self._free_chat_at = {c: t for c, t in self._free_chat_at.items() if t > now}
            self._free_chat_at[chat] = now + CHAT_GAP
            return False
        if not self._queue:
            await asyncio.sleep(left)
        self._queue.append(row)
        return True

    async def _send(self, row: Outgoing) -> None:
        if row.conversation in self._blocked:
            await self._mark(row, "blocked")
            return
        call = await self._wire.render(row)
        if call is None:
            await self._mark(row, "failed", NOT_RENDERED)
            return
        if not await self._until_saved(partial(self._store.release, row.number, self._may_leave)):
            return
        try:
            await self._call(call)
        except TelegramError as error:
            await self._failed(row, error)
        else:
            self._failures = 0
            await self._mark(row, "sent")

    async def _call(self, call: Call) -> None:
        """Send it; where it is refused for its markup, which surely did not arrive, simpler."""
        while True:
            try:
                await self._wire.api.call(*call)
            except TelegramError as error:
                other = simpler(call) if judge(error) is Failure.PLAIN else None
                if other is None:
                    raise
                call = other
            else:
                return

    def _may_leave(self, case: Case) -> Decision:
        """The rule once more: it may have waited here for a long pause."""
        return decide_delivery(case, self._wire.clock(), leaving=True)

    async def _mark(self, row: Outgoing, state: DeliveryState, error: str = "") -> None:
        await self._until_saved(partial(self._store.mark, row.number, state, error))

    async def _failed(self, row: Outgoing, error: TelegramError) -> None:
        failure = judge(error)
        if failure in (Failure.WAIT, Failure.NOT_SENT, Failure.STOP):
            await self._mark(row, "queued")
            if isinstance(error, RetryAfter):
                await self._pace.pause(error)
            else:
                self._failures += 1
                await asyncio.sleep(pause_after(self._failures))
            self.put(row)
            return
        if failure is Failure.BLOCKED:
            await self._until_saved(partial(self._blocked.add, row.conversation))
        states: dict[Failure, DeliveryState] = {
            Failure.BLOCKED: "blocked",
            Failure.DOUBTFUL: "unknown",
        }
        await self._mark(row, states.get(failure, "failed"), type(error).__name__)
