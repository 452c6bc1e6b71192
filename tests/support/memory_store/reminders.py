"""Schedules, and the reminders that are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.eligibility import Case, Rule
from bot.domain.reminders import (
    Delivery,
    Schedule,
    Why,
    outcome_question,
)
from tests.support.memory_store.deliveries import end, plan, wait
from tests.support.memory_store.kept import InMemory, Kept
from tests.support.memory_store.members import member_of


def may_go(kept: Kept, delivery: Delivery, decide: Rule) -> Case | None:
    case = Case(
        delivery,
        member_of(kept, delivery.chat_id, delivery.cohort),
        kept.cohorts.get(delivery.cohort),
        kept.schedules.get(delivery.schedule),
    )
    decision = decide(case)
    if decision.goes:
        return case
    if decision.at:
        again = delivery.again or delivery.state == "queued"
        wait(kept, delivery, decision.at, again=again)
    else:
        end(kept, delivery, "skipped", decision.why or "")
    return None


class Reminders(InMemory):
    """What the store does about reminders."""

    async def schedules(self) -> list[Schedule]:
        found = [s for s in self.kept.schedules.values() if not s.cancelled_at]
        return [each for each in found if each.timing or each.kind == "nudge"]

    async def fire(self, schedule: str, deliveries: Iterable[Delivery], until: datetime) -> None:
        plan(self.kept, deliveries)
        if found := self.kept.schedules.get(schedule):
            self.kept.schedules[schedule] = replace(found, fired_until=until)

    async def ask_outcomes(self, now: datetime) -> None:
        for (chat_id, dialogue), (progress, at) in list(self.kept.progress.items()):
            if progress.outcome_due and progress.outcome_due <= now:
                plan(self.kept, [outcome_question(chat_id, dialogue, progress.outcome_due)])
                asked = replace(progress, outcome_due=None)
                self.kept.progress[chat_id, dialogue] = (asked, at)

    async def due(self, now: datetime, most: int) -> list[Delivery]:
        states = [each.state for each in self.kept.deliveries.values()]
        in_outbox = states.count("queued") + states.count("sending")
        found = [
            each
            for each in self.kept.deliveries.values()
            if each.state == "waiting" and each.due_at <= now and each.chat_id
        ]
        first = sorted(found, key=lambda each: (each.kind != "later", each.due_at))
        return first[: max(0, most - in_outbox)]

    async def admit(self, number: int, decide: Rule) -> Case | None:
        found = self.kept.deliveries.get(number)
        return may_go(self.kept, found, decide) if found and found.state == "waiting" else None

    async def release(self, number: int, decide: Rule) -> bool:
        for each in list(self.kept.deliveries.values()):
            if each.outbox == number and each.state == "queued" and may_go(self.kept, each, decide):
                self.kept.deliveries[each.number] = replace(each, state="sending")
                return True
        return False

    async def skip(self, number: int, why: Why) -> None:
        if (found := self.kept.deliveries.get(number)) and found.state == "waiting":
            end(self.kept, found, "skipped", why)

    async def fail(self, number: int, error: str) -> None:
        if (found := self.kept.deliveries.get(number)) and found.state == "waiting":
            end(self.kept, found, "failed", error)
