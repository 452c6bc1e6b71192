"""Changing an answer in place: a message of theirs in a field, and its new words."""

from __future__ import annotations

from aiohttp import web

from bot.channels.web.forms import field, number_in
from bot.channels.web.talk import Talk
from bot.domain.conversation import Conversation
from bot.domain.messages import Message
from bot.errors import StoreError


class Changing:
    """The pages of messages that are changed."""

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
        """A message of theirs in a field, to be changed."""
        here = await self._talk.here(request)
        found = _message(here.conversation, request.match_info["message"])
        return self._pages.page("change.html", here=here, message=found, typed=found.text, note="")

    async def change(self, request: web.Request) -> web.StreamResponse:
        """The new words of a message."""
        form = await request.post()
        here = await self._talk.here(request)
        found = _message(here.conversation, request.match_info["message"])
        typed, words = field(form, "text"), self._pages.words.web
        if not here.visitor.owns(field(form, "csrf")):
            note, status = words.stale_form, 403
        else:
            try:
                key = here.visitor.event_key(field(form, "key"), typed)
                turn = await self._talk.receive(here, "edit", typed, key, source=found.source)
            except StoreError:
                note, status = words.not_saved, 503
            else:
                return await self._talk.after(here, turn)
        return self._pages.page(
            "change.html", status, here=here, message=found, typed=typed, note=note
        )


def _message(conversation: Conversation, number: str) -> Message:
    wanted = number_in(number, 0)
    found = next((each for each in conversation.messages if each.number == wanted), None)
    if found is None or found.is_dropped:
        raise web.HTTPNotFound
    return found
