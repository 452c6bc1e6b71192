"""The handlers of the conversation: what is asked for, what was posted, what is downloaded."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.channels.web.forms import Form, field, number_in
from bot.channels.web.here import At, Here, Posting
from bot.channels.web.lines import Line, coach_line
from bot.channels.web.outbox import is_secret
from bot.channels.web.pages import Pages
from bot.channels.web.view import MOST_LINES, Change, View, Views, place_of, who_else
from bot.channels.web.visitor import COOKIES, YEAR, Visitor
from bot.channels.web.watching import Watching
from bot.domain.conversation import Conversation
from bot.domain.crossing import Around
from bot.domain.events import Event, EventKind
from bot.domain.outbox import Outgoing
from bot.domain.turn import Reply, Turn
from bot.errors import StoreError
from bot.services.coach import Coach

LIVE = "X-Live"
"""The header of a post that the page's script makes."""


class Talk:
    """The conversation of whoever asks."""

    def __init__(self, coach: Coach, pages: Pages, watching: Watching, *, secure: bool) -> None:
        """``secure`` means that the page is served over HTTPS."""
        self.coach, self.pages, self.watching = coach, pages, watching
        self._secure = secure
        self._cookie = COOKIES[secure]
        self.views = Views(coach.content, pages.line)

    def routes(self, base: str = "/") -> list[web.RouteDef]:
        """Return the routes of the conversation below ``base``."""
        return [
            web.get(base, self.show),
            web.post(f"{base}say", self.say),
        ]

    # -- who

    def visitor(self, request: web.Request) -> Visitor:
        """Return who asks."""
        return Visitor.of(request, self._cookie)

    def base(self, request: web.Request) -> str:
        """Return where the pages of this visitor begin."""
        del request
        return "/"

    async def here(self, request: web.Request) -> Here:
        """Return who asks, and their conversation; an empty one where nothing is kept."""
        return await self._known(self.visitor(request), self.base(request))

    async def _known(
        self, visitor: Visitor, base: str, most: int = 0, now: Conversation | None = None
    ) -> Here:
        """``now`` is the conversation where it is known already."""
        store = self.coach.store
        conversation = now or await store.at(visitor.address)
        rows = await store.said(conversation.id, most) if conversation.id else []
        return Here(visitor, base, conversation, rows, is_whole=not most)

    async def _posting(self, request: web.Request) -> Posting:
        """The same for a post, for which it is enough how far they are."""
        visitor = self.visitor(request)
        standing = await self.coach.store.standing(visitor.address)
        return Posting(visitor, self.base(request), standing, is_live=LIVE in request.headers)

    def keep_cookie(self, answer: web.StreamResponse, visitor: Visitor) -> web.StreamResponse:
        """Let the browser keep who it is."""
        answer.set_cookie(
            self._cookie,
            visitor.token,
            max_age=YEAR,
            httponly=True,
            samesite="Lax",
            secure=self._secure,
        )
        return answer

    # -- what is shown

    async def show(self, request: web.Request) -> web.StreamResponse:
        """The page. Nothing is kept for having looked at it."""
        most = 0 if "all" in request.query else MOST_LINES
        here = await self._known(self.visitor(request), self.base(request), most)
        note, changed = request.query.get("note", ""), request.query.get("changed", "")
        page = await self.page(here, note=note, change=Change(number_in(changed, 0)))
        return self.keep_cookie(page, here.visitor)

    async def page(
        self,
        here: Here,
        *,
        typed: str = "",
        note: str = "",
        status: int = 200,
        change: Change | None = None,
    ) -> web.Response:
        """The page of a conversation."""
        notes = {
            "field": self.pages.words.web.field_saved,
            "empty": self.pages.words.web.nothing_typed,
            "stale": self.pages.words.web.stale_form,
            "elsewhere": self.pages.words.web.went_on,
            "failed": self.pages.words.web.not_saved,
        }
        shown = await self._view(here, change)
        mine = here.conversation.id
        around = await self.coach.store.around(mine) if mine else Around()
        return self.pages.page(
            "talk.html",
            status,
            here=here,
            view=shown,
            typed=typed,
            note=notes.get(note, ""),
            mailbox=around.mailbox,
            has_groups=around.leads,
            who_else=list(who_else(around)),
        )

    async def _view(self, here: Here, change: Change | None) -> View:
        conversation, rows = here.conversation, here.rows
        if here.standing.is_behind:
            turn = await self.coach.service.look(self._opening(here))
            conversation, to = turn.after, here.visitor.address
            shown = Outgoing("", to, "reply", Reply(""), version=conversation.version, stays=True)
            rows = [*rows, *(replace(shown, what=each) for each in turn.replies)]
        return self.views.of(conversation, rows, here.base, whole=here.is_whole, change=change)

    # -- what is posted

    async def say(self, request: web.Request) -> web.StreamResponse:
        """A message, a press or a command, and the page after it."""
        form = await request.post()
        here = await self._posting(request)
        typed, press = field(form, "text"), field(form, "press")
        if not here.visitor.owns(field(form, "csrf")):
            return await self.again(here, typed, "stale", 403)
        try:
            return await self._said(here, form, typed, press)
        except StoreError:
            return await self.again(here, typed, "failed", 503)

    async def come_in(self, here: Here | Posting, token: str) -> web.StreamResponse:
        """Take what a group's link brings along, and go to the page. Raises StoreError."""
        key = here.visitor.event_key("", token)
        if here.standing.conversation and here.standing.shown is None:
            await self.receive(here, "open", "", f"{key} open")
        return await self.after(here, await self.receive(here, "say", f"/start {token}", key))

    async def again(self, here: At, typed: str, note: str, status: int) -> web.StreamResponse:
        """The page with what was typed in its field, so that nothing of it is lost."""
        now = await self._known(here.visitor, here.base, MOST_LINES)
        page = await self.page(now, typed=typed, note=note, status=status)
        return self.keep_cookie(page, here.visitor)

    async def _said(self, here: Posting, form: Form, typed: str, press: str) -> web.StreamResponse:
        command = field(form, "command")
        key = here.visitor.event_key(field(form, "key"), press, command, typed)
        at = here.standing
        shown = number_in(field(form, "version"), at.version + 1)
        is_old = at.shown is not None and shown <= at.version and at.is_behind
        if typed.strip() and not command and (is_old or await self._went_on(here, form, key)):
            return await self.again(here, typed, "elsewhere", 409)
        if at.is_behind:
            await self.receive(here, "open", "", f"{key} open")
        if command:
            turn = await self.receive(here, "say", command, key)
            return await self._kept(here, typed, turn)
        if typed.strip() and (not press or await self._is_way(here, press)):
            turn = await self.receive(here, "say", typed, key)
            return await self.after(here, turn, "field" if press else "")
        if press:
            version = number_in(field(form, "version"), 0)
            turn = await self.receive(here, "press", press, key, version=version)
            return await self._kept(here, typed, turn)
        return await self._go(here, "empty")

    async def _went_on(self, here: Posting, form: Form, key: str) -> bool:
        """Whether words are for another question than the one that is open now.

        Somebody went back in their browser, say, or has two pages open. What came before is no
        news, and a page without its question is of no question in particular.
        """
        at, place = here.standing, field(form, "place")
        if not place or number_in(field(form, "version"), at.version) >= at.version:
            return False
        now = await self.coach.store.take_up(at.conversation, key)
        return now is not None and place != place_of(now)

    async def _is_way(self, here: Posting, press: str) -> bool:
        """Whether a button leads on, and is no look to the side."""
        offers = (await self.coach.store.load(here.standing.conversation)).offers
        return any(each.action == press for each in offers if not each.side)

    async def _kept(self, here: At, typed: str, turn: Turn | None) -> web.StreamResponse:
        """The page after a press that leaves what was being typed where it was."""
        if not typed.strip():
            return await self.after(here, turn)
        return await self.again(here, typed, "", 200)

    async def after(
        self, here: At, turn: Turn | None, note: str = "", changed: int = 0
    ) -> web.StreamResponse:
        """The page after a turn, at the answer that it has ``changed``, if one was."""
        if turn and turn.forget:
            return self._forgotten(here, turn)
        if turn and is_secret(turn):
            return self.pages.page("once.html", lines=self._once(turn), here=here, is_gone=False)
        return await self._go(here, note, turn, changed)

    def _once(self, turn: Turn) -> list[Line]:
        """Replies of which no copy is kept, with their pictures in the page itself."""
        lines = [coach_line(0, each) for each in turn.replies]
        files = [each.file for each in turn.replies]
        return [
            replace(line, data=_data(file.mime, self.coach.files.content(file))) if file else line
            for line, file in zip(lines, files, strict=True)
        ]

    def _forgotten(self, here: At, turn: Turn) -> web.StreamResponse:
        """The last page: nothing of it is kept, and the browser is nobody any more."""
        lines = [coach_line(0, each) for each in turn.replies]
        page = self.pages.page("once.html", lines=lines, here=here, is_gone=True)
        self.watching.tell(turn.after.id, 0)
        page.del_cookie(self._cookie, secure=self._secure, httponly=True, samesite="Lax")
        page.headers["Clear-Site-Data"] = '"cache", "storage"'
        return page

    async def _go(
        self, here: At, note: str = "", turn: Turn | None = None, changed: int = 0
    ) -> web.StreamResponse:
        if here.is_live:  # the script shows the answer itself: a slow line goes there and back once
            after = turn.after if turn else None
            now = await self._known(here.visitor, here.base, MOST_LINES, after)
            answer = await self.page(now, note=note, change=Change(changed))
        else:  # a page that is itself the answer to a post cannot be gone back to
            to = f"{here.base}?note={note}#now" if note else f"{here.base}#now"
            to = f"{here.base}?changed={changed}#answer-{changed}" if changed else to
            answer = web.Response(status=303, headers={"Location": to})
        # A page that is asked for gives who is known their cookie anew.
        return self.keep_cookie(answer, here.visitor) if here.visitor.is_new else answer

    def _opening(self, here: Here) -> Event:
        to = here.visitor.address
        return Event(here.conversation.id, "open", "", uuid4().hex, address=to)

    async def receive(
        self, here: At, kind: EventKind, text: str, key: str, **more: Any
    ) -> Turn | None:
        """Return the turn of what somebody did, None for what came before. Raises StoreError."""
        source = more.pop("source", key)
        event = Event("", kind, text, key, source, address=here.visitor.address, **more)
        return await self.coach.service.receive(event)


def _data(mime: str, content: bytes) -> str:
    return f"data:{mime};base64,{b64encode(content).decode()}"
