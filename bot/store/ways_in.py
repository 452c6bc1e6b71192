"""Ports of the ways into a conversation: doors, what is shared with a reader, mailboxes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.domain.addresses import Address
from bot.domain.crossing import Around
from bot.domain.mail import Mailbox
from bot.domain.sharing import Sharing


class DoorStore(Protocol):
    """Where it is kept how somebody comes back from elsewhere."""

    async def set_ways_back(self, conversation: str, hashes: Iterable[str], at: datetime) -> None:
        """Keep the hashes of the ways back to a conversation, in the place of older ones."""

    async def behind(self, way_back: str) -> str:
        """Return the conversation that the hash of a way back leads to, "" for none."""

    async def behind_door(self, token_hash: str, now: datetime) -> str:
        """Return the conversation that a link or a code for going on elsewhere opens, "" for none.

        That uses nothing up: ``Cross`` does.
        """

    async def around(self, conversation: str) -> Around:
        """Return who beside its owner gets something of a conversation."""

    async def point(self, address: Address, conversation: str, at: datetime) -> None:
        """Let an address that is new point to a conversation, if that is still there."""

    async def wrong_words(self, client: str, now: datetime) -> tuple[int, int]:
        """Return how often six words were wrong in the last hour: of a client, and of all."""

    async def note_wrong_words(self, client: str, at: datetime) -> None:
        """Note that a client has tried wrong ones. ``client`` is a hash."""


class SharingStore(Protocol):
    """Where it is kept what is shared with a reader. ``Share`` and its like change it."""

    async def shared(self, token_hash: str, now: datetime) -> Sharing | None:
        """Return what a link opens now, with its text; None for nothing, or for a coordinator."""

    async def sharings(self, conversation: str) -> list[Sharing]:
        """Return what somebody has shared, the oldest first and without texts."""


class MailStore(Protocol):
    """Where it is kept who wants reminders by e-mail, and where."""

    async def ask_mailbox(
        self, conversation: str, address: str, token_hash: str, until: datetime
    ) -> None:
        """Keep where reminders are wanted, in the place of an earlier one, till it is confirmed."""

    async def asked_mailbox(self, token_hash: str, now: datetime) -> str:
        """Return the address that a confirmation is of, "" where it is none or too late."""

    async def confirm_mailbox(self, token_hash: str, token: str, now: datetime) -> bool:
        """Let reminders go there, by a token that turns them off. Return False if it is too late.

        From now on an Address of the mail channel, with that token, points to the conversation, and
        it counts as blocked no more.
        """

    async def mailbox_of(self, conversation: str) -> Mailbox | None:
        """Return where somebody wants reminders, confirmed or not; None for nowhere."""

    async def mailbox_behind(self, token: str) -> str:
        """Return the e-mail address of a token, "" where letters were turned off."""

    async def end_mailbox(self, token: str) -> bool:
        """Send no more letters by this token. Return False where there were none."""

    async def let_sign_in(self, conversation: str, yes: bool) -> None:
        """Let a confirmed mailbox sign them in, and nobody else by the same address; or not."""

    async def signs_in_at(self, address: str) -> str:
        """Return whom an e-mail address signs in, "" for nobody: only who looks after a cohort."""

    async def lose_mailbox(self, token: str, outbox: int = 0) -> bool:
        """Send nothing more by this token, or to where it was to confirm, and keep that the server
        there did not take it, the reminder of this number in the outbox among it. Return False
        where nothing was to be sent and no reminder had gone."""

    async def end_mailbox_of(self, conversation: str) -> None:
        """Send somebody no more letters, and ask for no confirmation."""
