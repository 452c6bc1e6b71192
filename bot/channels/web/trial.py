"""A trial: all sides of the coach beside one another, and a clock that can be moved forward.

Nobody signs in. Who somebody is stands in the address of their page, for the trial listens on
loopback alone and keeps nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.channels.web.cast import COORDINATOR, ELSEWHERE, YOU, Cast
from bot.channels.web.crossing import leads_to_groups
from bot.channels.web.outbox import WebOutbox
from bot.channels.web.pages import Pages
from bot.channels.web.talk import Talk
from bot.channels.web.visitor import Visitor
from bot.channels.web.watching import Watching
from bot.clock import MovableClock
from bot.domain.door_commands import Cross
from bot.domain.invitations import hashed
from bot.services.coach import Coach
from bot.services.ports import Post
from bot.services.scheduler import Scheduler
from bot.store import Store

_MOVES = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}

_LINK = re.compile(r"(https?://\S+)")

_SMALLEST = timedelta(minutes=15)
"""Time passes in steps of this, so that each reminder comes at its own time."""


async def keep_addresses(store: Store, page: str) -> None:
    """Keep where links of a trial lead: to the page of *You*, or to another browser."""
    await store.set_meta("invitation_address", f"{page}as/{YOU}/join/{{token}}")
    await store.set_meta("page_address", f"{page}as/{ELSEWHERE}/")


class Trial(Talk):
    """The conversations of everybody in a trial."""

    def __init__(
        self,
        coach: Coach,
        pages: Pages,
        watching: Watching,
        cast: Cast,
    ) -> None:
        """``cast`` are those whose pages there are."""
        super().__init__(coach, pages, watching, secure=False)
        self._cast = cast

    def visitor(self, request: web.Request) -> Visitor:
        """Return whose page it is."""
        found = self._cast.visitor(request.match_info["who"])
        if found is None:
            raise web.HTTPNotFound
        return found

    def base(self, request: web.Request) -> str:
        """Return where the pages of that person begin."""
        return f"/as/{request.match_info['who']}/"

    async def cross(self, request: web.Request) -> web.StreamResponse:
        """Open somebody's conversation in another browser, as their link says."""
        token, store, now = hashed(request.match_info["token"]), self.coach.store, self.coach.now()
        found = await store.behind_door(token, now)
        if not found:
            return self.pages.notice(404, self.pages.words.web.cross_gone)
        await store.do([Cross(token, self._cast.elsewhere().address)], found, now)
        where = "groups" if leads_to_groups(request) else "#now"
        return web.Response(status=303, headers={"Location": f"/as/{ELSEWHERE}/{where}"})

    def keep_cookie(self, answer: web.StreamResponse, visitor: Visitor) -> web.StreamResponse:
        """Keep nothing in the browser."""
        del visitor
        return answer


@dataclass(frozen=True, slots=True)
class TrialMail:
    """The mail of a trial: who takes letters, and those that would have left, the newest last."""

    post: Post
    letters: Sequence[EmailMessage]


class Stage:
    """The page around the pages: two of them beside one another, and the clock."""

    def __init__(
        self,
        pages: Pages,
        clock: MovableClock,
        scheduler: Scheduler,
        outbox: WebOutbox,
        mail: TrialMail | None,
    ) -> None:
        """``scheduler`` sends what is due when the clock is moved."""
        self._pages, self._clock, self._mail = pages, clock, mail
        self._scheduler, self._outbox = scheduler, outbox
        self._letters = mail.letters if mail else []
        self._visitor = Visitor.new()

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page around."""
        return [
            web.get("/", self.show),
            web.post("/clock", self.move),
            web.get("/letters", self.show_letters),
        ]

    async def show_letters(self, request: web.Request) -> web.StreamResponse:
        """The letters that would have left."""
        del request
        letters = self._letters[::-1]
        return self._pages.page("trial_letters.html", letters=letters, parts=_LINK.split)

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Two people's pages beside one another."""
        words = self._pages.words.web.trial
        names = {YOU: words.you, COORDINATOR: words.coordinator, ELSEWHERE: words.elsewhere}
        names |= {each.name.lower(): each.name for each in words.people}
        left = request.query.get("left", YOU)
        left = left if left in names and left != COORDINATOR else YOU
        now = self._clock().astimezone(ZoneInfo("Europe/London"))
        panes = [(each, names[each]) for each in (left, COORDINATOR)]
        return self._pages.page(
            "trial.html",
            csrf=self._visitor.csrf,
            panes=panes,
            left=left,
            now=now,
            moves=list(_MOVES),
            names=names,
            letters=len(self._letters),
        )

    async def move(self, request: web.Request) -> web.StreamResponse:
        """Move the clock on, and let come what is due on the way."""
        form = await request.post()
        if not self._visitor.owns(str(form.get("csrf", ""))):
            raise web.HTTPForbidden
        left = _MOVES.get(str(form.get("by", "")), timedelta())
        while left > timedelta():
            self._clock.move(min(left, _SMALLEST))
            left -= _SMALLEST
            await self._scheduler.scheduler()
            await self._outbox.settled()
            if self._mail:
                await self._mail.post.settled()
        answer = web.Response(status=303)
        answer.headers["Location"] = f"/?{urlencode({'left': str(form.get('left', YOU))})}"
        return answer
