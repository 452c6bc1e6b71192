"""Keeping conversations and what is on its way: the port, in the product's words.

Whoever implements it promises: ``save`` is one durable transaction, so that after a crash at any
moment a turn has happened wholly or not at all, with its replies or without any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import Conversation, Outgoing, OutgoingState, Turn


class Store(Protocol):
    """Where conversations live, and the outbox."""

    async def load(self, chat_id: str) -> Conversation:
        """The conversation of a chat; a new, empty one when nothing is kept."""

    async def has_seen(self, key: str) -> bool:
        """Whether the event of that key was handled before."""

    async def save(
        self,
        turn: Turn,
        seen: str,
        outgoing: Sequence[Outgoing] = (),
        handed: Iterable[int] = (),
    ) -> list[Outgoing]:
        """Keep a turn, its event's key and its replies, or raise StoreError and keep nothing.

        ``handed`` are replies that have been handed over meanwhile: they are deleted, because they
        may hold a learner's words. Gives the replies with their numbers.
        """

    async def waiting(self) -> list[Outgoing]:
        """Everything in the outbox that has not left, in order."""

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Put a reminder into the outbox."""

    async def delete_handed(self, numbers: Iterable[int]) -> None:
        """Delete replies that have been handed over."""

    async def mark(self, number: int, state: OutgoingState, error: str = "") -> None:
        """Note what has become of an outgoing message. Anything but waiting drops its words."""

    async def set_blocked(self, chat_id: str, blocked: bool, at: datetime) -> None:
        """Note that a chat takes no messages, or takes them again. What waits for it is dropped."""

    async def blocked(self) -> set[str]:
        """The chats that take no messages."""

    async def put_aside(self, keys: Iterable[str], error: str, at: datetime) -> int:
        """Note events that could not be handled, without their text; gives how many there are."""

    async def note(self, name: str, value: str) -> None:
        """Keep a fact about the coach itself, such as when it was last alive."""

    async def noted(self, name: str) -> str:
        """A fact kept by ``note``; empty when there is none."""

    async def close(self) -> None:
        """Let go of the files."""
