"""The common part of the two lanes of messages that leave."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.background import Background
from bot.channels.telegram_bot.blocked import Blocked
from bot.channels.telegram_bot.pace import Pace
from bot.channels.telegram_bot.parts import ChannelWords
from bot.channels.telegram_bot.patience import Patience, try_to_note
from bot.channels.telegram_bot.presses import Presses
from bot.channels.telegram_bot.rendering import Call, render
from bot.domain.outbox import Outgoing
from bot.logs import describe
from bot.store import Store

NOT_RENDERED = "NotRendered"
"""The error that is noted of a row that cannot be rendered."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wire:
    """The way to Telegram."""

    api: Api
    store: Store
    clock: Callable[[], datetime]
    lines: ChannelWords
    pace: Pace
    blocked: Blocked
    presses: Presses
    patience: Patience
    background: Background

    async def render(self, row: Outgoing) -> Call | None:
        """Return the call that a row is, whose buttons can be pressed after a restart too.

        None for a row that cannot be rendered: a fault of ours holds up no other.
        """
        try:
            call = render(row, self.lines, self.presses.shorten)
        except Exception as error:  # whatever a row leads to that another build has kept
            _log.error("not rendered: %s", describe(type(error), error.__traceback__))
            return None
        if self.presses.is_new:
            await try_to_note(self.presses.keep())
        return call
