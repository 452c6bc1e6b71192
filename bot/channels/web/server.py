"""The server of the page: its routes put together, listening, and leaving in order."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from aiohttp import web

from bot.channels.web.cast import ELSEWHERE, Cast
from bot.channels.web.changing import Changing
from bot.channels.web.cohorts.routes import cohort_routes
from bot.channels.web.crossing import Crossings
from bot.channels.web.doors import Doors
from bot.channels.web.downloads import Downloads
from bot.channels.web.events import Events
from bot.channels.web.forms import LONGEST_SENT
from bot.channels.web.guards import Guards
from bot.channels.web.mail import MailPages
from bot.channels.web.outbox import WebOutbox
from bot.channels.web.pages import Pages
from bot.channels.web.place import Place
from bot.channels.web.readers import Readers
from bot.channels.web.sign_in import SignIn
from bot.channels.web.talk import Talk
from bot.channels.web.trial import Stage, Trial, TrialMail
from bot.channels.web.watching import Watching
from bot.clock import Clock, MovableClock
from bot.content.library import Content
from bot.content.words.words import Words
from bot.errors import ChannelError, StoreError
from bot.services.coach import Coach
from bot.services.ports import Post
from bot.services.scheduler import Scheduler
from bot.services.warm_up import warm_up
from bot.store import Store

LEAVE_WITHIN = 3.0
"""Seconds for requests in hand to end, once the coach was asked to stop."""

HEADERS_WITHIN = 20.0
"""Seconds for the headers of a request to be there, and for the next request of a connection."""


class WebPage:
    """The channel, put together. ``outbox`` is for the service that ``listening`` is then given."""

    def __init__(self, store: Store, clock: Clock, words: Words, post: Post | None = None) -> None:
        """Nothing listens before ``listening``. ``post`` sends letters, None where none are."""
        self._post = post
        self.watching = Watching()
        self.outbox = WebOutbox(store, clock, self.watching, words.web.shown_once)

    def application(self, coach: Coach, place: Place) -> web.Application:
        """Return the server's application."""
        pages = Pages(coach.content.words, sends_mail=self._post is not None)
        guards = Guards(pages, place.hosts, place.proxies)
        guards.is_secure = place.is_secure
        app = web.Application(client_max_size=LONGEST_SENT, middlewares=[guards.middleware])
        talk = Talk(coach, pages, self.watching, secure=place.is_secure)
        app.add_routes(talk.routes())
        app.add_routes(Changing(talk).routes())
        app.add_routes(Downloads(talk).routes())
        app.add_routes(Readers(talk).routes())
        app.add_routes(cohort_routes(talk))
        app.router.add_get("/events", Events(talk).stream)
        app.router.add_get("/offline", pages.offline)
        app.router.add_get("/sw.js", pages.static)
        doors = Doors(talk, place.address, guards.client)
        app.add_routes(doors.routes())
        crossings = Crossings(doors)
        app.add_routes(crossings.routes())
        app.add_routes(SignIn(doors, crossings, self._post).routes())
        app.add_routes(MailPages(doors, self._post, place.address).routes())
        app.router.add_get("/static/{name}", pages.static)
        app.router.add_get("/health", _health(coach))
        return app

    async def trial(
        self,
        coach: Coach,
        place: Place,
        clock: MovableClock,
        scheduler: Scheduler,
        mail: TrialMail | None = None,
    ) -> web.Application:
        """Return the application of a trial, with people in it. Raises StoreError."""
        pages = Pages(coach.content.words)
        guards = Guards(pages, place.hosts, place.proxies)
        guards.let_frame("'self'")
        app = web.Application(client_max_size=LONGEST_SENT, middlewares=[guards.middleware])
        cast = Cast(coach.content.words.web.trial)
        await cast.enter(coach)
        trial = Trial(coach, pages, self.watching, cast)
        app.add_routes(trial.routes("/as/{who}/"))
        app.add_routes(Changing(trial).routes("/as/{who}/"))
        app.add_routes(Downloads(trial).routes("/as/{who}/"))
        app.add_routes(cohort_routes(trial, "/as/{who}/"))
        doors = Doors(trial, place.address, guards.client)
        app.add_routes(doors.joining_routes("/as/{who}/"))
        app.add_routes(MailPages(doors, self._post, place.address).routes("/as/{who}/"))
        app.add_routes(Readers(trial, knows_own=False).routes("/as/{who}/"))
        app.router.add_get(f"/as/{ELSEWHERE}/cross/{{token}}", trial.cross)
        app.router.add_get("/as/{who}/events", Events(trial).stream)
        app.add_routes(Stage(pages, clock, scheduler, self.outbox, mail).routes())
        app.router.add_get("/static/{name}", pages.static)
        return app

    @asynccontextmanager
    async def listening(self, app: web.Application, place: Place) -> AsyncIterator[str]:
        """Listen, and yield the address to open. Raises ChannelError, StoreError."""
        sending = self._post.sending() if self._post else contextlib.nullcontext()
        async with sending, self._served(app, place) as address:
            yield address

    @asynccontextmanager
    async def _served(self, app: web.Application, place: Place) -> AsyncIterator[str]:
        await self.outbox.load()
        runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=LEAVE_WITHIN, keepalive_timeout=HEADERS_WITHIN
        )
        await runner.setup()
        try:
            site = web.TCPSite(runner, place.host, place.port)
            try:
                await site.start()
            except OSError as error:
                why = error.strerror or str(error)
                raise ChannelError("cannot_serve", port=str(place.port), why=why) from error
            yield place.url or f"http://{place.named}:{runner.addresses[0][1]}/"
        finally:
            await runner.cleanup()
            await self.outbox.settled()


async def until_stopped(
    scheduler: Scheduler,
    watch: Callable[[], Coroutine[Any, Any, None]],
    beside: AbstractAsyncContextManager[None],
    content: Content,
) -> None:
    """Look for what is due until SIGTERM or SIGINT, and let ``beside`` go on meanwhile.

    Before anybody comes it makes ready what reads by the ``content``. Raises what ``watch`` does.
    """
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    ticking, watching = asyncio.ensure_future(scheduler.run()), asyncio.ensure_future(watch())
    stopping, warming = asyncio.ensure_future(stop.wait()), asyncio.ensure_future(warm_up(content))
    try:
        async with beside:  # it may say that all is ready: whoever is asked to stop now does so
            await asyncio.wait({stopping, watching}, return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
    finally:
        going_on = ticking, watching, stopping, warming
        for each in going_on:
            each.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)


def _health(coach: Coach) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def health(request: web.Request) -> web.Response:
        del request
        try:
            await coach.store.get_meta("alive_at")
        except StoreError:
            return web.Response(status=503, text="the store cannot be read\n")
        return web.Response(text="ok\n")

    return health
