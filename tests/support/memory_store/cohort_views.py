"""A group as its coordinators see it."""

from __future__ import annotations

from collections import Counter

from bot.domain.cohort_view import CohortView, Report
from bot.domain.invitations import LinkInUse
from bot.domain.named_skills import NamedSkill, counted_skills
from tests.support.memory_store.deliveries import of_schedule
from tests.support.memory_store.kept import Kept
from tests.support.memory_store.members import member_of
from tests.support.memory_store.sharings import waits_in


def view_of(kept: Kept, cohort_id: str) -> CohortView | None:
    cohort = kept.cohorts.get(cohort_id)
    if not cohort:
        return None
    schedules = [each for each in kept.schedules.values() if each.cohort == cohort_id]
    return CohortView(
        cohort,
        tuple(member_of(kept, chat, of) for of, chat in kept.members if of == cohort_id),
        coordinators_of(kept, cohort_id),
        tuple(
            Report(each, tuple(of_schedule(kept, each.id)))
            for each in sorted(schedules, key=lambda each: each.made_at)
        ),
        tuple(line for of, line in kept.audit if of == cohort_id),
        tuple(links_of(kept, cohort_id)),
        waits_in(kept, cohort_id),
        skills_in(kept, cohort_id),
    )


def skills_in(kept: Kept, cohort_id: str) -> tuple[NamedSkill, ...]:
    dialogue, found = kept.cohorts[cohort_id].dialogue, Counter[str]()
    for (of, chat), member in kept.members.items():
        if of == cohort_id and not member.left_at and (chat, dialogue) in kept.progress:
            found.update(kept.progress[chat, dialogue][0].practices)
    return counted_skills(found.items())


def coordinators_of(kept: Kept, cohort_id: str) -> tuple[str, ...]:
    return tuple(chat for of, chat in kept.coordinators if of == cohort_id)


def links_of(kept: Kept, cohort_id: str) -> list[LinkInUse]:
    mine = [each for each in kept.invitations.values() if each.cohort == cohort_id]
    return [
        LinkInUse(each.link, each.role, most, each.uses, each.expires_at, at)
        for each in mine
        if each.uses and not each.code
        for most, at in [kept.links[each.cohort, each.link]]
    ]
