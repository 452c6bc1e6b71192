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
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.error_policy import Failure, judge, seconds_to_wait
from bot.channels.telegram_bot.patience import Patience, reason
from bot.channels.telegram_bot.rate_limit import EvenRate, Window
from bot.channels.telegram_bot.rendering import ChannelWords, render
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.errors import StoreError
from bot.store import Store

BURST = 2.0
"""Seconds in which a further message makes the receipt of the one before needless."""

REST_OF_PASTE = 2.0
"""Seconds that the reply to a likely piece of a cut paste waits for the rest."""

SLOW = 0.5
"""Seconds after which *typing …* is shown."""

MANY = 5000
"""Receipts remembered before those that are too old for a burst are let go."""

DELETE_AFTER = 0.2
"""Seconds until replies that have left are deleted, when no turn takes them along."""

PAUSES = (0.2, 1, 2, 5, 10, 30)
"""Seconds between tries of the same message; the last one again and again."""

REMINDERS_PER_SECOND = 25.0
"""Telegram takes about 30 a second in all. Reminders take what replies leave of this."""

MOST_A_SECOND = 29
"""All sends in any second while reminders are leaving: one under Telegram's limit."""

RUN_LASTS = 2.0
"""Seconds after a reminder in which more of them are likely on their way."""

_log = logging.getLogger(__name__)


