"""Changing an answer in place: the page once more, with a field where the message stands."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from bot.channels.web.forms import field, number_in
from bot.channels.web.here import Here
from bot.channels.web.talk import LIVE, Talk
from bot.channels.web.view import Change
from bot.domain.conversation import NO_PROMPT
from bot.domain.messages import Message
from bot.domain.turn import Turn
from bot.errors import StoreError


class Changing:
    """The messages of somebody, to be changed."""

    def __init__(self, talk: Talk) -> None:
        """``talk`` knows who asks."""
        self._talk, self._pages = talk, talk.pages

    def routes(self, base: str = "/") -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        return [
            web.get(f"{base}change/{{message}}", self.show),
            web.post(f"{base}change/{{message}}", self.change),
        ]

    async def show(self, request: web.Request) -> web.StreamResponse:
        """The page, with a message of theirs in a field."""
        here = await self._talk.here(request)
        found = _message(here, request)
        if found is None:
            raise web.HTTPNotFound
        return await self._page(here, found.number, found.text)

    async def change(self, request: web.Request) -> web.StreamResponse:
        """The new words of a message, and the page at that answer."""
        form = await request.post()
        here = replace(await self._talk.here(request), is_live=LIVE in request.headers)
        found, typed, words = _message(here, request), field(form, "text"), self._pages.words.web
        if found is None:  # it was deleted meanwhile: the words may fit what is asked now
            return await self._talk.again(here, typed, "elsewhere", 404)
        if not here.visitor.owns(field(form, "csrf")):
            return await self._page(here, found.number, typed, words.stale_form, 403)
        try:
            key = here.visitor.event_key(field(form, "key"), typed)
            turn = await self._talk.receive(here, "edit", typed, key, source=found.source)
        except StoreError:
            return await self._page(here, found.number, typed, words.not_saved, 503)
        return await self._talk.after(here, turn, changed=self._stands(here, turn, found.number))

    async def _page(
        self, here: Here, message: int, typed: str, note: str = "", status: int = 200
    ) -> web.StreamResponse:
        form = self._pages.change(here, message, typed, note)
        change = Change(message, form)
        return await self._talk.page(here, status=status, change=change)

    def _stands(self, here: Here, turn: Turn | None, number: int) -> int:
        """The number where the answers are still listed, 0 where something is asked first."""
        answers = self._talk.views.answers(turn.after if turn else here.conversation)
        if turn and _asks(turn):
            return 0
        return number if any(each.message == number for each in answers) else 0


def _asks(turn: Turn) -> bool:
    """Whether something is asked that was not asked before, about a name say."""
    before, after = turn.before, turn.after
    is_same = (before.prompt, before.prompt_message) == (after.prompt, after.prompt_message)
    return after.prompt != NO_PROMPT and not is_same


def _message(here: Here, request: web.Request) -> Message | None:
    """The message of theirs that an address is of, None where there is none, or no more."""
    wanted = number_in(request.match_info["message"], 0)
    found = (each for each in here.conversation.messages if each.number == wanted)
    return next((each for each in found if not each.is_dropped), None)
