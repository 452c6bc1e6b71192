"""Endings in a cohort: somebody's place in it, whoever looks after it, the cohort itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.commands import (
    Audit,
    Command,
    DeleteCohort,
    ExpectAlone,
    Leave,
    RemoveCoordinator,
    SaveCohort,
    ScheduleReminder,
    StopSchedules,
    Tell,
)
from bot.domain.coordination.checks import words_problem
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.eligibility import plan_deliveries
from bot.domain.reminders import Audience, Schedule, news


def remove_member(view: CohortView, number: int, now: datetime) -> Done[Member] | Refused:
    """Take a learner out of a cohort. What they wrote stays theirs, and they can join again."""
    member = next((each for each in view.here if each.number == number), None)
    if member is None:
        return Refused("no_such_person")
    gone = replace(member, left_at=now, name="")
    people = tuple(gone if each is member else each for each in view.members)
    told = Tell(news("taken_out", view.cohort.id, member.chat_id, now))
    commands = (Leave(view.cohort.id, member.chat_id), told, Audit(view.cohort.id, "removed", ""))
    return Done(commands, replace(view, members=people), member)


def remove_coordinator(
    view: CohortView, number: int, by: str, now: datetime
) -> Done[str] | Refused:
    """Let somebody look after a cohort no more, by their place among its coordinators, from 1 on.

    Only the operator can remove the last one; the schedules stop then. The facts are who it was.
    """
    if not 0 < number <= len(view.coordinators):
        return Refused("no_such_person")
    chat = view.coordinators[number - 1]
    if chat == by and len(view.coordinators) == 1:
        return Refused("last_coordinator")
    rest = tuple(each for each in view.coordinators if each != chat)
    cohort, stopped = (view.cohort, ()) if rest else left_alone(view.cohort)
    commands = (
        ExpectAlone(cohort.id, chat, is_alone=not rest),
        RemoveCoordinator(cohort.id, chat),
        *((Tell(news("unseated", cohort.id, chat, now)),) if chat != by else ()),
        *stopped,
        Audit(cohort.id, "coordinator_removed", str(number)),
    )
    return Done(commands, replace(view, cohort=cohort, coordinators=rest), chat)


def left_alone(cohort: Cohort) -> tuple[Cohort, tuple[Command, ...]]:
    """Return a cohort after whom nobody looks, and what ends with that: all that would be sent."""
    quiet = replace(cohort, nudge_days=0)
    return quiet, (SaveCohort(quiet), StopSchedules(cohort.id), Audit(cohort.id, "left_alone"))


def close_cohort(
    view: CohortView, words: str, by: str, reminder_id: str, now: datetime
) -> Done[tuple[str, ...]] | Refused:
    """Close a cohort: its schedules end, nobody joins any more, it leaves the list.

    ``words`` are a last message to everybody in it, "" for none; ``reminder_id`` becomes the id of
    that message. The facts are the chats to which it goes. A second *Close* closes nothing twice.
    """
    if problem := words_problem(words):
        return Refused(problem)
    if view.cohort.closed_at:
        return Done((), view, ())
    closed = replace(view.cohort, closed_at=now, nudge_days=0)
    commands: list[Command] = [StopSchedules(closed.id), SaveCohort(closed)]
    going = tuple[str, ...]()
    if words and view.here:
        schedule = Schedule(
            reminder_id, closed.id, Audience("goodbye"), words, None, by, now, fired_until=now
        )
        rows = plan_deliveries(closed, schedule, view.here, (closed.today(now), now), now)
        going = tuple(each.chat_id for each in rows if each.state == "waiting")
        commands.append(ScheduleReminder(schedule, tuple(rows)))
    commands.append(Audit(closed.id, "closed"))
    return Done(tuple(commands), replace(view, cohort=closed), going)


def reopen_cohort(view: CohortView) -> Done[None]:
    """Open a closed cohort again. What was planned in it stays ended."""
    if view.cohort.closed_at is None:
        return Done((), view, None)
    opened = replace(view.cohort, closed_at=None)
    commands = (SaveCohort(opened), Audit(opened.id, "reopened"))
    return Done(commands, replace(view, cohort=opened), None)


def delete_cohort(view: CohortView) -> Done[str] | Refused:
    """Delete a cohort that was made by mistake, with its links. The facts are its name.

    One that somebody has joined is closed instead: its figures are somebody's report.
    """
    if view.members:
        return Refused("has_people")
    return Done((DeleteCohort(view.cohort.id),), None, view.cohort.name)
