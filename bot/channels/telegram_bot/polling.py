"""Asking Telegram for updates, and acknowledging each only after its turn's commit.

The library's own poller acknowledges before it handles: under kill -9 it lost half of the answers.
Here the next request's offset is the first update that is not committed: what cannot be saved stays
in hand, and with Telegram, until it is. Updates are parsed one by one, so that a malformed one
harms no other.
"""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import datetime, timedelta
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram_bot.error_policy import pause_after, seconds_to_wait
from bot.channels.telegram_bot.in_hand import SETTLE, InHand, Work
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.updates import Raw
from bot.errors import ChannelError, StoreError

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]

LONG_POLL = 25
"""Seconds that Telegram may hold a request when there is nothing."""

LONGEST_SETTLE = 1.0
"""Seconds to wait for what is in hand while nothing new comes and it cannot be saved: they begin
with SETTLE and double up to this."""

QUIET = 24 * 3600.0
"""Seconds without an update after which numbers are no longer expected to go on: after a quiet week
Telegram begins anew at a random one, which may be lower. All before is acknowledged by then."""

ACKNOWLEDGE_WITHIN = 1.0
"""Seconds for the last acknowledgement. Without it the next start meets the same updates, and the
keys of their events tell that they are done."""

ALIVE_EVERY = 30.0
"""Seconds between two notes that the coach is alive."""

OUTAGE = timedelta(seconds=150)
"""Telegram drops a press after this long."""

GRACE = 5.0

LONGEST_GRACE = 300.0
"""Seconds of conflict after which a poller gives up: GRACE, and as long again as it had talked
before. So of two, the later one stops first, and the earlier one goes on."""

CLEAR = 10.0
"""Seconds without a conflict after which the last one is over."""

_log = logging.getLogger(__name__)


