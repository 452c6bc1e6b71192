"""Changing doors in mid-question: on to Telegram from here, and here from there."""

from __future__ import annotations

import re
import secrets

from aiohttp import web

from bot.channels.web.doors import TELEGRAM, Doors
from bot.channels.web.here import Here
from bot.channels.web.visitor import Visitor
from bot.channels.web.way_back import WayBack
from bot.domain.crossing import GOOD_FOR, MINUTES, TO_GROUPS, door_key
from bot.domain.door_commands import Cross, OpenDoor
from bot.domain.invitations import hashed, new_code
from bot.errors import Changed

_TOKEN = re.compile(r"[0-9a-f]{32}")
"""Of a link. A code is none: guesses of codes are limited where they are typed."""


class Crossings:
    """The pages by which a conversation gains a second way in."""

    def __init__(self, doors: Doors) -> None:
        """Share what the other doors have."""
        self._doors, self._talk = doors, doors.talk
        self._pages, self._store = doors.talk.pages, doors.talk.coach.store

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of both ways."""
        return [
            web.post("/telegram", self.to_telegram),
            web.get("/cross/{token}", self.show),
            web.post("/cross/{token}", self.cross),
        ]

    async def to_telegram(self, request: web.Request) -> web.StreamResponse:
        """A link and a code for Telegram, shown this once."""
        here, _ = await self._doors.posted(request)
        telegram = await self._store.get_meta(TELEGRAM)
        mine = here.conversation.id
        if not telegram or not mine:
            raise web.HTTPNotFound
        now, token = self._talk.coach.now(), secrets.token_hex(16)
        code = new_code(secrets.token_bytes(16))
        hashes = (hashed(token), door_key(hashed(code), code=True))
        await self._store.do([OpenDoor(hashes, now + GOOD_FOR)], mine, now)
        page = self._pages.page(
            "telegram.html",
            here=here,
            link=telegram.replace("{token}", token),
            code=f"{code[:4]}-{code[4:]}",
            minutes=MINUTES,
        )
        return self._talk.keep_cookie(page, here.visitor)

    async def show(self, request: web.Request) -> web.StreamResponse:
        """A press, and what it means for words that are here already. It uses nothing up."""
        here, token = await self._talk.here(request), request.match_info["token"]
        found = await self._behind(token)
        if not found:
            return self._gone(here)
        to_groups = leads_to_groups(request)
        if found == here.conversation.id:
            return self._onward(here.visitor, to_groups)
        page = self._pages.page("cross.html", here=here, token=token, to_groups=to_groups)
        return self._talk.keep_cookie(page, here.visitor)

    async def cross(self, request: web.Request) -> web.StreamResponse:
        """Open the other conversation in this browser."""
        here, _ = await self._doors.posted(request)
        token = request.match_info["token"]
        kept = hashed(token) if _TOKEN.fullmatch(token) else ""
        return await self.open_here(here, kept, to_groups=leads_to_groups(request))

    async def open_here(self, here: Here, kept: str, *, to_groups: bool) -> web.StreamResponse:
        """Open what is behind a door in this browser. Words that were here get a way back."""
        now, mine = self._talk.coach.now(), here.conversation
        found = await self._store.behind_door(kept, now)
        if found and found == mine.id:
            return self._onward(here.visitor, to_groups)
        made = None
        if found and mine.id:
            made = WayBack.new()
            await self._store.set_ways_back(mine.id, await made.hashes(), now)
        visitor = Visitor.new()
        try:
            await self._store.do([Cross(kept, visitor.address)], mine.id, now)
        except Changed:
            return self._gone(here)
        if made is None:
            return self._onward(visitor, to_groups)
        crossed = Here(visitor, here.base, mine, here.rows)
        page = self._doors.keys_page(crossed, made, crossed=True)
        return self._talk.keep_cookie(page, visitor)

    async def _behind(self, token: str) -> str:
        if not _TOKEN.fullmatch(token):
            return ""
        return await self._store.behind_door(hashed(token), self._talk.coach.now())

    def _gone(self, here: Here) -> web.StreamResponse:
        page = self._pages.notice(404, self._pages.words.web.cross_gone)
        return self._talk.keep_cookie(page, here.visitor)

    def _onward(self, visitor: Visitor, to_groups: bool) -> web.StreamResponse:
        where = "/groups" if to_groups else "/#now"
        answer = web.Response(status=303, headers={"Location": where})
        return self._talk.keep_cookie(answer, visitor)


def leads_to_groups(request: web.Request) -> bool:
    """Whether a link was made for a coordinator's pages."""
    return request.query_string == TO_GROUPS
