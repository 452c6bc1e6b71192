"""The bot from its start to its end: connect, take up what waited, talk, and leave in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram.error import InvalidToken

from bot.channels.telegram_bot.introduction import introduce, learn_name
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.polling import ALLOWED, Poller
from bot.channels.telegram_bot.reminder_sender import ReminderSender
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.webhook import Webhook, listening
from bot.content.library import Content
from bot.errors import ChannelError, StoreError
from bot.logs import describe
from bot.services.scheduler import EVERY, Scheduler
from bot.settings import Settings

LEAVE_WITHIN = 5.0
"""Seconds for what is due to be sent, once the coach was asked to stop."""

_log = logging.getLogger(__name__)


async def run(
    settings: Settings,
    content: Content,
    handler: UpdateHandler,
    reminders: ReminderSender,
    scheduler: Scheduler,
) -> None:
    """Talk until SIGTERM or SIGINT. Raises ChannelError when that is of no use."""
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    api, sender = handler.api, handler.sender
    await api.open()
    try:
        asked = asyncio.ensure_future(stop.wait())
        named = asyncio.ensure_future(learn_name(api))
        first: set[asyncio.Future[Any]] = {asked, named}
        await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
        if not named.done():
            named.cancel()
            return
        handler.link = f"https://t.me/{named.result()}"
        await handler.store.set_meta("invitation_address", f"{handler.link}?start={{token}}")
        reminders.put(await sender.load())
        async with (
            _in_background(introduce(api, content.words)),
            _updates(settings, handler) as updates,
            _in_background(reminders.run()) as sending,
            _in_background(_ticking(scheduler)) as ticking,
        ):
            ends: set[asyncio.Future[Any]] = {asked, updates, sending, ticking, sender.failed}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            _raise_first(updates, sending, ticking, sender.failed)
        _log.info("stopping")
    finally:
        await sender.close(LEAVE_WITHIN)
        await api.close()


def _raise_first(*futures: asyncio.Future[None]) -> None:
    for each in futures:
        if each.done() and (error := each.exception()):
            if isinstance(error, InvalidToken):
                raise ChannelError("bad_token", exit_status=5) from None
            raise error


@asynccontextmanager
async def _updates(
    settings: Settings, handler: UpdateHandler
) -> AsyncIterator[asyncio.Future[None]]:
    """Updates by webhook where one is set, else by asking. Turns in hand end before it does."""
    if settings.webhook_url:
        secret = settings.webhook_secret.get_secret_value()
        webhook = Webhook(handler, secret)
        try:
            await handler.api.bot.set_webhook(
                settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED
            )
            async with listening(
                webhook, settings.webhook_url, settings.webhook_host, settings.webhook_port
            ):
                yield asyncio.get_running_loop().create_future()
        except OSError as error:
            port = str(settings.webhook_port)
            why = error.strerror or str(error)
            raise ChannelError("cannot_listen", port=port, why=why) from error
        return
    poller = Poller(handler)
    asking = asyncio.ensure_future(poller.run())
    try:
        yield asking
    finally:
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError, ChannelError):
            await asking
        await poller.finish()


@asynccontextmanager
async def _in_background(work: Coroutine[Any, Any, None]) -> AsyncIterator[asyncio.Future[None]]:
    running = asyncio.ensure_future(work)
    try:
        yield running
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def _ticking(scheduler: Scheduler) -> None:
    """Look for what is due, again and again. A fault of ours in one look stops no other."""
    while True:
        try:
            await scheduler.scheduler()
        except StoreError as error:
            _log.warning("tick: %s", reason(error))
        except Exception as error:  # one bad row must not silence every reminder
            _log.error("tick failed: %s", describe(type(error), error.__traceback__))
        await asyncio.sleep(EVERY)
