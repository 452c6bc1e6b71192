"""What services need of the outside."""

from __future__ import annotations

from typing import Protocol

from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn


class Outbox(Protocol):
    """A channel whose sends can fail, so that replies are kept until they are handed over."""

    acknowledged: set[int]
    """Numbers of replies that have left and are not deleted yet."""

    def render(self, turn: Turn) -> list[Outgoing]:
        """What is to be sent for a turn."""

    def put(self, outgoing: list[Outgoing]) -> None:
        """Send these, which are committed."""
