"""The ports: all that services need of the outside."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.domain.addresses import Address
from bot.domain.mail import SendOutcome
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn


class Outbox(Protocol):
    """A channel whose sends can fail, so that replies are kept until they are handed over."""

    acknowledged: set[int]
    """The numbers of replies that have left and are not deleted yet; whoever deletes them takes
    them out."""

    only_shows: bool
    """Whether it reaches nobody who does not look: a reminder takes another way where it can."""

    def prepare(self, turn: Turn, to: Address) -> list[Outgoing]:
        """Return what is to be sent for a turn, a row for each message of the channel."""

    def put(self, rows: list[Outgoing]) -> None:
        """Send these, which are committed."""


class Post(Protocol):
    """Who hands letters to a mail server."""

    def sending(self) -> AbstractAsyncContextManager[None]:
        """Send what waits and what comes, as long as this is open. Raises StoreError."""

    async def confirm(self, to: str, token: str) -> SendOutcome:
        """Ask at an e-mail address whether it is theirs; ``token`` confirms it."""

    async def sign_in(self, to: str, code: str) -> SendOutcome:
        """Send a code to sign in with."""

    async def is_up(self) -> bool:
        """Return whether the mail server takes letters now. Nothing is handed over."""

    async def settled(self) -> None:
        """Wait until there is nothing to send now."""