class Poller:
    """The loop that asks."""

    def __init__(self, handler: UpdateHandler, named: asyncio.Future[None] | None = None) -> None:
        """Nothing is asked before ``run``, and no turn begins before ``named`` is done."""
        self._handler, self._named = handler, named
        self._in_hand = InHand(self._take)
        self._ahead: asyncio.Task[list[Any]] | None = None
        self._unreadable: dict[int, object] = {}
        self._next = 0
        self._settling = SETTLE
        self._began: float | None = None
        self._conflict_since: float | None = None
        self._conflict_at = 0.0
        self._got_at = time.monotonic()
        self._noted_at = -ALIVE_EVERY
        self._silent_since: float | None = None
        self._alive_at: datetime | None = None

    async def run(self) -> None:
        """Ask until cancelled. Raises ChannelError when asking is of no use."""
        await self._note_outage()
        tries = 0
        while True:
            try:
                await self._ask()
            except Conflict as error:
                await self._bear(error)
            except InvalidToken:
                raise ChannelError("bad_token", exit_status=5) from None
            except RetryAfter as error:
                await asyncio.sleep(seconds_to_wait(error))
            except TelegramError as error:
                _log.warning("no updates: %s", type(error).__name__)
                self._silent_since = self._silent_since or time.monotonic()
                tries += 1
                await asyncio.sleep(pause_after(tries))
            else:
                tries = 0
                self._log_again()

    def _log_again(self) -> None:
        """Say once that updates flow, after they had not."""
        if self._silent_since is not None:
            seconds = time.monotonic() - self._silent_since
            self._silent_since = None
            _log.warning("updates again after %s", _span(seconds))

    async def _ask(self) -> None:
        """One request, and the turns it leads to."""
        ahead, self._ahead = self._ahead, None
        raws = await (ahead or self._request())
        if self._named:
            await asyncio.shield(self._named)
        self._began = self._began or time.monotonic()
        self._note_alive()
        self._got_at = time.monotonic() if raws else self._got_at
        fresh = [raw for raw in raws if _number(raw) >= self._next]
        for raw in fresh:
            self._next = max(self._next, _number(raw) + 1)
            update = self._handler.parse(raw)
            if update is None:
                self._unreadable[_number(raw)] = raw
            else:
                self._in_hand.add(_number(raw), update)
        self._put_aside()
        await self._in_hand.work_off(self._ask_ahead)
        self._settling = SETTLE if fresh else min(2 * self._settling, LONGEST_SETTLE)
        if self._ahead is None:
            await self._in_hand.settle(self._settling)
        if raws and not fresh and not ahead and not self._in_hand:
            await asyncio.sleep(SETTLE)  # nothing new: do not ask as fast as the wire goes

    def _take(self, update: Raw) -> Work:
        return self._handler.take(update, self._handler.outbox.patience.until_saved)

    def _put_aside(self) -> None:
        """Note the unreadable ones in one commit: there may be thousands."""
        if not self._unreadable:
            return
        raws = list(self._unreadable.values())
        noting = self._handler.quarantine(raws, self._handler.outbox.patience.until_saved)
        self._in_hand.begin(self._unreadable, noting)
        self._unreadable.clear()

    def _ask_ahead(self) -> None:
        """Ask while the last turns are still thought."""
        self._ahead = self._ahead or asyncio.get_running_loop().create_task(self._request())

    async def _request(self) -> list[Any]:
        """Ask for what comes from the first update on that is not committed."""
        if time.monotonic() - self._got_at > QUIET and not self._in_hand:
            self._next = 0
        seconds = 0 if self._in_hand else LONG_POLL
        began = time.monotonic()
        raws = await self._handler.api.get_updates(self._offset(), seconds, ALLOWED)
        self._in_hand.note_way(time.monotonic() - began)
        return raws

    def _offset(self) -> int:
        return self._in_hand.first(min([self._next, *self._unreadable]))

    async def finish(self) -> None:
        """Bring the turns in hand to their end, and acknowledge those that are committed."""
        if self._ahead:
            self._ahead.cancel()
            await asyncio.gather(self._ahead, return_exceptions=True)
        await self._in_hand.finish(ACKNOWLEDGE_WITHIN)
        try:
            async with asyncio.timeout(ACKNOWLEDGE_WITHIN):
                await self._handler.api.get_updates(self._offset(), 0, ALLOWED)
        except (TelegramError, TimeoutError) as error:
            _log.info("not acknowledged: %s", type(error).__name__)

    async def _bear(self, error: Conflict) -> None:
        """Somebody else has the updates. Wait a little; the later of two pollers stops."""
        now = time.monotonic()
        if self._conflict_since is None or now - self._conflict_at > CLEAR:
            self._conflict_since = now
        self._conflict_at = now
        webhook = "webhook" in str(error).lower()
        talked = self._conflict_since - self._began if self._began and not webhook else 0.0
        if now - self._conflict_since >= min(GRACE + talked, LONGEST_GRACE):
            if webhook:
                raise ChannelError("webhook_set", exit_status=4)
            raise ChannelError("two_pollers", exit_status=3)
        _log.warning("conflict: %s", "a webhook is set" if webhook else "another poller")
        await asyncio.sleep(1)

    async def _note_outage(self) -> None:
        get_meta = await self._handler.store.get_meta("alive_at")
        if get_meta:
            self._alive_at = datetime.fromisoformat(get_meta)

    def _note_alive(self) -> None:
        """Know that the coach is alive. The note of it is for the next start: nobody waits."""
        now = self._handler.clock()
        if self._alive_at and now - self._alive_at > OUTAGE:
            _log.warning("away since %s", self._alive_at.isoformat(timespec="seconds"))
            self._handler.set_outage(self._alive_at)
        self._alive_at = now
        if time.monotonic() - self._noted_at >= ALIVE_EVERY:
            self._noted_at = time.monotonic()
            self._handler.outbox.background.start(self._keep_alive_at(now))

    async def _keep_alive_at(self, now: datetime) -> None:
        try:
            await self._handler.store.set_meta("alive_at", now.isoformat())
        except StoreError as error:
            _log.warning("not noted that the coach is alive: %s", reason(error))


def _span(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 60 else f"{seconds:.0f} s"


def _number(raw: object) -> int:
    """The number of an update; -1 for what has none, which Telegram never sends."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) else -1
