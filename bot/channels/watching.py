"""Whether the coach is well, for machines: a page on loopback, and systemd's watchdog.

No line names a person, and ``/health`` has no detail: who may ask is whoever is on the machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aiohttp import web

from bot.clock import Clock
from bot.domain.health import Around, Health, Looks, is_well, troubles
from bot.errors import ChannelError, StoreError

LOOPBACK = "127.0.0.1"

FEED_EVERY = 10.0
"""Seconds between two words to the watchdog where it does not say how often it wants one."""


class Looked(Protocol):
    """A store that can be asked how it is."""

    async def health(self, now: datetime) -> Health:
        """Return how the store is. Raise StoreError."""


class Watching:
    """The pages ``/health`` and ``/metrics``."""

    def __init__(self, store: Looked, folder: Path, clock: Clock) -> None:
        """``folder`` is that of the data, whose disk must have room."""
        self._store, self._folder, self._clock = store, folder, clock

    async def look(self) -> tuple[Health, Around, bool]:
        """Return how all is, and whether that is well. Raise StoreError."""
        now = self._clock()
        health = await self._store.health(now)
        around = Around(runs=True, free=shutil.disk_usage(self._folder).free)
        return health, around, is_well(troubles(health, around, now))

    async def health(self, request: web.Request) -> web.Response:
        """Answer ok or 503."""
        del request
        with contextlib.suppress(StoreError, OSError):
            if (await self.look())[2]:
                return web.Response(text="ok\n")
        return web.Response(status=503, text="not well\n")

    async def metrics(self, request: web.Request) -> web.Response:
        """Answer all figures in Prometheus's form."""
        del request
        try:
            look = await self.look()
        except (StoreError, OSError):
            return web.Response(status=503)
        return self._exposed([("", look)])

    def _exposed(self, looks: Looks) -> web.Response:
        # The library takes 1.5 MB, and most installations are asked for no figures.
        from bot.channels.metrics import exposed  # noqa: PLC0415

        return web.Response(body=exposed(looks, self._clock()))

    @asynccontextmanager
    async def listening(self, port: int) -> AsyncIterator[None]:
        """Listen on loopback. Raises ChannelError."""
        app = web.Application(client_max_size=1024)
        app.router.add_get("/health", self.health)
        app.router.add_get("/metrics", self.metrics)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, LOOPBACK, port).start()
            except OSError as error:
                why = error.strerror or str(error)
                raise ChannelError("cannot_watch", port=str(port), why=why) from error
            yield
        finally:
            await runner.cleanup()


class WatchingSeveral(Watching):
    """The same of several bots: all must be well, and one that does not run is not."""

    def __init__(self, names: Iterable[str], clock: Clock) -> None:
        """None of them runs yet: who does is put into ``running``."""
        self.running: dict[str, Watching | None] = dict.fromkeys(names)
        self._clock = clock

    async def look(self) -> tuple[Health, Around, bool]:
        """Return how one is that can be asked. Raise StoreError where none can."""
        for _, look in await self._looks():
            return look
        raise StoreError("changed")

    async def health(self, request: web.Request) -> web.Response:
        """Answer ok or 503."""
        del request
        looks = await self._looks()
        if len(looks) == len(self.running) and all(well for _, (_, _, well) in looks):
            return web.Response(text="ok\n")
        return web.Response(status=503, text="not well\n")

    async def metrics(self, request: web.Request) -> web.Response:
        """Answer all figures of each that runs."""
        del request
        return self._exposed(await self._looks())

    async def _looks(self) -> Looks:
        found = Looks()
        for name, watching in self.running.items():
            if watching:
                with contextlib.suppress(StoreError, OSError):
                    found.append((name, await watching.look()))
        return found


@asynccontextmanager
async def watched(watching: Watching, port: int | None) -> AsyncIterator[None]:
    """Let machines see whether all is well: at a port where one is set. Raises ChannelError."""
    listening = watching.listening(port) if port else contextlib.nullcontext()
    async with listening, feeding(watching):
        yield


@asynccontextmanager
async def feeding(watching: Watching) -> AsyncIterator[None]:
    """Tell systemd that the coach is ready, and for as long as it is well that it is alive."""
    where = os.environ.get("NOTIFY_SOCKET", "")
    if not where:
        yield
        return
    wanted = int(os.environ.get("WATCHDOG_USEC", "0")) / 2e6 or FEED_EVERY
    feeding = asyncio.ensure_future(_feed(where, wanted, watching.look))
    try:
        yield
    finally:
        feeding.cancel()
        notify(where, "STOPPING=1")


async def _feed(
    where: str, every: float, look: Callable[[], Awaitable[tuple[Health, Around, bool]]]
) -> None:
    notify(where, "READY=1")
    while True:
        # What a restart cannot mend, such as Telegram being away, must not lead to one: the store
        # answers, and that is what a process that hangs cannot do.
        with contextlib.suppress(StoreError, OSError):
            await look()
            notify(where, "WATCHDOG=1")
        await asyncio.sleep(every)


def notify(where: str, what: str) -> None:
    """Say something to systemd. That it does not listen stops nothing."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.connect("\0" + where[1:] if where.startswith("@") else where)
        told.send(what.encode())
