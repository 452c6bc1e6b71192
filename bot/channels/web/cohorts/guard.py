"""Who is at a coordinator's pages, what is theirs to see, and what comes of a form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any, TypeVar

from aiohttp import web

from bot.channels.web.forms import Form
from bot.channels.web.talk import Talk
from bot.channels.web.visitor import Visitor
from bot.domain.access import Access, AccessQuery
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.outcome import Done, Reason, Refused
from bot.errors import Changed
from bot.flows.coordinator.routes import sentence

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody at these pages. ``base`` is where all pages of theirs begin."""

    visitor: Visitor
    base: str
    conversation: str
    access: Access
    now: datetime


@dataclass(frozen=True, slots=True)
class AtCohort(Seen):
    """The same, at the pages of a cohort that they look after at this moment."""

    view: CohortView

    @property
    def path(self) -> str:
        """Where the pages of the cohort begin."""
        return f"{self.base}groups/{self.view.cohort.id}"

    def secret(self, *what: str) -> str:
        """Return 128 bits in hexadecimal that are always the same for this browser and a form.

        They come of what nobody else has: no form can ask for those of somebody else.
        """
        told = "\0".join((self.visitor.token, self.view.cohort.id, *what))
        return sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


Handler = Callable[[AtCohort, web.Request], Awaitable[web.StreamResponse]]

Decide = Callable[[CohortView, Access], Done[Facts] | Refused]


class CohortGuard:
    """The common part of all of a coordinator's pages."""

    def __init__(self, talk: Talk) -> None:
        """``talk`` knows who asks."""
        self.talk, self.pages = talk, talk.pages
        self.content, self.words = talk.coach.content, talk.coach.content.words
        self._store = talk.coach.store

    async def seen(self, request: web.Request, cohort: str = "") -> Seen:
        """Return who asks, and what is theirs of a cohort."""
        visitor, now = self.talk.visitor(request), self.talk.coach.now()
        mine = await self._store.conversation_of(visitor.address)
        access = await self._access(mine, cohort, now)
        return Seen(visitor, self.talk.base(request), mine, access, now)

    async def _access(self, conversation: str, cohort: str, now: datetime) -> Access:
        if not conversation:
            return Access()
        access = await self._store.access(conversation, AccessQuery(cohort=cohort), now)
        return replace(access, random_tokens=(token_hex(16), token_hex(16)))

    def handler(self, show: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """Return a handler that shows a cohort to nobody but those who look after it."""

        async def handle(request: web.Request) -> web.StreamResponse:
            seen = await self.seen(request, request.match_info["cohort"])
            if seen.access.view is None:
                return self.refuse(seen)
            here = AtCohort(
                seen.visitor, seen.base, seen.conversation, seen.access, seen.now, seen.access.view
            )
            return await show(here, request)

        return handle

    def refuse(self, seen: Seen) -> web.StreamResponse:
        """The one refusal for everything that is not theirs."""
        return self.page("strangers", seen, 404, said=self.why("not_yours"))

    def _nav(self) -> list[tuple[str, str]]:
        """Return the pages of a cohort, each by its path with its label."""
        first, *others = self.words.web.cohorts.pages
        return [("", first[1]), *((f"/{name}", label) for name, label in others)]

    def why(self, reason: Reason) -> str:
        """Return why something is not done."""
        return sentence(self.words, reason)

    def page(
        self, template: str, here: Seen, status: int = 200, **facts: Any
    ) -> web.StreamResponse:
        """Return one of these pages."""
        path = f"cohorts/{template}.html"
        shown = self.pages.page(path, status, seen=here, nav=self._nav(), **facts)
        return self.talk.keep_cookie(shown, here.visitor)

    def onward(self, here: Seen, path: str) -> web.StreamResponse:
        """Return the way to the page after a form."""
        answer = web.Response(status=303, headers={"Location": path})
        return self.talk.keep_cookie(answer, here.visitor)

    async def form(self, here: Seen, request: web.Request) -> Form:
        """Return the form that was posted. Raises HTTPForbidden for one that is not ours."""
        form = await request.post()
        if not here.visitor.owns(str(form.get("csrf", ""))):
            raise web.HTTPForbidden
        return form

    async def carry_out(self, here: AtCohort, decide: Decide[Facts]) -> Done[Facts] | Refused:
        """Do what is decided about the cohort as it is now. Raises StoreError.

        It holds the lock that turns of the same conversation take. What changed meanwhile is looked
        at once more.
        """
        async with self.talk.coach.service.conversations.lock(here.conversation):
            try:
                return await self._carry_out(here, decide)
            except Changed:
                return await self._carry_out(here, decide)

    async def _carry_out(self, here: AtCohort, decide: Decide[Facts]) -> Done[Facts] | Refused:
        access = await self._access(here.conversation, here.view.cohort.id, here.now)
        if access.view is None:
            return Refused("not_yours")
        outcome = decide(access.view, access)
        if isinstance(outcome, Done) and outcome.commands:
            await self._store.do(outcome.commands, here.conversation, here.now)
        return outcome
