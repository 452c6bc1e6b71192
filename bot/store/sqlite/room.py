"""The common part of the store's rooms: one connection, and commits that turns have in common."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Protocol

from bot.store.sqlite.columns import Execute


class Transactions(Protocol):
    """How a room reads and writes."""

    def reading(self) -> AbstractContextManager[None]:
        """Read; a fault of the database becomes a StoreError that says so."""

    def transaction(self) -> AbstractAsyncContextManager[None]:
        """Write what the body writes, wholly or not at all, and wait until it is durable."""

    async def empty_log(self) -> None:
        """Take out of a write-ahead log of the store's own what was deleted."""


class Room:
    """A part of the store on its connection."""

    _execute: Execute
    _commits: Transactions
    _last_number: int
    """The highest number that a row of the outbox has had."""
