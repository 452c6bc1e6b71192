"""What the coach keeps about itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime

from bot.domain.addresses import Address
from tests.support.memory_store.kept import InMemory


class OwnKeeping(InMemory):
    """Settings, what came too early, and what could not be read."""

    async def set_meta(self, name: str, value: str) -> None:
        self.kept.meta[name] = value

    async def get_meta(self, name: str) -> str:
        return self.kept.meta.get(name, "")

    async def watch(self) -> None:
        await asyncio.Event().wait()

    async def keep_for_later(self, number: int, sender: Address, body: str) -> None:
        self.kept.inbox.setdefault(number, (sender, body))

    async def first_kept(self, sender: Address) -> tuple[int, str] | None:
        found = sorted((n, body) for n, (of, body) in self.kept.inbox.items() if of == sender)
        return found[0] if found else None

    async def drop_kept(self, number: int) -> None:
        self.kept.inbox.pop(number, None)

    async def kept_senders(self) -> list[Address]:
        return list(dict.fromkeys(of for of, _ in self.kept.inbox.values()))

    async def quarantine(self, keys: Iterable[str], error: str, at: datetime) -> int:
        self.kept.quarantine |= dict.fromkeys(keys, error)
        return len(self.kept.quarantine)
