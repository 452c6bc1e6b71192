"""Everything of ours that leaves for Telegram: replies in one lane, reminders in another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.channels.telegram_bot import CHANNEL
from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.blocked import Blocked
from bot.channels.telegram_bot.pace import Pace
from bot.channels.telegram_bot.parts import ChannelWords, parts
from bot.channels.telegram_bot.patience import Patience
from bot.channels.telegram_bot.presses import Presses
from bot.channels.telegram_bot.reminder_sender import ReminderSender
from bot.channels.telegram_bot.reply_sender import ReplySender
from bot.channels.telegram_bot.wire import Wire
from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.store import Store


class TelegramOutbox:
    """The port that services hand replies and reminders to."""

    def __init__(
        self,
        api: Api,
        store: Store,
        clock: Callable[[], datetime],
        rate: float | None,
        lines: ChannelWords,
    ) -> None:
        """``rate`` caps all sends a second. ``load`` what waits before the first turn."""
        self._wire = Wire(
            api,
            store,
            clock,
            lines,
            Pace(store, clock, rate),
            Blocked(store, clock),
            Presses(store),
            Patience(),
            Background(),
        )
        self.acknowledged, self.only_shows = set[int](), False
        self.replies = ReplySender(self._wire, self.acknowledged)
        self.reminders = ReminderSender(self._wire)
        self.pace = self._wire.pace
        self.blocked, self.presses = self._wire.blocked, self._wire.presses
        self.patience, self.background = self._wire.patience, self._wire.background

    def prepare(self, turn: Turn, to: Address) -> list[Outgoing]:
        """Return what is to be sent for a turn, a row for each message."""
        return parts(turn, to, self._wire.lines)

    def put(self, rows: list[Outgoing]) -> None:
        """Send these, which are committed."""
        for each in rows:
            lane = self.replies if each.kind == "reply" else self.reminders
            lane.put(each)

    async def load(self) -> None:
        """Take up what waited when the coach stopped. Raises StoreError."""
        await self.load_what_all_know()
        self.put([each for each in await self._wire.store.waiting() if each.to.channel == CHANNEL])

    async def load_what_all_know(self) -> None:
        """Take up what is no reply's: who is blocked, what buttons mean, and the pace."""
        await self.blocked.load()
        await self.presses.load()
        await self._wire.pace.load()

    async def close(self, seconds: float) -> None:
        """Send what is due, for so long at most, and leave the rest for the next start."""
        await self.background.close(seconds)
        await self.replies.delete_acknowledged()
