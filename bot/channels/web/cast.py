"""The people of a trial: a coordinator with a group, and three who are at work on it."""

from __future__ import annotations

import secrets
from datetime import timedelta

from bot.channels.web.visitor import Visitor
from bot.content.words.web import Trial
from bot.domain.cohort import Cohort
from bot.domain.commands import Invite, Join, SaveCohort, SetDisplayName
from bot.domain.events import Event
from bot.domain.invitations import hashed
from bot.services.coach import Coach

COORDINATOR = "coordinator"

YOU = "you"

ELSEWHERE = "elsewhere"
"""Another browser, where links open that are for one."""

_COHORT = "trial"

_WEEKS = 12


class Cast:
    """Who can be looked at in a trial, each by a name that stands in the address of their page."""

    def __init__(self, words: Trial) -> None:
        """Everybody's browser is known by a secret of this run."""
        self._words = words
        secret = secrets.token_hex(16)
        names = [YOU, COORDINATOR, ELSEWHERE, *(each.name.lower() for each in words.people)]
        self._visitors = {each: Visitor(hashed(secret + each)[:32]) for each in names}

    def visitor(self, name: str) -> Visitor | None:
        """Return who has a name, None for nobody."""
        return self._visitors.get(name)

    def elsewhere(self) -> Visitor:
        """Return another browser that was never here, which has the name of the last one now."""
        made = self._visitors[ELSEWHERE] = Visitor.new()
        return made

    async def enter(self, coach: Coach) -> None:
        """Let everybody do what they have done before a stranger looks on. Raises StoreError."""
        store, now = coach.store, coach.now()
        token = secrets.token_hex(16)
        cohort = Cohort(
            _COHORT,
            self._words.cohort,
            coach.content.first.id,
            ends_on=(now + timedelta(weeks=_WEEKS)).date(),
            zone="Europe/London",
            made_at=now,
        )
        until = now + timedelta(days=1)
        invite = Invite(hashed(token), "coordinator", _COHORT, until, 1)
        await store.do([SaveCohort(cohort), invite], "", now)
        for text in (f"/start {token}", "yes"):
            await self._say(coach, COORDINATOR, text)
        for person in self._words.people:
            name = person.name.lower()
            for text in person.says:
                await self._say(coach, name, text)
            mine = await store.conversation_of(self._visitors[name].address)
            await store.do([Join(_COHORT), SetDisplayName(_COHORT, person.name)], mine, now)
        await self._say(coach, COORDINATOR, "/cohort")

    async def _say(self, coach: Coach, name: str, text: str) -> None:
        key = secrets.token_hex(8)
        to = self._visitors[name].address
        await coach.service.receive(Event("", "say", text, key, key, address=to))
