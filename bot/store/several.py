"""Several processes on one store: who has which conversations, and what was brought for them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.shards import Beside, Brought, Holdings
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
        """Hand an update to the process that has its shard, because its conversation is there."""

    async def waiting_in(self, shards: Collection[int]) -> list[Outgoing]:
        """Return the replies of these shards that have not left, in order."""

    async def pending_in(self, shards: Collection[int]) -> frozenset[int]:
        """Return the numbers of the replies of these shards that have not left."""

    async def waiting_reminders(self) -> list[Outgoing]:
        """Return the reminders that have not left; those that were leaving are *unknown*."""

    async def share_pace(self, sends: float, *, reminds: bool) -> Beside:
        """Tell how much is sent a second here, and whether reminders are; return what others do."""

    def be_known_as(self, build: str) -> None:
        """Let the other processes of this bot see which build and content this one has."""

    async def leads_pages(self) -> bool:
        """Be the one page that sends what is due, where no bot runs. Raise StoreError."""

    def hear(self, tell: Callable[[str, int], None]) -> None:
        """Tell of lines that other processes add: their conversation, and their turn."""

    async def news(self, seconds: float) -> None:
        """Wait until something is brought, but no longer than so many seconds."""
