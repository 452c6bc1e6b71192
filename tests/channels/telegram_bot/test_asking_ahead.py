"""With a far server the next updates are asked for while turns are thought; none is lost by it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.in_hand import FAR, FEW
from bot.channels.telegram_bot.patience import Patience
from bot.channels.telegram_bot.polling import Poller
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.services.conversations import Trying
from tests.channels.telegram_bot.conftest import ended


@dataclass
class Slow:
    """A server that is far away, and a coach whose turns wait until they are let go."""

    brought: list[list[int]]
    asked: list[tuple[int, int]] = field(default_factory=list)
    """The offset of each request, and how long it may be held."""
    begun: list[int] = field(default_factory=list)
    may_end: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.api = self.store = self
        self.outbox = SimpleNamespace(patience=Patience(), background=Background())
        self.clock = lambda: datetime(2026, 11, 29, tzinfo=UTC)

    async def get_updates(self, offset: int, seconds: int, allowed: list[str]) -> list[Any]:
        self.asked.append((offset, seconds))
        self.changed.set()
        await asyncio.sleep(2 * FAR)
        if not self.brought:
            await asyncio.sleep(3600 if seconds else 0)
            return []
        return [{"update_id": number} for number in self.brought.pop(0)]

    def parse(self, raw: Any) -> Any:
        return raw

    async def take(self, update: Any, trying: Trying) -> None:
        self.begun.append(update["update_id"])
        self.changed.set()
        await self.may_end.wait()

    async def get_meta(self, name: str) -> str:
        return ""

    async def set_meta(self, name: str, value: str) -> None:
        return None

    async def until(self, asked: int = 0, begun: int = 0) -> None:
        """Wait for so many requests and turns."""
        async with asyncio.timeout(60):
            while len(self.asked) < asked or len(self.begun) < begun:
                await self.changed.wait()
                self.changed.clear()


@asynccontextmanager
async def polling(slow: Slow) -> AsyncIterator[Poller]:
    poller = Poller(cast(UpdateHandler, slow))
    running = asyncio.ensure_future(poller.run())
    yield poller
    await ended(running)
    await poller.finish()
    await slow.outbox.background.close(1)


async def test_more_is_asked_for_while_what_came_is_thought() -> None:
    many = list(range(1, 2 * FEW + 1))
    slow = Slow([many, [*many, 99]])
    async with polling(slow):
        await slow.until(asked=2)
        assert len(slow.begun) == FEW, "the rest of them is still to be thought"
        assert slow.asked[1] == (1, 0), "nothing is committed, so nothing is acknowledged"
        slow.may_end.set()
        await slow.until(begun=len(many) + 1)
        assert slow.begun == [*many, 99], "what came twice is done once"
        await slow.until(asked=3)
        assert slow.asked[2][0] == 100, "all is committed"


async def test_a_few_are_committed_and_acknowledged_by_the_next_request() -> None:
    slow = Slow([[1, 2, 3]])
    async with polling(slow):
        slow.may_end.set()
        await slow.until(asked=2)
        assert slow.asked[1][0] == 4
        assert slow.asked[1][1] > 0, "Telegram holds it until something comes"


async def test_what_was_not_begun_at_a_stop_stays_with_telegram() -> None:
    many = list(range(1, 3 * FEW + 1))
    slow = Slow([many])
    async with polling(slow):
        await slow.until(begun=FEW)
        slow.may_end.set()
    assert slow.asked[-1][0] == max(slow.begun) + 1
    assert slow.begun == many[: len(slow.begun)]
