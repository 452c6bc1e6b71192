"""One process of several that are one bot: which shards it has, and whether it leads.

The leader asks for updates, where they are not brought, and sends reminders. Every process answers
the conversations of its own shards. A process that is killed loses its connection, and with it its
shards: within a second or two the others have them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from bot.channels.telegram_bot.outbox import TelegramOutbox
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.several_handler import HandlerOfSeveral
from bot.domain.shards import Holdings, shard_of
from bot.errors import StoreError
from bot.store.several import StoreOfSeveral

LOOK_EVERY = 1.0
"""Seconds between two looks at who has what, and at what was brought without our hearing it."""

HAND_OVER_WITHIN = 2.0
"""Seconds for what is in hand of shards that others should have."""

DIFFER = (
    "the processes of this bot differ in their build or content, so people may be answered in two "
    "ways: %s. Stop them, give all of them the same, and start them again"
)

_log = logging.getLogger(__name__)

Lead = Callable[[], Coroutine[Any, Any, None]]
"""Work of one process only, until it is cancelled."""


class OneOfSeveral:
    """The shards of this process, kept up with those that it should have."""

    def __init__(
        self, store: StoreOfSeveral, handler: HandlerOfSeveral, outbox: TelegramOutbox, lead: Lead
    ) -> None:
        """Nothing is taken before ``run``."""
        self._store, self._handler, self._outbox, self._lead = store, handler, outbox, lead
        self._standing = Holdings()
        self._left_behind = frozenset[int]()
        self._leading: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Work until cancelled. Raises what leading raises: a bot that may not talk, say."""
        work = asyncio.ensure_future(self._work())
        try:
            while True:
                await self._look()
                ends = {each for each in (work, self._leading) if each}
                done, _ = await asyncio.wait(
                    ends, timeout=LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED
                )
                for each in done:
                    each.result()
        finally:
            work.cancel()
            await self._lead_no_more()
            await self._hand_over(self._standing.shards)

    async def _work(self) -> None:
        while True:
            try:
                await self._handler.begin_brought()
            except StoreError as error:
                _log.warning("what was brought cannot be read: %s", reason(error))
                await asyncio.sleep(LOOK_EVERY)
            await self._store.news(LOOK_EVERY)

    async def _look(self) -> None:
        before = self._standing
        try:
            now = await self._store.balance()
            kept = before.shards if now.since == before.since else frozenset[int]()
            if lost := before.shards - kept:
                self._lose(lost)
            if now.since != before.since:
                await self._lead_no_more()
            if gained := now.shards - kept:
                await self._take_up(gained)
            await self._take_up_left_behind(now.shards)
            if len(now.builds) > 1 and now.builds != before.builds:
                _log.error(DIFFER, "; ".join(sorted(now.builds)))
            self._standing = now
            await self._outbox.blocked.load()
            await self._outbox.presses.load()
            await self._outbox.pace.share(self._store, now.processes)
            if now.surplus:
                await self._hand_over(now.surplus)
        except StoreError as error:
            if self._standing.processes:  # once, however long it is away
                _log.warning("the store is away: %s", reason(error))
            self._lose(self._standing.shards)
            self._standing = Holdings()
            await self._lead_no_more()
            return
        if now.leads and self._leading is None:
            _log.info("leads %d processes", now.processes)
            self._leading = asyncio.ensure_future(self._lead_on())

    def _lose(self, shards: frozenset[int]) -> None:
        if shards:
            _log.warning("%d shards are lost", len(shards))
        self._handler.let_go(shards)
        self._outbox.replies.drop(lambda conversation: shard_of(conversation) in shards)

    async def _take_up(self, shards: frozenset[int]) -> None:
        """Go on where others have stopped. Raises StoreError."""
        _log.info("takes up %d shards", len(shards))
        await self._outbox.blocked.load()
        for each in await self._store.waiting_in(shards):
            if not self._outbox.replies.has(each.number):
                self._outbox.put([each])
        self._handler.mine |= shards

    async def _take_up_left_behind(self, shards: frozenset[int]) -> None:
        """Send what nobody has in hand: two looks found it, and nothing of it is on its way here.

        A process that loses its shards while a turn of theirs is being committed does not send the
        reply any more, and whoever took them up had looked before it was there. Raises StoreError.
        """
        pending = await self._store.pending_in(shards)
        unsent = frozenset(each for each in pending if not self._outbox.replies.has(each))
        if left_behind := unsent & self._left_behind:
            _log.info("takes up %d replies that were left behind", len(left_behind))
            waiting = await self._store.waiting_in(shards)
            self._outbox.put([each for each in waiting if each.number in left_behind])
        self._left_behind = unsent - left_behind

    async def _hand_over(self, shards: frozenset[int]) -> None:
        """Let others have these at once, with nothing in hand."""
        if not shards:
            return
        _log.info("hands over %d shards", len(shards))
        await self._handler.finish(shards, HAND_OVER_WITHIN)

        def theirs(conversation: str) -> bool:
            return shard_of(conversation) in shards

        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(HAND_OVER_WITHIN):
                await self._outbox.replies.left(theirs)
        self._outbox.replies.drop(theirs)
        await self._outbox.replies.delete_acknowledged()
        with contextlib.suppress(StoreError):
            await self._store.leave(shards)
        self._standing = replace(self._standing, shards=self._standing.shards - shards)

    async def _lead_on(self) -> None:
        self._outbox.reminders.clear()
        waiting = await self._outbox.patience.until_saved(self._store.waiting_reminders)
        self._handler.service.hand_out(waiting)
        await self._lead()

    async def _lead_no_more(self) -> None:
        leading, self._leading = self._leading, None
        if leading:
            leading.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await leading
