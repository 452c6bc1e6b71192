"""Several processes on one store: who has which conversations, and what was brought for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.shards import Brought, Holdings
from bot.store import Store


class StoreOfSeveral(Store, Protocol):
    """A store that other processes work on, too."""

    async def balance(self) -> Holdings:
        """Take a fair share of what nobody has, and lead where nobody does. Raise StoreError."""

    async def leave(self, shards: Collection[int]) -> None:
        """Let others have these shards."""

    async def bring(self, number: int, key: str, sender: Address | None, body: str) -> None:
        """Keep an update until its turn is saved, once, for whoever has its shard.

        ``key`` is that of its event: saving that turn drops the update in the same transaction.
        """

    async def brought(self, shards: Collection[int], most: int) -> list[Brought]:
        """Return what waits for these shards, the oldest first."""

    async def drop_brought(self, number: int) -> None:
        """Forget an update that is handled."""

    async def move_brought(self, number: int, shard: int) -> None:
        """Give an update to whoever has that shard: its conversation is there."""

    async def waiting_in(self, shards: Collection[int]) -> list[Outgoing]:
        """Return the replies of these shards that have not left, in order."""

    async def waiting_reminders(self) -> list[Outgoing]:
        """Return the reminders that have not left; those that were leaving are *unknown*."""

    async def news(self, seconds: float) -> None:
        """Wait until something is brought, but no longer than so many seconds."""
