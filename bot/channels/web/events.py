"""Server-sent events: a page that is open is told when there is something new."""

from __future__ import annotations

import asyncio
import contextlib

from aiohttp import web
from aiohttp_sse import EventSourceResponse

from bot.channels.web.talk import Talk

QUIET = 25.0
"""Seconds after which a stream says that it is there, so that no proxy closes it."""


class Events:
    """The streams of the pages that are open. They say which turn is new; a page asks for it."""

    def __init__(self, talk: Talk) -> None:
        """Whoever asks hears of their own conversation alone."""
        self._talk = talk

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send an event for each thing that is new."""
        visitor = self._talk.visitor(request)
        conversation = await self._talk.coach.store.conversation_of(visitor.address)
        if not conversation or self._talk.watching.is_full(conversation):
            return web.Response(status=204)  # a browser does not ask again
        answer = EventSourceResponse(ping_interval=QUIET)
        answer.headers["Cache-Control"] = "no-store"
        # It listens before it says that it is open: what is new in between is told as well.
        with self._talk.watching.page(conversation) as new:
            await answer.prepare(request)
            async with answer:
                while answer.is_connected():  # who has gone is noticed by the next sign of life
                    with contextlib.suppress(TimeoutError, ConnectionResetError):
                        async with asyncio.timeout(QUIET):
                            await new.wait()
                            new.clear()
                            await answer.send(str(new.version))
        return answer
