"""The updates that are not acknowledged yet, and their turns: a few at a time, in their order.

Turns of one group share a commit, and while their replies are on the wire, the next group is
thought. What Telegram has for us meanwhile is asked for so early that its answer is here when the
work is done: with a server far away nobody waits for the way there and back.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from bot.channels.telegram_bot.updates import Raw

MANY = 12
"""Turns that share a commit: the fewer commits, the more turns a second."""

FEW = 4
"""The same where the server is far away: the sooner the first replies are on their way, the better.
With 50 learners and 40 ms the last of them waits 90 ms instead of 102."""

FAR = 0.01
"""Seconds that a request takes at least to a server that is far away."""

SETTLE = 0.05
"""Seconds to wait for turns in hand before going on beside them."""

REMEMBERED = 16
"""Requests of which the quickest tells how far away the server is."""

Work = Coroutine[Any, Any, None]


class InHand:
    """The updates of one poller. A number stays here until its turn is committed."""

    def __init__(self, take: Callable[[Raw], Work]) -> None:
        """``take`` ends after the commit of an update's turn."""
        self._take = take
        self._line = deque[tuple[int, Raw]]()
        self._open = dict[int, asyncio.Task[None]]()
        self._ways = deque[float](maxlen=REMEMBERED)
        self._turn = 0.0

    def __bool__(self) -> bool:
        return bool(self._line or self._open)

    def add(self, number: int, update: Raw) -> None:
        """Let an update stand in line."""
        self._line.append((number, update))

    def begin(self, numbers: Iterable[int], work: Work) -> asyncio.Task[None]:
        """Begin at once what is one work for several updates."""
        task = asyncio.get_running_loop().create_task(work)
        self._open |= dict.fromkeys(numbers, task)
        return task

    def first(self, otherwise: int) -> int:
        """Return the lowest number in hand, or ``otherwise`` where that is lower."""
        return min([otherwise, *self._open, *(number for number, _ in self._line)])

    def note_way(self, seconds: float) -> None:
        """Note how long a request took."""
        self._ways.append(seconds)

    @property
    def _way(self) -> float:
        return min(self._ways, default=0.0)

    async def work_off(self, ask_ahead: Callable[[], None]) -> None:
        """Do what stands in line. ``ask_ahead`` asks once what is left takes no longer than that.

        Raises what a turn raised.
        """
        while self._line:
            most = FEW if self._way > FAR else MANY
            next_ones = [self._line.popleft() for _ in range(min(most, len(self._line)))]
            group = [self.begin([number], self._take(update)) for number, update in next_ones]
            if self._line and self._turn * len(self._line) <= self._way:
                ask_ahead()
            began = time.monotonic()
            await asyncio.wait(group, timeout=SETTLE)
            taken = (time.monotonic() - began) / len(group)
            self._turn = (3 * self._turn + taken) / 4 if self._turn else taken
            self._let_go()

    async def settle(self, seconds: float) -> None:
        """Wait so long for what is begun, and let go of what is done. Raises what a turn raised."""
        if self._open:
            await asyncio.wait(set(self._open.values()), timeout=seconds)
        self._let_go()

    def _let_go(self) -> None:
        for number, task in list(self._open.items()):
            if task.done():
                task.result()
                del self._open[number]

    async def finish(self, seconds: float) -> None:
        """Wait so many seconds for turns in hand to end. None in line is begun any more."""
        if self._open:
            await asyncio.wait(set(self._open.values()), timeout=seconds)
        for task in self._open.values():
            task.cancel()
        await asyncio.gather(*self._open.values(), return_exceptions=True)
        self._open = {n: t for n, t in self._open.items() if t.cancelled() or t.exception()}
