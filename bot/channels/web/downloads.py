"""Downloads: a file or the words of a line, by whose line it is."""

from __future__ import annotations

from asyncio import to_thread
from urllib.parse import quote

from aiohttp import web

from bot.channels.web.forms import number_in
from bot.channels.web.talk import Talk
from bot.domain.turn import Reply
from bot.errors import CannotMake


class Downloads:
    """The files of whoever asks."""

    def __init__(self, talk: Talk) -> None:
        """``talk`` knows who asks."""
        self._talk = talk

    def routes(self, base: str = "/") -> list[web.RouteDef]:
        """Return the routes of the files below ``base``."""
        return [
            web.get(f"{base}file/{{number}}", self.file),
            web.get(f"{base}text/{{number}}", self.text),
        ]

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file of a line of theirs, drawn now where it is a picture."""
        reply = await self._reply(request)
        if reply.file is None:
            raise web.HTTPNotFound
        file = reply.file
        try:
            body = await to_thread(self._talk.coach.files.content, file)
        except CannotMake:
            return web.Response(text=file.otherwise, content_type="text/plain", charset="utf-8")
        # A picture alone is shown in a page: words that somebody typed are never a page of ours.
        inline = "show" in request.query and file.mime.startswith("image/")
        return as_download(body, file.mime, file.name, inline=inline)

    async def text(self, request: web.Request) -> web.StreamResponse:
        """The words of a line of theirs as a text file."""
        reply = await self._reply(request)
        if not reply.verbatim:
            raise web.HTTPNotFound
        stem = reply.file.stem if reply.file else "words"
        return as_download(reply.text.encode(), "text/plain", f"{stem}.txt")

    async def _reply(self, request: web.Request) -> Reply:
        here = await self._talk.here(request)
        number = number_in(request.match_info["number"], 0)
        found = next((each.what for each in here.rows if each.number == number), None)
        if not isinstance(found, Reply):
            raise web.HTTPNotFound
        return found


def as_download(body: bytes, mime: str, name: str, *, inline: bool = False) -> web.Response:
    """Return a file as an answer, to be shown or kept under a name."""
    answer = web.Response(body=body, content_type=mime)
    if mime.startswith("text/"):
        answer.charset = "utf-8"
    how = "inline" if inline else "attachment"
    answer.headers["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(name)}"
    return answer
