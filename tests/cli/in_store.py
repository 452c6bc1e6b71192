"""Work in the store of a command's data, beside the command."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime

from bot.app import open_beside
from bot.domain.commands import Join
from bot.settings import Settings
from bot.store.operating import OperatorStore


def in_store(settings: Settings, work: Callable[[OperatorStore], Awaitable[None]]) -> None:
    """Do something in the store, which is closed afterwards."""

    async def whole() -> None:
        store = open_beside(settings)
        try:
            await work(store)
        finally:
            await store.close()

    asyncio.run(whole())


def join(settings: Settings, cohort: str, people: Iterable[int]) -> None:
    """Let people of these numbers join a cohort."""

    async def work(store: OperatorStore) -> None:
        for number in people:
            await store.do([Join(cohort)], str(number), datetime.now(UTC))

    in_store(settings, work)
