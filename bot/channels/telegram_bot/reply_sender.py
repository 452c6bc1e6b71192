"""Sending replies: at once, in order within a chat, and at least once.

Replies of one chat leave in order, chats side by side. A reply that has left is deleted with the
next turn's transaction, or soon after, but always before the chat's next reply leaves: after a kill
at most one reply a chat is sent again. Nobody is told that a message was delivered or read, because
the Bot API does not tell.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.error_policy import Failure, judge, pause_after
from bot.channels.telegram_bot.pace import Pace
from bot.channels.telegram_bot.patience import reason, try_to_note
from bot.channels.telegram_bot.rendering import carries_keyboard, simpler
from bot.channels.telegram_bot.wire import NOT_RENDERED, Wire
from bot.domain.outbox import Outgoing
from bot.errors import StoreError
from bot.logs import describe

REST_OF_PASTE = 2.0
"""Seconds that the reply to a likely piece of a cut paste waits for the rest."""

SLOW = 0.5
"""Seconds after which *typing …* is shown."""

DELETE_AFTER = 0.2
"""Seconds until replies that have left are deleted, when no turn takes them along."""

BURST = 2.0
"""Seconds in which a further message makes the receipt of the one before needless."""

MANY = 5000
"""Receipts remembered before those that are too old for a burst are let go."""

_log = logging.getLogger(__name__)


class Receipts:
    """The newest receipt of each chat, while it may still be taken back."""

    def __init__(self, api: Api, pace: Pace, background: Background) -> None:
        """None has left yet."""
        self._api, self._pace, self._background = api, pace, background
        self._newest: dict[str, tuple[int, float]] = {}

    @staticmethod
    def is_needless(row: Outgoing, put_at: float) -> bool:
        """Return whether a receipt that has not left need not, now that a later one is here."""
        recent = time.monotonic() - put_at <= BURST
        return row.receipt and recent and not carries_keyboard(row)

    def left(self, row: Outgoing, message_id: int, put_at: float) -> None:
        """A reply has left: an earlier receipt just above it is taken back."""
        chat = row.to.address
        earlier = self._newest.pop(chat, None)
        if not row.receipt:
            return
        if message_id and not carries_keyboard(row):
            if len(self._newest) > MANY:
                young = time.monotonic() - BURST
                self._newest = {c: r for c, r in self._newest.items() if r[1] > young}
            self._newest[chat] = (message_id, put_at)
        if earlier and put_at - earlier[1] <= BURST:
            self._background.start(self._take_back(chat, earlier[0]))

    async def _take_back(self, chat: str, message_id: int) -> None:
        await self._pace.free()
        with contextlib.suppress(TelegramError):
            await self._api.call("deleteMessage", {"chat_id": chat, "message_id": message_id})


class ReplySender:
    """The replies of a bot that is running."""

    def __init__(self, wire: Wire, acknowledged: set[int]) -> None:
        """``put`` what waits before the first turn. ``acknowledged`` takes what has left."""
        self._wire, self._blocked, self._pace = wire, wire.blocked, wire.pace
        self._receipts = Receipts(wire.api, wire.pace, wire.background)
        self._acknowledged = acknowledged
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queues: dict[str, deque[Outgoing]] = {}
        self._arrived: dict[str, asyncio.Event] = {}
        self._undeleted: dict[str, int] = {}
        self._put_at: dict[int, float] = {}
        self._deleting = False

    def put(self, row: Outgoing) -> None:
        """Send this, which is committed."""
        chat = row.to.address
        self._put_at[row.number] = time.monotonic()
        queue = self._queues.get(chat)
        if queue is None:
            self._queues[chat] = queue = deque()
            self._wire.background.start(self._drain(chat, queue))
        elif row.receipt:
            self._drop_needless(queue)
        queue.append(row)
        if arrived := self._arrived.get(chat):
            arrived.set()

    def has(self, number: int) -> bool:
        """Return whether a reply is on its way here, or has just left."""
        return number in self._put_at or number in self._acknowledged

    def drop(self, theirs: Callable[[str], bool]) -> None:
        """Leave to others what has not begun to leave, of conversations that are theirs now."""
        for queue in self._queues.values():
            for row in list(queue)[1:]:  # the first may be leaving at this moment
                if theirs(row.conversation):
                    queue.remove(row)
                    self._put_at.pop(row.number, None)

    async def left(self, theirs: Callable[[str], bool]) -> None:
        """Wait until all replies of these conversations have left."""
        while any(theirs(row.conversation) for queue in self._queues.values() for row in queue):
            await asyncio.sleep(0.02)

    def _drop_needless(self, queue: deque[Outgoing]) -> None:
        # The first may be leaving at this moment.
        for row in list(queue)[1:]:
            if self._receipts.is_needless(row, self._put_at[row.number]):
                queue.remove(row)
                self._done(row, left=False)

    async def _drain(self, chat: str, queue: deque[Outgoing]) -> None:
        """Send what a chat's queue holds, one after the other."""
        typing = asyncio.get_running_loop().call_later(SLOW, self._show_typing, queue)
        try:
            while queue:
                first = queue[0]
                rest_comes = first.waits and await self._rest_arrives(chat, queue)
                if rest_comes and not carries_keyboard(first):
                    self._done(queue.popleft(), left=False)
                    continue
                if chat in self._undeleted:
                    await self.delete_acknowledged()
                await self._send_until_settled(first)
                queue.popleft()
        finally:
            typing.cancel()
            del self._queues[chat]

    async def _rest_arrives(self, chat: str, queue: deque[Outgoing]) -> bool:
        """Whether the rest of a cut paste comes in time, so that its receipt serves for both."""
        left = self._put_at[queue[0].number] + REST_OF_PASTE - time.monotonic()
        arrived = self._arrived[chat] = asyncio.Event()
        try:
            while len(queue) < 2 and left > 0:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await arrived.wait()
                arrived.clear()
                left = self._put_at[queue[0].number] + REST_OF_PASTE - time.monotonic()
        finally:
            del self._arrived[chat]
        return len(queue) > 1 and queue[1].receipt

    async def _send_until_settled(self, row: Outgoing) -> None:
        """Send one reply, again and again until it is clear what became of it."""
        tries, call = 0, await self._wire.render(row)
        if call is None:
            await self._give_up(row, NOT_RENDERED)
            return
        while row.conversation not in self._blocked:
            await self._pace.reply()
            tries += 1
            try:
                result = await self._wire.api.call(*call)
            except TelegramError as error:
                failure = judge(error)
                _log.info("send failed: %s, %s", type(error).__name__, failure.name)
                if failure is Failure.PLAIN and (other := simpler(call)):
                    call = other
                    continue
                if not await self._may_try_again(failure, error, row, tries):
                    return
            except Exception as error:  # whatever a row holds, the next ones are not held up
                _log.error("not sent: %s", describe(type(error), error.__traceback__))
                await self._give_up(row, type(error).__name__)
                return
            else:
                self._left(row, result)
                return
        self._done(row, left=False)

    async def _may_try_again(
        self, failure: Failure, error: TelegramError, row: Outgoing, tries: int
    ) -> bool:
        match failure:
            case Failure.WAIT if isinstance(error, RetryAfter):
                await self._pace.pause(error)
            case Failure.NOT_SENT | Failure.DOUBTFUL | Failure.WAIT:
                await asyncio.sleep(pause_after(tries))
            case Failure.BLOCKED:
                await try_to_note(self._blocked.add(row.conversation))
                self._done(row, left=False)
                return False
            case Failure.STOP:
                if not self.failed.done():
                    self.failed.set_exception(error)
                await asyncio.Event().wait()  # nothing will work: the coach is about to stop
            case _:
                await self._give_up(row, type(error).__name__)
                return False
        return True

    async def _give_up(self, row: Outgoing, error: str) -> None:
        await try_to_note(self._wire.store.mark(row.number, "failed", error))
        self._put_at.pop(row.number, None)

    def _left(self, row: Outgoing, result: Any) -> None:
        put_at = self._put_at.get(row.number, 0.0)
        self._done(row, left=True)
        number = result.get("message_id") if isinstance(result, dict) else None
        self._receipts.left(row, number or 0, put_at)

    def _done(self, row: Outgoing, *, left: bool) -> None:
        self._put_at.pop(row.number, None)
        self._acknowledged.add(row.number)
        if left:
            self._undeleted[row.to.address] = row.number
        if not self._deleting:
            self._deleting = True
            self._wire.background.start(self._delete_soon())

    async def _delete_soon(self) -> None:
        await asyncio.sleep(DELETE_AFTER)
        self._deleting = False
        await self.delete_acknowledged()

    async def delete_acknowledged(self) -> None:
        """Delete what has left, unless a turn has done so."""
        acknowledged = set(self._acknowledged)
        if acknowledged:
            try:
                await self._wire.store.delete_acknowledged(acknowledged)
            except StoreError as error:
                # A full disk, say. They stay in the set and go with the next turn that is saved.
                _log.warning("outbox: %s", reason(error))
                return
            self._acknowledged.difference_update(acknowledged)
        self._undeleted = {
            chat: number for chat, number in self._undeleted.items() if number in self._acknowledged
        }

    def _show_typing(self, queue: deque[Outgoing]) -> None:
        if queue and queue[0].conversation not in self._blocked and not self._pace.is_paused:
            self._wire.background.start(self._type(queue[0].to.address))

    async def _type(self, chat: str) -> None:
        with contextlib.suppress(TelegramError):
            await self._wire.api.call("sendChatAction", {"chat_id": chat, "action": "typing"})
