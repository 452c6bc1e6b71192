"""Keeping conversations: the port, in the product's words.

Whoever implements it promises: ``save`` is one durable transaction, so that after a crash at any
moment a turn has happened wholly or not at all.
"""

from __future__ import annotations

from typing import Protocol

from bot.model import Conversation, Turn


class Store(Protocol):
    """Where conversations live."""

    async def load(self, chat_id: str) -> Conversation:
        """The conversation of a chat; a new, empty one when nothing is kept."""

    async def has_seen(self, key: str) -> bool:
        """Whether the event of that key was handled before."""

    async def save(self, turn: Turn, seen: str) -> None:
        """Keep a turn and remember its event, or raise StoreError and keep nothing of it."""

    async def close(self) -> None:
        """Let go of the files."""
