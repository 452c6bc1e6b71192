"""Learning the bot's name, setting what Telegram shows of it, and telling where updates go.

Only the name is needed to talk. The rest may be refused, or only be taken in an hour: so each of
these calls is made beside the talking, on its own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from telegram import BotCommand
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.error_policy import pause_after, seconds_to_wait
from bot.channels.telegram_bot.http import NotImplementedThere
from bot.channels.telegram_bot.menus import FOR_COORDINATORS, commands
from bot.content.words.words import Words
from bot.errors import ChannelError

_REFUSED = (BadRequest, Conflict, Forbidden, InvalidToken, NotImplementedThere)

_log = logging.getLogger(__name__)

_Answer = TypeVar("_Answer")


async def learn_name(api: Api) -> str:
    """Return the bot's username, asking until it is told. Raises ChannelError for a bad token."""
    me = await _answer("getMe", api.bot.get_me)
    _log.info("talking as @%s", me.username)
    return str(me.username)


async def set_webhook(api: Api, url: str, secret: str, allowed: list[str]) -> None:
    """Have updates brought to ``url`` for ever. Raises ChannelError for a bad token.

    Whatever Telegram refuses it for, such as a name that is not known everywhere yet, may pass. A
    reason is logged once.
    """
    call = partial(api.bot.set_webhook, url, secret_token=secret, allowed_updates=allowed)
    await _answer("setWebhook", call)
    await asyncio.Event().wait()


async def introduce(api: Api, words: Words) -> None:
    """Set the commands and the descriptions. A refused one is logged and left as it is."""
    bot, shown = api.bot, words.telegram
    menu = [
        BotCommand(each["command"], each["description"])
        for each in commands(words, without=FOR_COORDINATORS)
    ]
    await asyncio.gather(
        _try("setMyCommands", lambda: bot.set_my_commands(menu)),
        _try("setMyDescription", lambda: bot.set_my_description(shown.description)),
        _try(
            "setMyShortDescription",
            lambda: bot.set_my_short_description(shown.short_description),
        ),
    )


async def _try(method: str, call: Callable[[], Awaitable[bool]]) -> None:
    try:
        await _answer(method, call, refused=_REFUSED)
    except _REFUSED as error:
        _log.warning("%s refused: %s; not tried again before the next start", method, error)


async def _answer(
    method: str,
    call: Callable[[], Awaitable[_Answer]],
    refused: tuple[type[TelegramError], ...] = (),
) -> _Answer:
    """Return the answer of a call that is made until there is one.

    Raises what counts as ``refused``, and ChannelError for a bad token.
    """
    tries, told = 0, ""
    while True:
        try:
            return await call()
        except refused:
            raise
        except InvalidToken:
            raise ChannelError("bad_token", exit_status=5) from None
        except TelegramError as error:
            tries += 1
            asked = seconds_to_wait(error) if isinstance(error, RetryAfter) else None
            pause = pause_after(tries) if asked is None else asked
            if told != (told := str(error)):
                _log.warning("%s failed, is tried again in %.1f s: %s", method, pause, error)
        await asyncio.sleep(pause)
