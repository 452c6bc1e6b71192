"""The bot from its start to its end: connect, take up what waited, talk, and leave in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Any

from telegram.error import InvalidToken

from bot.channels.telegram_bot import CHANNEL
from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.introduction import introduce, learn_name, set_webhook
from bot.channels.telegram_bot.outbox import TelegramOutbox
from bot.channels.telegram_bot.parts import ChannelWords
from bot.channels.telegram_bot.polling import ALLOWED, Poller
from bot.channels.telegram_bot.several import OneOfSeveral
from bot.channels.telegram_bot.several_handler import HandlerOfSeveral
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.clock import Clock
from bot.content.library import Content
from bot.domain.pictures import Picture
from bot.errors import ChannelError, UsageError
from bot.logs import ChatHasher
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.services.warm_up import warm_up
from bot.settings import Settings
from bot.store import Store
from bot.store.several import StoreOfSeveral

if sys.platform == "win32":
    from asyncio import run as run_fast
else:
    from uvloop import run as run_fast  # a third less work for each reply

__all__ = ["TelegramBot", "run_fast", "secrets_in"]

LEAVE_WITHIN = 5.0
"""Seconds for what is due to be sent, once the coach was asked to stop."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""The form of a webhook's secret, as Telegram takes it."""

_log = logging.getLogger(__name__)

Watch = Callable[[], Coroutine[Any, Any, None]]
"""Ends with an error when nothing can be kept any more."""


def secrets_in(settings: Settings) -> list[str]:
    """Return what must stand in no log. Raises UsageError where one is missing or of no use."""
    token = settings.telegram_bot_token.get_secret_value()
    secret = settings.webhook_secret.get_secret_value()
    if not token:
        raise UsageError("no_token")
    if settings.webhook_url and not _SECRET.fullmatch(secret):
        raise UsageError("no_secret")
    return [token, secret]


class TelegramBot:
    """The channel, put together. ``outboxes`` are for the service that ``run`` is then given."""

    def __init__(
        self,
        settings: Settings,
        content: Content,
        store: Store,
        clock: Clock,
        draw: Callable[[Picture], bytes],
        shared: StoreOfSeveral | None = None,
    ) -> None:
        """Nothing is sent or asked before ``run``. ``draw`` returns a picture.

        ``shared`` is the store where other processes are this bot, too.
        """
        self._shared = shared
        self._settings, self._content, self._store, self._clock = settings, content, store, clock
        words, token = content.words, settings.telegram_bot_token.get_secret_value()
        lines = ChannelWords(
            words.telegram.more_choices, words.coach.not_deleted, words.telegram.copy_link
        )
        self._api = Api(token, settings.telegram_api_url, draw)
        self._outbox = TelegramOutbox(self._api, store, clock, settings.send_rate_limit, lines)
        self.outboxes = {CHANNEL: self._outbox}

    async def run(
        self,
        service: Service,
        scheduler: Scheduler,
        hidden: ChatHasher,
        watch: Watch,
        stop: asyncio.Event,
    ) -> None:
        """Talk until asked to ``stop``. Raises ChannelError when that is of no use.

        ``hidden`` hashes the ids that the log has. What ``watch`` raises ends it.
        """
        await self._api.open()
        try:
            store, outbox, shared = self._store, self._outbox, self._shared
            given = (service, store, outbox, self._api, self._content, self._clock, hidden)
            handler = HandlerOfSeveral(*given, shared=shared) if shared else UpdateHandler(*given)
            async with _in_background(stop.wait()) as asked:
                await self._talk(handler, scheduler, asked, watch)
            _log.info("stopping")
        finally:
            await self._outbox.close(LEAVE_WITHIN)
            await self._api.close()

    async def _learn_name(self, handler: UpdateHandler) -> None:
        """Learn who the bot is, and keep where an invitation leads to."""
        handler.notices.name = name = await learn_name(self._api)
        leads_here = f"https://t.me/{name}?start={{token}}"
        await self._store.set_meta("telegram_address", leads_here)
        # Beside the page, whose own link offers both doors.
        page = self._settings.web_url
        both = f"{page.rstrip('/')}/join/{{token}}" if page else leads_here
        await self._store.set_meta("invitation_address", both)
        await self._store.set_meta("page_address", f"{page.rstrip('/')}/" if page else "")

    async def _talk(
        self,
        handler: UpdateHandler,
        scheduler: Scheduler,
        asked: asyncio.Future[Any],
        watch: Watch,
    ) -> None:
        if isinstance(handler, HandlerOfSeveral):
            await self._share(handler, scheduler, asked)
            return
        await self._outbox.load()
        await handler.inbox.load()
        async with (
            _in_background(self._learn_name(handler)) as named,
            _updates(self._settings, handler, named) as updates,
            _in_background(_after(named, partial(introduce, self._api, self._content.words))),
            _in_background(_after(named, partial(warm_up, self._content))),
            _in_background(self._outbox.reminders.run()) as sending,
            _in_background(scheduler.run()) as ticking,
            _in_background(watch()) as watching,
        ):
            failed = self._outbox.replies.failed
            ends: set[asyncio.Future[Any]] = {asked, updates, sending, ticking, watching, failed}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            _raise_first(updates, sending, ticking, watching, failed)

    async def _share(
        self, handler: HandlerOfSeveral, scheduler: Scheduler, asked: asyncio.Future[Any]
    ) -> None:
        """Talk as one process of several."""
        settings, outbox = self._settings, self._outbox
        await outbox.load_what_all_know()
        async with _Beside() as beside:
            named = await beside.run(self._learn_name(handler))
            await beside.run(_after(named, partial(warm_up, self._content)))
            lead = partial(self._lead, handler, scheduler, named)
            sharing = await beside.run(
                _after(named, OneOfSeveral(handler.shared, handler, outbox, lead).run)
            )
            ends: set[asyncio.Future[Any]] = {asked, outbox.replies.failed, sharing}
            if settings.webhook_url:
                ends.add(await beside.enter_async_context(_updates(settings, handler, named)))
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            _raise_first(*(each for each in ends if each is not asked))

    async def _lead(
        self, handler: UpdateHandler, scheduler: Scheduler, named: asyncio.Future[None]
    ) -> None:
        """Do what only one of several processes does, until cancelled."""
        async with _Beside() as beside:
            await beside.run(introduce(self._api, self._content.words))
            sending = await beside.run(self._outbox.reminders.run())
            ends = {sending, await beside.run(scheduler.run())}
            if not self._settings.webhook_url:
                updates = _updates(self._settings, handler, named)
                ends.add(await beside.enter_async_context(updates))
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            _raise_first(*ends)


