"""Server-sent events: a page that is open is told when there is something new."""

from __future__ import annotations

import asyncio

from aiohttp import web

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
        answer = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await answer.prepare(request)
        with self._talk.watching.page(conversation) as new:
            await answer.write(b": here\n\n")
            while True:
                try:
                    async with asyncio.timeout(QUIET):
                        await new.wait()
                except TimeoutError:
                    await answer.write(b": here\n\n")
                    continue
                new.clear()
                await answer.write(b"data: %d\n\n" % new.version)
