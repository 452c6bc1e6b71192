"""The outbox of the page, as lines that stay: the page shows them again whenever it is asked
for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.channels.web import CHANNEL
from bot.channels.web.watching import Watching
from bot.domain.addresses import Address
from bot.domain.commands import Command, Invite
from bot.domain.door_commands import AddWayBack, OpenDoor
from bot.domain.eligibility import Case, Decision, decide_delivery
from bot.domain.outbox import Outgoing, Said
from bot.domain.reminders import SHOWN
from bot.domain.sharing_commands import Share, TakeToRead
from bot.domain.turn import Reply, Turn
from bot.errors import StoreError
from bot.logs import describe
from bot.store import Store

_log = logging.getLogger(__name__)


class WebOutbox:
    """The port that services hand replies and reminders to."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime], watching: Watching, shown_once: str
    ) -> None:
        """``watching`` are the pages that are open: they are told that there is something new.

        ``shown_once`` stands where something was said of which no copy may be kept.
        """
        self._shown_once = shown_once
        self._store, self._clock, self._watching = store, clock, watching
        self._tasks = set[asyncio.Task[None]]()
        self.only_shows = True
        self.acknowledged = set[int]()
        """Always empty: no line leaves."""

    def prepare(self, turn: Turn, to: Address) -> list[Outgoing]:
        """Return the lines of a turn: what was done, and each reply.

        After *forget* nothing stays: whoever asked for it shows the replies of that turn.
        """
        if turn.forget:
            return []
        line = Outgoing(turn.after.id, to, "reply", Reply(""), version=turn.after.version)
        if turn.is_reminder:
            return [replace(line, kind="reminder", what=each) for each in turn.replies[:1]]
        replies = [Reply(self._shown_once)] if is_secret(turn) else turn.replies
        done: list[Said | Reply] = [*_done(turn), *replies]
        return [replace(line, what=each, stays=True) for each in done]

    def put(self, rows: list[Outgoing]) -> None:
        """Tell the open pages of these, which are committed. A reminder becomes a line."""
        for row in rows:
            if row.kind == "reminder":
                task = asyncio.ensure_future(self._show(row))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            else:
                self._watching.tell(row.conversation, row.version)

    async def load(self) -> None:
        """Take up the reminders that waited when the coach stopped. Raises StoreError."""
        for row in await self._store.waiting():
            if row.to.channel == CHANNEL and row.kind == "reminder":
                self.put([row])

    async def settled(self) -> None:
        """Wait until every reminder that was put is a line."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def _show(self, row: Outgoing) -> None:
        """Let a reminder become a line, at most once: *sending* is committed before."""
        try:
            if not await self._store.release(row.number, self._may_leave):
                return
            await self._store.add(replace(row, kind="reply", stays=True, number=0))
            await self._store.mark(row.number, "sent", SHOWN)
        except StoreError as error:  # in doubt after the next start
            _log.error("reminder: %s", describe(type(error), error.__traceback__))
            return
        self._watching.tell(row.conversation, row.version)

    def _may_leave(self, case: Case) -> Decision:
        return decide_delivery(case, self._clock(), leaving=True)


def is_secret(turn: Turn) -> bool:
    """Whether the replies hold a way in, or words of another, of which no copy is kept here."""
    ways_in = (Invite, OpenDoor, AddWayBack)
    return any(isinstance(each, ways_in) or _is_shared(each) for each in turn.commands)


def _is_shared(command: Command) -> bool:
    """Whether a link of a reader, or what somebody else has shared, stands in the replies."""
    is_link = isinstance(command, Share) and not command.sharing.cohort
    return is_link or isinstance(command, TakeToRead)


def _done(turn: Turn) -> list[Said]:
    """Return what the learner did: their new messages, else what they pressed."""
    before = {each.number for each in turn.before.messages}
    new = [each for each in turn.after.messages if each.number not in before]
    if new:
        return [Said("", each.number) for each in new]
    return [Said(turn.said)] if turn.said else []