class _Beside(AsyncExitStack):
    """A task that goes on beside something else, and ends with it."""

    async def run(self, work: Coroutine[Any, Any, None]) -> asyncio.Future[None]:
        """Begin it; return its end."""
        return await self.enter_async_context(_in_background(work))


def _raise_first(*futures: asyncio.Future[None]) -> None:
    for each in futures:
        if each.done() and (error := each.exception()):
            if isinstance(error, InvalidToken):
                raise ChannelError("bad_token", exit_status=5) from None
            raise error


@asynccontextmanager
async def _updates(
    settings: Settings, handler: UpdateHandler, named: asyncio.Future[None]
) -> AsyncIterator[asyncio.Future[None]]:
    """Updates by webhook where one is set, else by asking. Turns in hand end before it does.

    It is asked at once, but no turn that this leads to begins before the bot is ``named``.
    """
    if url := settings.webhook_url:
        from bot.channels.telegram_bot.webhook import (  # noqa: PLC0415 - most bots ask: 2 MB less
            Webhook,
            listening,
        )

        secret = settings.webhook_secret.get_secret_value()
        telling = partial(set_webhook, handler.api, url, secret, ALLOWED)
        await handler.store.set_meta("alive_at", "")  # nobody asks for updates: they come
        async with (
            listening(Webhook(handler, secret), url, settings.webhook_host, settings.webhook_port),
            _in_background(_after(named, telling)) as setting,
        ):
            yield setting
        return
    poller = Poller(handler, named)
    try:
        async with _in_background(poller.run()) as asking:
            yield asking
    finally:
        await poller.finish()


async def _after(first: asyncio.Future[Any], work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do what has to wait for something else. Raises what that raises."""
    await asyncio.shield(first)
    await work()


@asynccontextmanager
async def _in_background(work: Coroutine[Any, Any, Any]) -> AsyncIterator[asyncio.Future[Any]]:
    running = asyncio.ensure_future(work)
    try:
        yield running
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
