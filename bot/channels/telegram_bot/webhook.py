"""Updates brought by Telegram: 200 only after the commit, and nothing is read from strangers."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.telegram_bot.connections import HEADERS_WITHIN, served
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.errors import ChannelError, StoreError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header

MAX_BYTES = 1024 * 1024
"""An update is a few kilobytes."""

HEALTH = "/health"

_log = logging.getLogger(__name__)


class Webhook:
    """The handlers of the two paths."""

    def __init__(self, handler: UpdateHandler, secret: str) -> None:
        """``secret`` is what Telegram sends along with each update."""
        self._handler, self._secret = handler, secret.encode()

    async def health(self, request: web.Request) -> web.Response:
        """Whether the coach answers and its store can be read."""
        del request
        try:
            await self._handler.store.get_meta("alive_at")
        except StoreError:
            return web.Response(status=503, text="the store cannot be read\n")
        return web.Response(text="ok\n")

    async def update(self, request: web.Request) -> web.Response:
        """One update. The secret is compared, in constant time, before the body is read."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return self._refuse(403)
        if (request.content_length or 0) > MAX_BYTES:
            return self._refuse(413)
        body = await request.content.read(MAX_BYTES + 1)
        while not request.content.at_eof() and len(body) <= MAX_BYTES:
            body += await request.content.read(MAX_BYTES + 1 - len(body))
        if len(body) > MAX_BYTES:
            return self._refuse(413)
        try:
            await self._take(body)
        except StoreError as error:
            _log.error("cannot save, Telegram sends it again: %s", reason(error))
            return web.Response(status=503)
        return web.Response()

    async def _take(self, body: bytes) -> None:
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):  # no JSON, or a hundred thousand brackets
            raw = None
        update = self._handler.parse(raw)
        if update is None:
            await self._handler.quarantine([raw])
        else:
            await self._handler.take(update)

    def _refuse(self, status: int) -> web.Response:
        """An answer after which the connection ends, with whatever was still to come unread."""
        answer = web.Response(status=status)
        answer.force_close()
        return answer


@asynccontextmanager
async def listening(
    webhook: Webhook, url: str, host: str, port: int, headers_within: float = HEADERS_WITHIN
) -> AsyncIterator[None]:
    """Listen for updates at the path of ``url``, and at ``/health``. Raises ChannelError.

    A client that has not sent its headers after ``headers_within`` seconds is hung up on.
    """
    app = web.Application(client_max_size=MAX_BYTES)
    app.router.add_post(urlsplit(url).path or "/", webhook.update)
    app.router.add_get(HEALTH, webhook.health)
    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(served(app, host, port, headers_within))
        except OSError as error:
            why = error.strerror or str(error)
            raise ChannelError("cannot_listen", port=str(port), why=why) from error
        yield
