"""Making a cohort and changing it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

from bot.domain.access import Access
from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.commands import AddCoordinator, Audit, Command, SaveCohort, ScheduleReminder
from bot.domain.coordination.checks import (
    dialogue_problem,
    end_problem,
    name_problem,
    over_problem,
    words_problem,
    zone_problem,
)
from bot.domain.coordination.last_day import carry_along
from bot.domain.coordination.outcome import OPERATOR, Done, Refused
from bot.domain.drafts import ChangeDraft, ChangeField, CohortDraft
from bot.domain.nudges import NUDGE_TIMES
from bot.domain.reminders import nudge_schedule

NUDGE_DAYS = (3, 5, 7, 14)
"""After how many days without a step learners can be reminded by themselves."""


def create_cohort(
    draft: CohortDraft, access: Access, by: str, now: datetime, dialogues: Collection[str]
) -> Done[Cohort] | Refused:
    """Make a cohort, and let who makes it look after it.

    ``dialogues`` are the ids that there are; the id of the cohort is a random token of ``access``.
    """
    problem = (
        (None if access.may_create_cohorts else "not_yours")
        or name_problem(draft.name)
        or dialogue_problem(draft.dialogue, dialogues)
        or (end_problem(draft.ends_on, now) if draft.ends_on else "bad_date")
        or zone_problem(draft.zone)
        or words_problem(draft.closing)
        or words_problem(draft.safeguarding)
    )
    if problem or draft.ends_on is None:
        return Refused(problem or "bad_date")
    cohort = Cohort(
        id=access.random_tokens[0][:8],
        name=draft.name,
        dialogue=draft.dialogue,
        ends_on=draft.ends_on,
        zone=draft.zone,
        made_at=now,
        closing=draft.closing,
        safeguarding=draft.safeguarding,
    )
    team = () if by == OPERATOR else (by,)
    commands: list[Command] = [SaveCohort(cohort)]
    commands += [AddCoordinator(cohort.id, each) for each in team]
    return Done((*commands, Audit(cohort.id, "made")), CohortView(cohort, (), team), cohort)


def change_cohort(
    view: CohortView, change: ChangeDraft, now: datetime
) -> Done[tuple[str, ...]] | Refused:
    """Change a cohort. The facts are the names of what has been given.

    What is planned follows another last day; ``last_day`` tells before what falls away by it.
    """
    problem = (
        ("is_closed" if view.cohort.closed_at else None)
        or (name_problem(change.new_name) if change.new_name is not None else None)
        or (end_problem(change.ends_on, now) if change.ends_on else None)
        or words_problem(change.closing or "")
        or words_problem(change.safeguarding or "")
        or words_problem(change.contact or "")
        or words_problem(change.nudge_words or "")
    )
    if problem:
        return Refused(problem)
    known: dict[str, Any] = {name: getattr(change, name) for name in get_args(ChangeField)}
    given = {name: value for name, value in known.items() if value is not None}
    if not given:
        return Done((), view, ())
    fields = {name.removeprefix("new_"): value for name, value in given.items()}
    cohort = replace(view.cohort, **fields)
    carried = carry_along(view, change.ends_on, now) if change.ends_on else ()
    commands = (SaveCohort(cohort), *carried, Audit(cohort.id, "changed", ", ".join(fields)))
    return Done(commands, replace(view, cohort=cohort), tuple(fields))


def nudge_after(view: CohortView, days: int, by: str, now: datetime) -> Done[int] | Refused:
    """Remind people by themselves after so many days without a step; 0 switches it off."""
    if days not in (0, *NUDGE_DAYS):
        return Refused("bad_days")
    if days and (over := over_problem(view.cohort, now)):
        return Refused(over)
    if days == view.cohort.nudge_days:
        return Done((), view, days)
    cohort = replace(view.cohort, nudge_days=days)
    commands = (SaveCohort(cohort), Audit(cohort.id, "nudges", str(days)))
    if not days:
        return Done(commands, replace(view, cohort=cohort), days)
    nudges = ScheduleReminder(nudge_schedule(cohort, by, now))
    return Done((*commands, nudges), replace(view, cohort=cohort), days)


def nudge_at(view: CohortView, weekday: int | None, time: str) -> Done[Cohort] | Refused:
    """Let nudges go on one day of the week, or from Monday to Friday for None, from an hour on."""
    if time not in NUDGE_TIMES or weekday not in (None, *range(7)):
        return Refused("bad_nudge_time")
    if view.cohort.closed_at:
        return Refused("is_closed")
    cohort = replace(view.cohort, nudge_time=time, nudge_weekday=weekday)
    commands = (SaveCohort(cohort), Audit(cohort.id, "changed", "nudges"))
    return Done(commands, replace(view, cohort=cohort), cohort)
