"""Groups, who is in them, and what somebody may see and do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.domain import commands as c
from bot.domain.access import Access, AccessFacts, AccessQuery, Membership, access_of
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.crossing import door_key
from bot.domain.invitations import GUESSES_WITHIN, LinkInUse
from tests.support.memory_store.cohort_views import coordinators_of, links_of, view_of
from tests.support.memory_store.commands import carry_out
from tests.support.memory_store.doors import behind_crossing, ways_in
from tests.support.memory_store.kept import InMemory
from tests.support.memory_store.members import NEVER, member_of
from tests.support.memory_store.sharings import sharings_of, to_read_by


class Cohorts(InMemory):
    """What the store tells of groups."""

    async def access(self, chat_id: str, access_query: AccessQuery, now: datetime) -> Access:
        kept, query = self.kept, access_query
        mine = [cohort for cohort, chat in kept.coordinators if chat == chat_id]
        joined = sorted(
            (
                each
                for each in kept.members.items()
                if each[0][1] == chat_id and not each[1].left_at
            ),
            key=lambda each: each[1].joined_at or NEVER,
        )
        invited = kept.invitations.get(query.token_hash)
        recent = [chat for chat, at in kept.guesses if at > now - GUESSES_WITHIN]
        facts = AccessFacts(
            tuple(mine),
            tuple(
                each
                for each in mine
                if each and sum(of == each for of, _ in kept.coordinators) == 1
            ),
            tuple(kept.cohorts[each] for each in mine if each),
            tuple(
                Membership(kept.cohorts[of], m.number, m.name, coordinators_of(kept, of))
                for (of, _), m in joined
            ),
            (invited, kept.cohorts.get(invited.cohort)) if invited else None,
            (recent.count(query.guesser), len(recent)),
            view=partial(view_of, kept),
            address=lambda: kept.meta.get("invitation_address", ""),
            saved_words=lambda: tuple(
                words for of, words in kept.saved_words[::-1] if of == chat_id
            ),
            crossing=behind_crossing(self.kept, door_key(query.token_hash, code=query.code), now),
            page_address=kept.meta.get("page_address", ""),
            ways_in=lambda: ways_in(self.kept, chat_id),
            who=chat_id,
            sharings=sharings_of(kept, chat_id),
            to_read=lambda: to_read_by(kept, chat_id),
        )
        return access_of(facts, query, now)

    async def cohorts(self) -> list[Cohort]:
        return sorted(self.kept.cohorts.values(), key=lambda each: each.made_at)

    async def cohort(self, cohort_id: str) -> Cohort | None:
        return self.kept.cohorts.get(cohort_id)

    async def view(self, cohort_id: str) -> CohortView | None:
        return view_of(self.kept, cohort_id)

    async def members(self, cohort_id: str) -> list[Member]:
        return [member_of(self.kept, chat, of) for of, chat in self.kept.members if of == cohort_id]

    async def do(self, commands: Sequence[c.Command], chat_id: str, at: datetime) -> None:
        with self.transaction():
            carry_out(self.kept, commands, chat_id, at)

    async def links(self, cohort_id: str) -> list[LinkInUse]:
        return links_of(self.kept, cohort_id)
