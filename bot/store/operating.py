"""The store as whoever runs the coach needs it, beside what a conversation asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.domain.health import Health
from bot.store import Store

if TYPE_CHECKING:
    from bot.store.sqlite.looking import Found


class OperatorStore(Store, Protocol):
    """All of a store."""

    @property
    def folder(self) -> Path:
        """Where files are written; of data in a folder, where the file is that was opened."""

    @property
    def is_sent_from(self) -> bool:
        """Whether a bot or a page sends what is due at this moment."""

    def take_sending(self) -> None:
        """Be one that sends what is due, until this is closed or the process ends."""

    def back_up(self, folder: Path, key: str, at: datetime) -> Path:
        """Write a whole, encrypted and checked copy into a folder. Raise BackupFailed."""

    async def health(self, now: datetime) -> Health:
        """Return how the store is. Raise StoreError."""

    async def find(self, asked: str, most: int = 50) -> list[Found]:
        """Return the conversations of that id, address, name, or number in a cohort."""

    async def note_operation(self, what: str, about: str, by: str, at: datetime) -> None:
        """Note what an operator did for one person, or with their words."""

    async def operations(self) -> list[Sequence[str]]:
        """Return when, what, about whom and by whom, the oldest first."""

    async def forget(self, conversation: str, by: str, at: datetime) -> None:
        """Delete all of a conversation, as its learner's /forget does. Raise StoreError."""
