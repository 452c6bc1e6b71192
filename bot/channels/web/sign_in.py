"""Signing in by e-mail, for who looks after a group and let their address do so.

Nobody learns from these pages whether an address is known: every answer is the same. A code works
in the browser that asked for it and in no other, once, for a few minutes.
"""

from __future__ import annotations

import asyncio
import logging
import secrets

from aiohttp import web

from bot.channels.web.crossing import Crossings
from bot.channels.web.doors import Doors
from bot.channels.web.here import Here
from bot.channels.web.sparing import Sparing
from bot.channels.web.visitor import Visitor
from bot.channels.web.way_back import Guesses
from bot.domain.crossing import GOOD_FOR, MINUTES
from bot.domain.door_commands import OpenDoor
from bot.domain.invitations import CODE_LENGTH, as_code, hashed, new_code
from bot.domain.mail import is_mailbox
from bot.engine.wording import fill
from bot.errors import StoreError
from bot.logs import describe
from bot.services.ports import Post

_log = logging.getLogger(__name__)


class SignIn:
    """The pages of a code by e-mail."""

    def __init__(self, doors: Doors, crossings: Crossings, post: Post | None) -> None:
        """``post`` sends the code, None where this coach sends no e-mail."""
        self._doors, self._talk, self._crossings, self._post = doors, doors.talk, crossings, post
        self._pages, self._store = doors.talk.pages, doors.talk.coach.store
        self._said = doors.talk.pages.words.sign_in
        self._asked, self._guesses = Sparing(), Guesses(self._store)
        self._tasks = set[asyncio.Task[None]]()

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of these pages; none where there is no mail server."""
        if self._post is None:
            return []
        return [
            web.get("/sign-in", self.show),
            web.post("/sign-in", self.ask),
            web.post("/sign-in/code", self.enter),
        ]

    async def show(self, request: web.Request) -> web.StreamResponse:
        """A field for an address."""
        return self._page(await self._talk.here(request))

    def _page(
        self,
        here: Here,
        note: str = "",
        status: int = 200,
        *,
        typed: str = "",
        is_asked: bool = False,
    ) -> web.StreamResponse:
        said = str(fill(self._pages.words, self._said.on_its_way, minutes=MINUTES))
        facts = {"said": said, "typed": typed, "is_asked": is_asked}
        page = self._pages.page("sign_in.html", status, here=here, note=note, **facts)
        return self._talk.keep_cookie(page, here.visitor)

    async def ask(self, request: web.Request) -> web.StreamResponse:
        """An address: a code goes there if it is one that may sign in."""
        here, given = await self._doors.posted(request)
        typed, now = given.strip(), self._talk.coach.now()
        mail = self._pages.words.mail
        if not is_mailbox(typed):
            note = str(fill(self._pages.words, mail.no_address, typed=typed[:80]))
            return self._page(here, note, 400, typed=typed)
        if self._asked.is_over((self._doors.client(request), typed.casefold()), now):
            return self._page(here, mail.too_often, 429, typed=typed)
        if self._post is None or not await self._post.is_up():
            return self._page(here, mail.down, 503, typed=typed)
        # Sent beside the answer: how long that takes tells nothing of an address either.
        task = asyncio.ensure_future(self._send(here.visitor, typed))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return self._page(here, is_asked=True)

    async def _send(self, visitor: Visitor, typed: str) -> None:
        try:
            await self._send_code(visitor, typed)
        except StoreError as error:  # nothing came: the page has said what to do then
            _log.error("sign-in: %s", describe(type(error), error.__traceback__))

    async def _send_code(self, visitor: Visitor, typed: str) -> None:
        whose = await self._store.signs_in_at(typed)
        mailbox = await self._store.mailbox_of(whose) if whose else None
        if mailbox is None or self._post is None:
            return
        code, now = new_code(secrets.token_bytes(16)), self._talk.coach.now()
        await self._store.do([OpenDoor((_kept(visitor, code),), now + GOOD_FOR)], whose, now)
        await self._post.sign_in(mailbox.address, f"{code[:4]}-{code[4:]}")

    async def enter(self, request: web.Request) -> web.StreamResponse:
        """The code: the groups of whoever it was sent to, in this browser."""
        here, given = await self._doors.posted(request)
        code, client, now = as_code(given), self._doors.client(request), self._talk.coach.now()
        if await self._guesses.are_used_up(client, now):
            return self._page(here, self._said.too_many, 429, typed=given[:20], is_asked=True)
        kept = _kept(here.visitor, code)
        if len(code) != CODE_LENGTH or not await self._store.behind_door(kept, now):
            await self._guesses.note(client, now)
            return self._page(here, self._said.wrong, 404, typed=given[:20], is_asked=True)
        return await self._crossings.open_here(here, kept, to_groups=True)


def _kept(visitor: Visitor, code: str) -> str:
    """Return what is kept of a code: with what only the browser has that asked for it."""
    return f"mail {hashed(f'{visitor.token} {code}')}"
