"""The menu of commands: what only coordinators use is in theirs alone."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram.error import TelegramError

from bot.channels.telegram_bot.api import Api
from bot.content.words.words import Words

FOR_COORDINATORS = ("cohort",)
"""Commands that a learner's menu does not have. They work for everybody who types them."""

_log = logging.getLogger(__name__)

Commands = list[dict[str, str]]


def commands(words: Words, *, without: Iterable[str] = ()) -> Commands:
    """Return the commands as the Bot API takes them."""
    left_out = set(without)
    return [
        {"command": name, "description": what}
        for name, what in words.commands
        if name not in left_out
    ]


class Menus:
    """Whose menu has been set since the start. Nothing of it is kept."""

    def __init__(self, api: Api, words: Words) -> None:
        """Nobody has a menu of their own yet."""
        self._api, self._words = api, words
        self._theirs = set[str]()

    def is_other(self, chat: str, *, coordinates: bool) -> bool:
        """Return whether a chat has another menu than it should have."""
        return coordinates != (chat in self._theirs)

    async def show(self, chat: str, *, coordinates: bool) -> None:
        """Give a chat its menu. Where that is refused the common one stays, and is good enough."""
        scope = {"scope": {"type": "chat", "chat_id": int(chat)}}
        (self._theirs.add if coordinates else self._theirs.discard)(chat)
        try:
            if coordinates:
                await self._api.call("setMyCommands", {**scope, "commands": commands(self._words)})
            else:
                await self._api.call("deleteMyCommands", scope)
        except TelegramError as error:
            _log.warning("no menu for one chat: %s", error)
