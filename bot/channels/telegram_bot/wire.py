"""What the two lanes of messages that leave have in common."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
"""What is noted of a row that cannot be rendered."""

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
        return call._replace(params=encodable(call.params))


_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which a command may quote: the wire takes UTF-8, which has none."""


def encodable(value: Any) -> Any:
    """Return the parameters of a call with a mark in the place of what cannot be encoded."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {encodable(name): encodable(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(encodable(each) for each in value)
    return value
