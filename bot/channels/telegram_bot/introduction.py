"""Learning the bot's name, and setting what Telegram shows of it.

Only the name is needed to talk. The rest may be refused, or only be taken in an hour: so each of
these calls is made beside the talking, on its own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import BotCommand
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.error_policy import Backoff, seconds_to_wait
from bot.channels.telegram_bot.http import NotImplementedThere
from bot.content.words.words import Words
from bot.errors import ChannelError

# InvalidToken is also PTB's word for 404: a server without that method.
_REFUSED = (BadRequest, Conflict, Forbidden, InvalidToken, NotImplementedThere)

_log = logging.getLogger(__name__)

_Answer = TypeVar("_Answer")


async def learn_name(api: Api) -> str:
    """Return the bot's username, asking until it is told. Raises ChannelError for a bad token."""
    try:
        me = await _answer("getMe", api.bot.get_me, hopeless=(InvalidToken,))
    except InvalidToken:
        raise ChannelError("bad_token", exit_status=5) from None
    _log.info("talking as @%s", me.username)
    return str(me.username)


async def introduce(api: Api, words: Words) -> None:
    """Set the commands and the descriptions. A refused one is logged and left as it is."""
    bot, shown = api.bot, words.telegram
    commands = [BotCommand(name, what) for name, what in words.commands]
    await asyncio.gather(
        _try("setMyCommands", lambda: bot.set_my_commands(commands)),
        _try("setMyDescription", lambda: bot.set_my_description(shown.description)),
        _try(
            "setMyShortDescription",
            lambda: bot.set_my_short_description(shown.short_description),
        ),
    )


async def _try(method: str, call: Callable[[], Awaitable[bool]]) -> None:
    try:
        await _answer(method, call, hopeless=_REFUSED)
    except _REFUSED as error:
        _log.warning("%s refused: %s; not tried again before the next start", method, error)


async def _answer(
    method: str,
    call: Callable[[], Awaitable[_Answer]],
    hopeless: tuple[type[TelegramError], ...],
) -> _Answer:
    """Return the answer of a call that is made until there is one. Raises what is hopeless."""
    backoff = Backoff()
    while True:
        try:
            return await call()
        except hopeless:
            raise
        except RetryAfter as error:
            pause = seconds_to_wait(error)
            _log.warning("%s: asked to wait %.0f s", method, pause)
        except TelegramError as error:
            pause = backoff.pause()
            _log.warning("%s: Telegram does not answer: %s", method, type(error).__name__)
        await asyncio.sleep(pause)
