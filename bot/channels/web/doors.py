"""Coming back from another browser, and coming in by a group's link. A GET uses nothing up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.channels.web.forms import field
from bot.channels.web.here import Here
from bot.channels.web.talk import Talk
from bot.channels.web.visitor import Visitor
from bot.channels.web.way_back import Guesses, WayBack, hash_of_link, hash_of_words
from bot.domain.access import AccessQuery
from bot.domain.crossing import NO_WAYS, WaysIn
from bot.domain.door_commands import ClosePlaces
from bot.domain.invitations import hashed
from bot.errors import StoreError
from bot.flows.account.places import named

TELEGRAM = "telegram_address"
"""The fact under which a bot that runs beside the page keeps where its invitations lead."""


class Doors:
    """The pages of ways in and back."""

    def __init__(self, talk: Talk, address: str, client: Callable[[web.Request], str]) -> None:
        """``address`` is where the page is found; ``client`` tells who guesses."""
        self.talk, self._address, self.client = talk, address, client
        self._pages, self._store = talk.pages, talk.coach.store
        self._guesses = Guesses(self._store)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the doors."""
        return [
            web.get("/keys", self.show_keys),
            web.post("/keys", self.make_keys),
            web.post("/keys/end", self.end_others),
            web.get("/back", self.show_back),
            web.post("/back", self.back_by_words),
            web.get("/back/{link}", self.show_link),
            web.post("/back/{link}", self.back_by_link),
            *self.joining_routes("/"),
        ]

    def joining_routes(self, base: str) -> list[web.RouteDef]:
        """Return the routes of a group's link below ``base``. A trial has no other doors."""
        return [
            web.get(f"{base}join/{{token}}", self.show_join),
            web.post(f"{base}join/{{token}}", self.join),
        ]

    # -- a way back

    async def show_keys(self, request: web.Request) -> web.StreamResponse:
        """Show what a way back is, and how many browsers are signed in."""
        return await self._keys(await self.talk.here(request))

    async def make_keys(self, request: web.Request) -> web.StreamResponse:
        """A new link and new words, shown this once. The old ones are of no use any more."""
        here, _ = await self.posted(request)
        if not here.conversation.id:
            return await self._keys(here)
        made = WayBack.new()
        hashes = await made.hashes()
        await self._store.set_ways_back(here.conversation.id, hashes, self.talk.coach.now())
        return await self._keys(here, made)

    async def _keys(self, here: Here, made: WayBack | None = None) -> web.StreamResponse:
        mine = here.conversation.id
        ways, to = await self._ways_in(mine), here.visitor.address
        others, words = ways.others(to), self._pages.words
        zone = here.conversation.preferences.zone
        rows = [
            (each.key if each in others else "", named(words, each, to, zone))
            for each in ways.places
        ]
        telegram = bool(await self._store.get_meta(TELEGRAM)) and mine != ""
        page = self.keys_page(here, made, others=len(others), places=rows, telegram=telegram)
        return self.talk.keep_cookie(page, here.visitor)

    async def _ways_in(self, conversation: str) -> WaysIn:
        if not conversation:
            return NO_WAYS
        query, now = AccessQuery(doors=True), self.talk.coach.now()
        return (await self._store.access(conversation, query, now)).ways_in

    def keys_page(self, here: Here, made: WayBack | None, **more: Any) -> web.Response:
        """Return the page of a way back, with a new one where one was made."""
        link = f"{self._address}back/{made.link}" if made else ""
        facts = {"others": 0, "places": [], "telegram": False, "crossed": False, **more}
        return self._pages.page("keys.html", here=here, made=made, link=link, **facts)

    async def end_others(self, request: web.Request) -> web.StreamResponse:
        """Sign out another browser, or every other one."""
        here, _ = await self.posted(request)
        mine, which = here.conversation.id, field(await request.post(), "place")
        ways = await self._ways_in(mine)
        found = [e for e in ways.others(here.visitor.address) if which in ("", e.key)]
        if found:
            closed = ClosePlaces(tuple(each.address for each in found))
            await self._store.do([closed], mine, self.talk.coach.now())
        return await self._keys(await self.talk.here(request))

    async def show_back(self, request: web.Request) -> web.StreamResponse:
        """A field for six words."""
        return self._back(await self.talk.here(request), "")

    def _back(
        self, here: Here, note: str, status: int = 200, typed: str = ""
    ) -> web.StreamResponse:
        page = self._pages.page("back.html", status, here=here, note=note, link="", typed=typed)
        return self.talk.keep_cookie(page, here.visitor)

    async def back_by_words(self, request: web.Request) -> web.StreamResponse:
        """Six words: the conversation that they are of, in this browser."""
        here, typed = await self.posted(request)
        words, client, now = self._pages.words.web, self.client(request), self.talk.coach.now()
        if await self._guesses.are_used_up(client, now):
            return self._back(here, words.too_many_words, 429, typed)
        kept = await hash_of_words(typed)
        found = await self._store.behind(kept) if kept else ""
        if not found:
            await self._guesses.note(client, now)
            return self._back(here, words.wrong_words, 404, typed)
        return await self._sign_in(found)

    async def show_link(self, request: web.Request) -> web.StreamResponse:
        """A press, which no scanner of mails makes."""
        here = await self.talk.here(request)
        link = request.match_info["link"]
        page = self._pages.page("back.html", here=here, note="", link=link, typed="")
        return self.talk.keep_cookie(page, here.visitor)

    async def back_by_link(self, request: web.Request) -> web.StreamResponse:
        """A private link: the conversation that it is of, in this browser."""
        here, _ = await self.posted(request)
        kept = hash_of_link(request.match_info["link"])
        found = await self._store.behind(kept) if kept else ""
        if not found:
            return self._back(here, self._pages.words.web.link_gone, 404)
        return await self._sign_in(found)

    async def _sign_in(self, conversation: str) -> web.StreamResponse:
        """Let this browser be one of the conversation's, under a new cookie."""
        visitor = Visitor.new()
        await self._store.point(visitor.address, conversation, self.talk.coach.now())
        answer = web.Response(status=303, headers={"Location": "/#now"})
        return self.talk.keep_cookie(answer, visitor)

    # -- a group's link

    async def show_join(self, request: web.Request) -> web.StreamResponse:
        """Both doors of an invitation, and what each means for who can read."""
        here = await self.talk.here(request)
        token = request.match_info["token"]
        if not await self._is_invitation(token):
            return self._join_gone(here)
        telegram = (await self._store.get_meta(TELEGRAM)).replace("{token}", token)
        page = self._pages.page("join.html", here=here, token=token, telegram=telegram)
        return self.talk.keep_cookie(page, here.visitor)

    async def join(self, request: web.Request) -> web.StreamResponse:
        """Come in by the browser's door: the conversation asks whether to join."""
        here, _ = await self.posted(request)
        token = request.match_info["token"]
        if not await self._is_invitation(token):
            return self._join_gone(here)
        try:
            return await self.talk.come_in(here, token)
        except StoreError:
            return self._pages.notice(503, self._pages.words.web.not_saved)

    async def _is_invitation(self, token: str) -> bool:
        """Whether a link lets somebody in now. What it does for whom is decided in their turn."""
        now = self.talk.coach.now()
        access = await self._store.access("", AccessQuery(token_hash=hashed(token)), now)
        cohort = access.invitation.cohort if access.invitation else None
        return access.invitation is not None and not (cohort and cohort.is_over(now))

    def _join_gone(self, here: Here) -> web.StreamResponse:
        page = self._pages.notice(404, self._pages.words.joining.link_gone, here.base)
        return self.talk.keep_cookie(page, here.visitor)

    async def posted(self, request: web.Request) -> tuple[Here, str]:
        """Return who has posted a form of ours, and what they typed. Raises HTTPForbidden."""
        form = await request.post()
        here = await self.talk.here(request)
        if not here.visitor.owns(str(form.get("csrf", ""))):
            raise web.HTTPForbidden
        return here, str(form.get("text", ""))
