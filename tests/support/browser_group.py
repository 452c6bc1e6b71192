"""A cohort whose coordinator sits at a browser, and learners who have written something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

from bot.content.library import Content
from bot.domain.access import Access
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Invite, Join, SaveCohort, SetDisplayName
from bot.domain.coordination.outcome import OPERATOR, Done
from bot.domain.coordination.sign_in import sign_in
from bot.domain.coordination.team import invite
from bot.domain.events import Event
from bot.domain.invitations import hashed
from bot.flows.registry import FLOWS
from bot.services.turns import Service
from bot.store import Store
from tests.support.browser import Browser

WORDS = "I am a cook in a school and the fridge broke. I called the engineer."
"""What learners write here, to be looked for where it must not be."""


@dataclass
class Group:
    """A cohort in the making."""

    store: Store
    content: Content
    clock: list[datetime]
    id: str = "aaaa1111"
    name: str = "Nursery team"

    async def made(self) -> Group:
        now = self.clock[0]
        ends = (now + timedelta(weeks=8)).date()
        cohort = Cohort(self.id, self.name, "thing_2", ends, "Europe/London", now)
        await self.store.do([SaveCohort(cohort)], "", now)
        await self.store.set_meta("invitation_address", "http://127.0.0.1/join/{token}")
        return self

    async def seats(self, browser: Browser) -> None:
        """Let somebody at a browser look after it, as an invitation does."""
        now, token = self.clock[0], token_hex(16)
        until = now + timedelta(days=1)
        await self.store.do([Invite(hashed(token), "coordinator", self.id, until, 1)], "", now)
        await browser.get(f"/join/{token}")
        await browser.press("Go on here")
        await browser.press("Yes, look after it")

    async def link(self, url: str) -> str:
        """Return a link that signs in somebody new who looks after it, as the server gives it."""
        now, to = self.clock[0], Address("telegram", "900")
        service = Service(FLOWS, self.content, self.store, lambda: now)
        await service.receive(Event("", "say", "/start", token_hex(8), address=to))
        mine = await self.store.conversation_of(to)
        await self.store.do([AddCoordinator(self.id, mine)], "", now)
        view = await self.store.view(self.id)
        assert view
        access = Access(random_tokens=(token_hex(16), token_hex(16)), page_address=url)
        made = sign_in(view, len(view.coordinators), access, now)
        assert isinstance(made, Done)
        await self.store.do(made.commands, OPERATOR, now)
        return made.facts.link

    async def code(self) -> str:
        """Return a code that lets one learner in."""
        view = await self.store.view(self.id)
        assert view
        access = Access(
            random_tokens=(token_hex(16), token_hex(16)), invitation_address="http://x/{token}"
        )
        made = invite(view, 1, access, self.clock[0])
        assert isinstance(made, Done)
        await self.store.do(made.commands, OPERATOR, self.clock[0])
        return made.facts.code

    async def has(self, many: int, *, begun: int = 0, names: tuple[str, ...] = ()) -> None:
        """Let so many learners join; some of them write."""
        service = Service(FLOWS, self.content, self.store, lambda: self.clock[0])
        for number in range(many):
            to = Address("web", f"{number}{self.id}")
            said = ["/start", *(["Start", WORDS] if number < begun else [])]
            for text in said:
                await service.receive(Event("", "say", text, token_hex(8), address=to))
            mine = await self.store.conversation_of(to)
            await self.store.do([Join(self.id)], mine, self.clock[0])
            if number < len(names):
                shown = SetDisplayName(self.id, names[number])
                await self.store.do([shown], mine, self.clock[0])