class ReplySender:
    """The outbox of a bot that is running."""

    def __init__(
        self,
        api: Api,
        store: Store,
        clock: Callable[[], datetime],
        rate: float | None,
        lines: ChannelWords,
    ) -> None:
        """``rate`` caps all sends a second. ``load`` what waits before the first turn.

        ``lines`` are for ``render``.
        """
        self._lines = lines
        self._api, self._store, self.clock = api, store, clock
        self._cap = EvenRate(rate) if rate else None
        self.patience = Patience()
        self.acknowledged: set[int] = set()
        self.blocked: set[str] = set()
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queues: dict[str, deque[Outgoing]] = {}
        self._arrived: dict[str, asyncio.Event] = {}
        self._undeleted: dict[str, int] = {}
        self._receipts: dict[str, tuple[int, float]] = {}
        self._put_at: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._free_at = 0.0
        self.shared = EvenRate(REMINDERS_PER_SECOND)
        self._window = Window(MOST_A_SECOND, 1.05)
        self.reminded_at = -RUN_LASTS
        self._deleting: asyncio.TimerHandle | None = None
        self.slow_lane: Callable[[list[Outgoing]], None] = lambda _: None
        """Takes reminders; the lane sets it."""

    def render(self, turn: Turn) -> list[Outgoing]:
        """What is to be sent for a turn."""
        return render(turn, self._lines)

    async def load(self) -> list[Outgoing]:
        """Take up what waited when the coach stopped; gives the reminders among it."""
        self.blocked = await self._store.blocked()
        until = await self._store.get_meta("no_sends_before")
        if until:
            left = (datetime.fromisoformat(until) - self.clock()).total_seconds()
            self._free_at = time.monotonic() + max(0.0, left)
        waiting = await self._store.waiting()
        self.put([each for each in waiting if each.kind == "reply"])
        return [each for each in waiting if each.kind == "reminder"]

    def put(self, outgoing: list[Outgoing]) -> None:
        """Send these, which are committed. Reminders go into their own lane."""
        if reminders := [each for each in outgoing if each.kind == "reminder"]:
            self.slow_lane(reminders)
        for each in outgoing:
            if each.kind == "reminder":
                continue
            self._put_at[each.number] = time.monotonic()
            queue = self._queues.get(each.chat_id)
            if queue is None:
                self._queues[each.chat_id] = queue = deque()
                self.in_background(self._drain(each.chat_id, queue))
            elif each.receipt:
                self._drop_needless(queue)
            queue.append(each)
            if arrived := self._arrived.get(each.chat_id):
                arrived.set()

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody waits for, but that a stop gives time to end."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _drop_needless(self, queue: deque[Outgoing]) -> None:
        """Receipts that have not left yet need not leave, now that a later one is here."""
        # The first may be leaving at this moment.
        for each in list(queue)[1:]:
            recent = time.monotonic() - self._put_at[each.number] <= BURST
            if each.receipt and recent and not carries_keyboard(each):
                queue.remove(each)
                self._done(each, left=False)

    async def _drain(self, chat_id: str, queue: deque[Outgoing]) -> None:
        """Send what a chat's queue holds, one after the other."""
        typing = asyncio.get_running_loop().call_later(SLOW, self._show_typing, chat_id)
        try:
            while queue:
                first = queue[0]
                rest_comes = first.waits and await self._rest_arrives(chat_id, queue)
                if rest_comes and not carries_keyboard(first):
                    self._done(queue.popleft(), left=False)
                    continue
                if chat_id in self._undeleted:
                    await self.delete_acknowledged()
                await self._send_until_settled(first)
                queue.popleft()
        finally:
            typing.cancel()
            del self._queues[chat_id]

    async def _rest_arrives(self, chat_id: str, queue: deque[Outgoing]) -> bool:
        """Whether the rest of a cut paste comes in time, so that its receipt serves for both."""
        left = self._put_at[queue[0].number] + REST_OF_PASTE - time.monotonic()
        arrived = self._arrived[chat_id] = asyncio.Event()
        try:
            while len(queue) < 2 and left > 0:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(arrived.wait(), left)
                arrived.clear()
                left = self._put_at[queue[0].number] + REST_OF_PASTE - time.monotonic()
        finally:
            del self._arrived[chat_id]
        return len(queue) > 1 and queue[1].receipt

    async def _send_until_settled(self, outgoing: Outgoing) -> None:
        """Send one reply, again and again until it is clear what became of it."""
        tries = 0
        params = outgoing.params
        while outgoing.chat_id not in self.blocked:
            await self.free()
            self.shared.use(time.monotonic())
            try:
                result = await self._api.call(outgoing.method, params)
            except TelegramError as error:
                failure = judge(error)
                _log.info("send failed: %s, %s", type(error).__name__, failure.name)
                if failure is Failure.PLAIN and params is not plain(params):
                    params = plain(params)
                    continue
                if not await self._may_try_again(failure, error, outgoing, tries):
                    return
                tries += 1
            else:
                self._left(outgoing, result)
                return
        self._done(outgoing, left=False)

    async def _may_try_again(
        self, failure: Failure, error: TelegramError, outgoing: Outgoing, tries: int
    ) -> bool:
        match failure:
            case Failure.WAIT if isinstance(error, RetryAfter):
                await self.wait_for_all(error)
            case Failure.NOT_SENT | Failure.DOUBTFUL | Failure.WAIT:
                await asyncio.sleep(PAUSES[min(tries, len(PAUSES) - 1)])
            case Failure.BLOCKED:
                await self._try_to_note(self.block(outgoing.chat_id))
                self._done(outgoing, left=False)
                return False
            case Failure.STOP:
                if not self.failed.done():
                    self.failed.set_exception(error)
                await asyncio.Event().wait()  # nothing will work: the coach is about to stop
            case _:
                name = type(error).__name__
                await self._try_to_note(self._store.mark(outgoing.number, "failed", name))
                self._put_at.pop(outgoing.number, None)
                return False
        return True

    async def free(self) -> None:
        """Wait while Telegram asks for a pause, and for a slot when sends are capped."""
        while (left := self._free_at - time.monotonic()) > 0:
            await asyncio.sleep(left)
        if self._cap:
            await asyncio.sleep(self._cap.take(time.monotonic()))
        # Without reminders Telegram says itself when it is too much: its limit bends for replies.
        now = time.monotonic()
        running = now - self.reminded_at < RUN_LASTS
        if (left := self._window.take(now, waits=running)) > 0:
            await asyncio.sleep(left)

    async def wait_for_all(self, error: RetryAfter) -> None:
        """Nobody sends for as long as Telegram asks, not even after a restart."""
        seconds = seconds_to_wait(error)
        self._free_at = max(self._free_at, time.monotonic() + seconds)
        until = self.clock() + timedelta(seconds=seconds)
        await self._try_to_note(self._store.set_meta("no_sends_before", until.isoformat()))

    async def _try_to_note(self, work: Awaitable[None]) -> None:
        """Note what the next start would find out by itself: no reply waits for a full disk."""
        try:
            await work
        except StoreError as error:
            _log.warning("outbox: %s", reason(error))

    async def block(self, chat_id: str) -> None:
        """This chat takes no messages: drop what waits, keep its data."""
        self.blocked.add(chat_id)
        await self._store.set_blocked(chat_id, True, self.clock())

    async def unblock(self, chat_id: str) -> None:
        """The learner is back."""
        await self._store.set_blocked(chat_id, False, self.clock())
        self.blocked.discard(chat_id)

    def _left(self, outgoing: Outgoing, result: Any) -> None:
        """A reply has left: an earlier receipt just above it is taken back."""
        chat_id, put_at = outgoing.chat_id, self._put_at.get(outgoing.number, 0.0)
        self._done(outgoing, left=True)
        earlier = self._receipts.pop(chat_id, None)
        if not outgoing.receipt:
            return
        number = result.get("message_id") if isinstance(result, dict) else None
        if number and not carries_keyboard(outgoing):
            if len(self._receipts) > MANY:
                young = time.monotonic() - BURST
                self._receipts = {c: r for c, r in self._receipts.items() if r[1] > young}
            self._receipts[chat_id] = (number, put_at)
        if earlier and put_at - earlier[1] <= BURST:
            self.in_background(self._take_back(chat_id, earlier[0]))

    async def _take_back(self, chat_id: str, message_id: int) -> None:
        await self.free()
        with contextlib.suppress(TelegramError):
            params = {"chat_id": chat_id, "message_id": message_id}
            await self._api.call("deleteMessage", params)

    def _done(self, outgoing: Outgoing, *, left: bool) -> None:
        self._put_at.pop(outgoing.number, None)
        self.acknowledged.add(outgoing.number)
        if left:
            self._undeleted[outgoing.chat_id] = outgoing.number
        if self._deleting is None:
            loop = asyncio.get_running_loop()
            self._deleting = loop.call_later(
                DELETE_AFTER, lambda: self.in_background(self.delete_acknowledged())
            )

    async def delete_acknowledged(self) -> None:
        """Delete what has left, unless a turn has done so."""
        if self._deleting:
            self._deleting.cancel()
            self._deleting = None
        acknowledged = set(self.acknowledged)
        if acknowledged:
            try:
                await self._store.delete_acknowledged(acknowledged)
            except StoreError as error:
                # A full disk, say. They stay in the set and go with the next turn that is saved.
                _log.warning("outbox: %s", reason(error))
                return
            self.acknowledged -= acknowledged
        self._undeleted = {
            chat: number for chat, number in self._undeleted.items() if number in self.acknowledged
        }

    def _show_typing(self, chat_id: str) -> None:
        if chat_id not in self.blocked and time.monotonic() >= self._free_at:
            self.in_background(self._type(chat_id))

    async def _type(self, chat_id: str) -> None:
        with contextlib.suppress(TelegramError):
            await self._api.call("sendChatAction", {"chat_id": chat_id, "action": "typing"})

    async def close(self, seconds: float) -> None:
        """Send what is due, for so long at most, and leave the rest for the next start."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=seconds)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.delete_acknowledged()


def carries_keyboard(outgoing: Outgoing) -> bool:
    """Whether the keyboard came with a message: on some phones it goes with it, too."""
    return "keyboard" in outgoing.params.get("reply_markup", {})


def plain(params: dict[str, Any]) -> dict[str, Any]:
    """A call without entities and buttons under the message; the same object when it has none."""
    if not {"entities", "reply_markup"} & params.keys():
        return params
    return {name: each for name, each in params.items() if name not in ("entities", "reply_markup")}
