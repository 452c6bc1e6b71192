"""Connections to the webhook: so many for each client, and none that says nothing for long."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from aiohttp import web

HEADERS_WITHIN = 20.0
"""Seconds for the headers of a request to be there, and for the next request of a connection."""

MOST = 100
"""Open connections of one client: Telegram, or the proxy, needs 40, which is what it uses unasked.

A process may often have 1,024 files open, and the data needs some of them.
"""


class Counted(web.RequestHandler):
    """A connection that ends at once where its client has too many."""

    __slots__ = ("_client", "_open")

    def __init__(self, server: web.Server, opened: Counter[str], headers_within: float) -> None:
        """``opened`` is how many each client has."""
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=headers_within,  # aiohttp counts it from the first moment
        )
        self._open, self._client = opened, ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count it, and hang up where it is one too many."""
        peer = transport.get_extra_info("peername")
        self._client = str(peer[0]) if peer else ""
        self._open[self._client] += 1
        super().connection_made(transport)
        if self._open[self._client] > MOST and isinstance(transport, asyncio.Transport):
            transport.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Count it no more."""
        self._open[self._client] -= 1
        if not self._open[self._client]:
            del self._open[self._client]
        super().connection_lost(exc)


@asynccontextmanager
async def served(
    app: web.Application, host: str, port: int, headers_within: float
) -> AsyncIterator[None]:
    """Serve an application to clients that are counted. Raises OSError where it cannot listen."""
    runner = web.AppRunner(app, shutdown_timeout=5)
    await runner.setup()
    try:
        server, opened = cast(web.Server, runner.server), Counter[str]()
        listener = await asyncio.get_running_loop().create_server(
            lambda: Counted(server, opened, headers_within), host, port
        )
        try:
            yield
        finally:
            listener.close()
    finally:
        await runner.cleanup()
