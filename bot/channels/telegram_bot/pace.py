"""When the next message may leave: one pace for replies and reminders.

Replies go at once for as long as Telegram lets them. Reminders take what replies leave of 25
messages a second. Where several processes are one bot, each says once a second what it sends: the
one that leads takes what all others send off its own, and a pause is for all.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.error import RetryAfter

from bot.channels.telegram_bot.error_policy import LONGEST_WAIT, seconds_to_wait
from bot.channels.telegram_bot.patience import try_to_note
from bot.store import Store
from bot.store.several import StoreOfSeveral

REMINDERS_PER_SECOND = 25.0
"""Telegram takes about 30 a second in all. Reminders take what replies leave of this."""

MOST_A_SECOND = 29
"""All sends in any second while reminders are leaving: one under Telegram's limit."""

RUN_LASTS = 2.0
"""Seconds after a reminder in which more of them are likely on their way."""

LEAST_REMINDERS = 1.0
"""A second: however much others send, reminders go on."""

META = "no_sends_before"

_log = logging.getLogger(__name__)


class EvenRate:
    """Slots at even distances, ``per_second`` of them in any one second. Pure: the time is given.

    A limiter that lets a burst go at the start of each second was refused 525 times in 1,000 by a
    server that counts over any one second; evenly spaced sends were refused never.
    """

    def __init__(self, per_second: float) -> None:
        """Begin with a free slot."""
        self._next = 0.0
        self.change(per_second)

    def change(self, per_second: float) -> None:
        """Let the slots from the next one on be nearer, or further apart."""
        self._gap = 1 / per_second

    def take(self, now: float) -> float:
        """Take the next slot; return the seconds until it comes. Times are in seconds."""
        slot = max(now, self._next)
        self._next = slot + self._gap
        return slot - now

    def use(self, now: float) -> None:
        """Somebody else has sent: their slot is not free for us, but they do not wait for it."""
        self._next = min(max(now, self._next) + self._gap, now + 1)


class Window:
    """The count of the last second, so that a burst of replies on top of reminders waits."""

    def __init__(self, most: int, seconds: float) -> None:
        """``most`` in any so many seconds. A little over one second allows for the way there."""
        self.most = most
        self._times: deque[float] = deque(maxlen=most)
        self._seconds = seconds

    def take(self, now: float, *, waits: bool) -> float:
        """Count one more; return the seconds that it waits, 0 for one that does not wait."""
        is_full = len(self._times) >= self.most
        slot = max(now, self._times[-self.most] + self._seconds) if is_full and waits else now
        self._times.append(slot)
        return slot - now


class Pace:
    """The slots of one bot."""

    def __init__(self, store: Store, clock: Callable[[], datetime], rate: float | None) -> None:
        """``rate`` caps all sends a second. ``load`` before the first."""
        self._store, self._clock = store, clock
        self._rate, self._cap = rate, EvenRate(rate) if rate else None
        self._shared = EvenRate(REMINDERS_PER_SECOND)
        self._window = Window(MOST_A_SECOND, 1.05)
        self._free_at = 0.0
        self._reminded_at = self._others_reminded_at = -RUN_LASTS
        self._heard, self._sends, self._shared_at = "", 0, time.monotonic()

    async def share(self, store: StoreOfSeveral, processes: int) -> None:
        """Keep to one pace with the other processes of this bot. Raises StoreError."""
        now = time.monotonic()
        seconds = max(now - self._shared_at, 0.1)
        sends, self._sends, self._shared_at = self._sends / seconds, 0, now
        beside = await store.share_pace(sends, reminds=now - self._reminded_at < RUN_LASTS)
        self._shared.change(max(REMINDERS_PER_SECOND - beside.sends, LEAST_REMINDERS))
        self._window.most = max(1, MOST_A_SECOND - round(beside.sends))
        if beside.reminds:
            self._others_reminded_at = now
        if self._cap and self._rate:
            self._cap.change(self._rate / max(1, processes))
        await self._hear()

    async def _hear(self) -> None:
        """Take up a pause that another process was asked for."""
        until = await self._store.get_meta(META)
        if until and until != self._heard:
            left = (datetime.fromisoformat(until) - self._clock()).total_seconds()
            self._free_at = max(self._free_at, time.monotonic() + min(left, LONGEST_WAIT))
        self._heard = until

    async def load(self) -> None:
        """Take up a pause that Telegram asked for before the coach stopped. Raises StoreError."""
        if until := await self._store.get_meta(META):
            self._heard = until
            left = (datetime.fromisoformat(until) - self._clock()).total_seconds()
            self._free_at = time.monotonic() + min(max(0.0, left), LONGEST_WAIT)
            if left > 0:
                _log.warning("Telegram asked for a pause: none is sent before %s", until)
            if left > LONGEST_WAIT:
                _log.warning("that is long, the clock may have been moved: an hour is waited")

    @property
    def is_paused(self) -> bool:
        """Whether Telegram has asked for a pause that is not over."""
        return time.monotonic() < self._free_at

    async def free(self) -> None:
        """Wait while Telegram asks for a pause, and for a slot when sends are capped."""
        while (left := self._free_at - time.monotonic()) > 0:
            await asyncio.sleep(left)
        if self._cap:
            await asyncio.sleep(self._cap.take(time.monotonic()))
        # Without reminders Telegram says itself when it is too much: its limit bends for replies.
        now = time.monotonic()
        self._sends += 1
        running = now - max(self._reminded_at, self._others_reminded_at) < RUN_LASTS
        if (left := self._window.take(now, waits=running)) > 0:
            await asyncio.sleep(left)

    async def reply(self) -> None:
        """Wait until a reply may leave. It takes a reminder's slot, and waits for none."""
        await self.free()
        self._shared.use(time.monotonic())

    async def reminder(self) -> None:
        """Wait until a reminder may leave."""
        await self.free()
        await asyncio.sleep(self._shared.take(time.monotonic()))
        self._reminded_at = time.monotonic()

    async def pause(self, error: RetryAfter) -> None:
        """Nobody sends for as long as Telegram asks, not even after a restart."""
        seconds = seconds_to_wait(error)
        _log.warning("Telegram asks for a pause of %.0f s: nothing is sent meanwhile", seconds)
        self._free_at = max(self._free_at, time.monotonic() + seconds)
        until = self._clock() + timedelta(seconds=seconds)
        await try_to_note(self._store.set_meta(META, until.isoformat()))
