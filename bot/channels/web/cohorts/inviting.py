"""Inviting from the browser: a link, a code and a card, shown once; and the links in use."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace

from aiohttp import web

from bot.channels.web.alternative import alternative
from bot.channels.web.cohorts.guard import AtCohort, CohortGuard
from bot.channels.web.forms import field, number_in
from bot.domain.coordination.checks import over_problem
from bot.domain.coordination.links import link_in_use, links_in_use, withdraw_link
from bot.domain.coordination.outcome import Refused
from bot.domain.coordination.team import INVITATION_USES, invite
from bot.domain.invitations import link_id
from bot.domain.turn import File
from bot.engine.wording import fill
from bot.flows.coordinator.invitations import invitation_card, invitation_texts
from bot.flows.coordinator.links import described, question, withdrawn


class Inviting:
    """The pages of links."""

    def __init__(self, guard: CohortGuard) -> None:
        """``guard`` knows who asks."""
        self._guard, self._words = guard, guard.words

    def routes(self, base: str) -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        of, handler = f"{base}groups/{{cohort}}/invite", self._guard.handler
        return [
            web.get(of, handler(self.show)),
            web.post(of, handler(self.invite)),
            web.get(f"{of}/{{link}}", handler(self.ask)),
            web.post(f"{of}/{{link}}", handler(self.withdraw)),
        ]

    async def show(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """For how many a new link can be, and the links that are in use."""
        del request
        return self._shown(here)

    def _shown(self, here: AtCohort, note: str = "", status: int = 200) -> web.StreamResponse:
        words, view = self._words, here.view
        over = over_problem(view.cohort, here.now)
        label = words.coordinator_buttons
        uses = [
            (each, label.invite_one if each == 1 else fill(words, label.invite_many, count=each))
            for each in INVITATION_USES
        ]
        links = [
            (each.id, described(words, each, view.cohort))
            for each in reversed(links_in_use(view, here.now))
        ]
        return self._guard.page(
            "invite",
            here,
            status,
            note=note or (self._guard.why(over) if over else ""),
            title=label.invite,
            ask=words.coordinator.invite_ask,
            in_use=words.invitations.in_use,
            none_in_use=words.invitations.none_in_use,
            uses=[] if over else uses,
            links=links,
        )

    async def invite(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """A new link with its code and card, shown this once."""
        form = await self._guard.form(here, request)
        uses = number_in(field(form, "uses"), 0)
        tokens = [here.secret(field(form, "key"), name) for name in ("link", "code")]
        if any(each.id == link_id(tokens[0]) for each in here.view.links):  # posted twice
            return self._shown(here, self._words.web.shown_once)
        done = await self._guard.carry_out(
            here,
            lambda view, access: invite(
                view, uses, replace(access, random_tokens=tuple(tokens)), here.now
            ),
        )
        if isinstance(done, Refused):
            return self._shown(here, self._guard.why(done.reason), 422)
        said, about_card = invitation_texts(self._words, done.facts, here.view.cohort)
        card = invitation_card(self._words, here.view, done.facts)
        stem = self._words.file_name.card
        drawn = self._guard.talk.coach.files.content(File(stem, "png", "image/png", picture=card))
        return self._guard.page(
            "invited",
            here,
            said=said,
            about_card=about_card,
            data=f"data:image/png;base64,{b64encode(drawn).decode()}",
            alt=alternative(card, ""),
            file=f"{stem}.png",
        )

    async def ask(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Whether a link shall be taken back."""
        link = link_in_use(here.view, request.match_info["link"], here.now)
        if link is None:
            return self._shown(here, self._guard.why("unknown_link"), 404)
        asked = question(self._words, here.view, link)
        yes = self._words.invitations.withdraw_it
        return self._guard.page("withdraw", here, asked=asked, link=link, yes=yes)

    async def withdraw(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Take it back, with its code."""
        await self._guard.form(here, request)
        which = request.match_info["link"]
        done = await self._guard.carry_out(
            here, lambda view, _: withdraw_link(view, which, here.now)
        )
        if isinstance(done, Refused):
            return self._shown(here, self._guard.why(done.reason), 404)
        now = AtCohort(
            here.visitor,
            here.base,
            here.conversation,
            here.access,
            here.now,
            done.view_after or here.view,
        )
        return self._shown(now, withdrawn(self._words, done.facts))
