"""Reminders on their way by e-mail: each at most once, and what is in doubt is *unknown*."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from email.message import EmailMessage
from typing import Protocol

from bot.channels.mail.letters import Letters
from bot.domain.addresses import Address
from bot.domain.eligibility import Case, Decision, decide_delivery
from bot.domain.mail import CHANNEL, SendOutcome
from bot.domain.outbox import Outgoing
from bot.domain.reminders import DeliveryState
from bot.domain.turn import Reply, Turn
from bot.errors import StoreError
from bot.logs import describe
from bot.store import Store

AGAIN = 60.0
"""Seconds until a server that took nothing is tried again."""

_STATES: dict[SendOutcome, DeliveryState] = {
    "sent": "sent",
    "refused": "failed",
    "gone": "failed",
    "down": "queued",
    "unknown": "unknown",
}

_log = logging.getLogger(__name__)


class MailServing(Protocol):
    """Who takes letters."""

    async def send(self, to: str, letter: EmailMessage) -> SendOutcome:
        """Hand a letter over once."""

    async def is_up(self) -> bool:
        """Whether letters are taken now."""


class MailOutbox:
    """The port that services hand reminders to. It takes no replies: nobody writes here."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        server: MailServing,
        letters: Letters,
        again: float = AGAIN,
    ) -> None:
        """Nothing leaves before ``sending``."""
        self._store, self._clock, self._server, self.letters = store, clock, server, letters
        self._again, self._queue = again, deque[Outgoing]()
        self._arrived, self._idle = asyncio.Event(), asyncio.Event()
        self.only_shows = False
        self.acknowledged = set[int]()
        """Always empty: no reply leaves here."""

    def prepare(self, turn: Turn, to: Address) -> list[Outgoing]:
        """Return the one row of a reminder."""
        return [
            Outgoing(turn.after.id, to, "reminder", each, version=turn.after.version)
            for each in turn.replies[:1]
            if turn.is_reminder
        ]

    def put(self, rows: list[Outgoing]) -> None:
        """Send these, which are committed, in their turn."""
        self._queue.extend(each for each in rows if each.kind == "reminder")
        self._idle.clear()
        self._arrived.set()

    async def confirm(self, to: str, token: str) -> SendOutcome:
        """Ask at an e-mail address whether it is theirs."""
        return await self._server.send(to, self.letters.to_confirm(to, token))

    async def sign_in(self, to: str, code: str) -> SendOutcome:
        """Send a code to sign in with."""
        return await self._server.send(to, self.letters.to_sign_in(to, code))

    async def is_up(self) -> bool:
        """Whether the mail server takes letters now. Nothing is handed over."""
        return await self._server.is_up()

    @asynccontextmanager
    async def sending(self) -> AsyncIterator[None]:
        """Take up what waited when the coach stopped, and send meanwhile. Raises StoreError."""
        self.put([each for each in await self._store.waiting() if each.to.channel == CHANNEL])
        work = asyncio.ensure_future(self._run())
        try:
            yield
        finally:
            work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await work

    async def settled(self) -> None:
        """Wait until there is nothing to send now."""
        await self._idle.wait()

    async def _run(self) -> None:
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            while self._queue:
                row = self._queue.popleft()
                if await self._one(row) == "down":
                    self._queue.append(row)
                    self._idle.set()
                    await asyncio.sleep(self._again)
            self._idle.set()

    async def _one(self, row: Outgoing) -> SendOutcome:
        """Send one, at most once: *sending* is committed before the server is called."""
        try:
            return await self._sent(row)
        except StoreError as error:  # in doubt after the next start
            _log.error("mail: %s", describe(type(error), error.__traceback__))
        except Exception as error:  # one bad letter must not hold up the others
            _log.error("mail: %s", describe(type(error), error.__traceback__))
        return "unknown"

    async def _sent(self, row: Outgoing) -> SendOutcome:
        to, said = await self._store.mailbox_behind(row.to.address), row.what
        if not to or not isinstance(said, Reply):  # letters were turned off meanwhile
            await self._store.mark(row.number, "failed", "no mailbox")
            return "refused"
        letter = self.letters.to_remind(to, row.to.address, said.text, row.number)
        if not await self._store.release(row.number, self._may_leave):
            return "refused"
        outcome = await self._server.send(to, letter)
        await self._store.mark(row.number, _STATES[outcome])
        if outcome == "gone":
            await self._store.lose_mailbox(row.to.address)
        return outcome

    def _may_leave(self, case: Case) -> Decision:
        return decide_delivery(case, self._clock(), leaving=True)
