"""A chat that sends faster than it can be answered waits by itself, and in front of nobody.

Telegram hands over a hundred updates at a time, in order, and the next ones only when these are
acknowledged: a flood of one chat would be all that anybody sees. So what a chat sends beyond a few
in hand is committed as it came, and acknowledged. It is handled in its order, one at a time, when
others are served.

What waits is committed after what is in hand: a start goes on with what waits before Telegram
brings again what a kill has left in hand, and would else answer the later before the earlier.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial

from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.updates import Raw
from bot.domain.addresses import Address
from bot.errors import StoreError
from bot.services.conversations import Trying
from bot.store import InboxStore

MOST_IN_HAND = 8
"""Updates of one chat that may be in hand at once: more than the pieces of a long paste."""

SOON = 0.01
"""Seconds until it is looked again whether others are served."""

AGAIN = 1.0
"""Seconds after which what the store refused is tried again."""

LONGEST_TURN = 0.5
"""Seconds that others are waited for, so that a chat that sends much is served at last."""

SHARE = 20
"""While others write they have so many times as much of the time: of theirs that come, few meet one
of the flood that is being handled. With as much, their p95 was four times what it is without."""

LATELY = 5.0
"""Seconds for which somebody who wrote counts as writing."""

LONGEST_PAUSE = 2.0
"""Seconds between two of a flood at most, however dear each is."""

_log = logging.getLogger(__name__)

_NOBODY = Address("", "")


class Inbox:
    """The updates of each chat that wait, in the store."""

    def __init__(
        self,
        store: InboxStore,
        background: Background,
        take: Callable[[Raw], Awaitable[None]],
        others: Callable[[Address], bool],
        in_hand: Callable[[Address], bool],
    ) -> None:
        """``take`` handles an update; ``others`` says whether anybody else has one in hand.

        ``in_hand`` says whether a chat has one that has not waited here.
        """
        self._store, self._background = store, background
        self._take, self._others, self._in_hand = take, others, in_hand
        self._coming = defaultdict[Address, list[int]](list)
        self._gates = dict[Address, asyncio.Lock]()
        self._latest, self._other = (_NOBODY, -LATELY), (_NOBODY, -LATELY)

    def note(self, sender: Address | None) -> None:
        """Note that a chat wrote, of which nothing waits here."""
        if self._latest[0] != sender:
            self._other = self._latest
        self._latest = (sender or _NOBODY, time.monotonic())

    def _pause(self, sender: Address, taken: float) -> float:
        """Return the seconds that are left to others after one of a flood, which took so many."""
        at = self._other[1] if self._latest[0] == sender else self._latest[1]
        write = time.monotonic() - at < LATELY
        return min(taken * SHARE, LONGEST_PAUSE) if write else taken

    async def load(self) -> None:
        """Go on with what waited when the coach stopped. Raises StoreError."""
        for each in await self._store.kept_senders():
            self._work(each)

    def __contains__(self, sender: Address) -> bool:
        """Whether something of a chat waits, so that what follows must wait behind it."""
        return sender in self._gates

    async def keep(self, sender: Address, update: Raw, trying: Trying) -> None:
        """Keep an update for later. Raises StoreError.

        It counts as coming while ``trying`` goes on: what follows must not overtake it.
        """
        number, body = update["update_id"], json.dumps(update)
        self._coming[sender].append(number)
        self._work(sender)
        try:
            async with self._gates[sender]:  # first come, first kept
                while self._in_hand(sender):
                    await asyncio.sleep(SOON)
                # The next one need not wait for this commit: it may share it.
                keeping = partial(self._store.keep_for_later, number, sender, body)
                kept = asyncio.ensure_future(trying(keeping))
            await kept
        finally:
            self._coming[sender].remove(number)

    def _work(self, sender: Address) -> None:
        if sender not in self._gates:
            self._gates[sender] = asyncio.Lock()
            self._background.start(self._work_off(sender))

    async def _work_off(self, sender: Address) -> None:
        try:
            while True:
                if await self._first_is_done(sender):
                    continue
                if not self._coming[sender]:  # nothing was awaited since it was looked
                    break
                await asyncio.sleep(SOON)
            del self._coming[sender]
        finally:
            del self._gates[sender]

    async def _first_is_done(self, sender: Address) -> bool:
        """Handle what a chat sent first; False where nothing of it waits any more."""
        try:
            found = await self._store.first_kept(sender)
            if found is None:
                return False
            number, body = found
            if number > min(self._coming[sender], default=number):  # an earlier one has no room yet
                taken = SOON
            else:
                taken = await self._in_turn(sender, json.loads(body))
                await self._store.drop_kept(number)
                taken = self._pause(sender, taken)
        except StoreError as error:
            # It stays the first: what follows must not overtake it.
            _log.error("what waited is tried again: %s", reason(error))
            taken = AGAIN
        await asyncio.sleep(taken)
        return True

    async def _in_turn(self, sender: Address, update: Raw) -> float:
        """Handle an update when others are served; return the seconds that it took."""
        until = time.monotonic() + LONGEST_TURN
        while self._others(sender) and time.monotonic() < until:
            await asyncio.sleep(SOON)
        began = time.monotonic()
        await self._take(update)
        return time.monotonic() - began
