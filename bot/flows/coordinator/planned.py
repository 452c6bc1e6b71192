"""Planned reminders: when each goes next, to whom, with which words; and each one by itself.

Pages below a cohort: ``plan`` the list · ``plan.ID`` one of them, to change, pause or cancel.
"""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from datetime import datetime

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.planned import next_at
from bot.domain.offers import Button
from bot.domain.recurrence import Timing
from bot.engine.context import TurnContext
from bot.engine.dates import due, when
from bot.engine.wording import Text, Typed, fill, gist, join
from bot.flows.coordinator.names import group_name
from bot.flows.coordinator.routes import does, to


def coming(view: CohortView, now: datetime) -> list[tuple[datetime, Report]]:
    """Return what is planned and still comes, the next one first; paused ones, when they would."""
    found = [(next_at(each, now), each) for each in view.planned]
    times = [(at, each) for at, each in found if at and not view.cohort.is_over(at)]
    return sorted(times, key=lambda pair: pair[0])


def show_planned(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """Show what is planned, the next one first; or one of them."""
    found, said = coming(view, turn.now), turn.content.words.coordinator_pages
    one = next((pair for pair in found if pair[1].schedule.id == rest), None)
    if one:
        turn.tell(planned_text(turn.content, view, *one, whole=True))
    elif not found:
        turn.say(said.nothing_planned)
    else:
        turn.tell(turn.fill(said.planned), *planned_lines(turn.content, view, turn.now))


def planned_lines(content: Content, view: CohortView, now: datetime) -> list[Text]:
    """Return what is planned, each in two lines."""
    return [planned_text(content, view, at, each) for at, each in coming(view, now)]


def planned_text(
    content: Content, view: CohortView, at: datetime, report: Report, *, whole: bool = False
) -> Text:
    """Return when one goes, whom it is for, and its words, as far as they fit or ``whole``."""
    words, schedule = content.words, report.schedule
    audience = group_name(content, view, schedule.audience)
    is_weekly, said = schedule.is_weekly, words.coordinator_pages
    line = fill(
        words,
        said.planned_weekly if is_weekly else said.planned_once,
        when=due(at, view.cohort.zone),
        audience=audience,
    )
    if schedule.paused_at and schedule.timing:
        often = every(words, schedule.timing)
        line = fill(words, words.planning.planned_paused, every=often, audience=audience)
    own = fill(words, words.coordinator.report_standard)
    if schedule.words:
        said_there = Typed(schedule.words if whole else gist(schedule.words))
        own = fill(words, words.coordinator.report_words, words_sent=said_there)
    return join("\n", [line, own])


def every(words: Words, timing: Timing) -> Text:
    """Return how often a weekly one goes: *Every Friday at 10:00*."""
    day = day_name[timing.weekday or 0]
    return fill(words, words.planning.every, day=day, time=timing.time)


def planned_buttons(turn: TurnContext, view: CohortView, rest: str = "") -> Iterator[Button]:
    """Yield each one that is planned, or what can be done about one."""
    found = coming(view, turn.now)
    if one := next((each for _, each in found if each.schedule.id == rest), None):
        yield from _one_buttons(turn, view, one)
        return
    for at, each in found:
        timing, label = each.schedule.timing, when(at, view.cohort.zone)
        if each.schedule.paused_at and timing:
            often = every(turn.content.words, timing)
            label = turn.fill(turn.content.words.planning.paused_one, every=often)
        yield to(label, f"{view.cohort.id}.plan.{each.schedule.id}")


def _one_buttons(turn: TurnContext, view: CohortView, report: Report) -> Iterator[Button]:
    words, schedule = turn.content.words, report.schedule
    said, which = words.planning, schedule.id
    yield does(said.set_words, f"cohort:replan.{which}.words")
    yield does(said.set_timing, f"cohort:replan.{which}.timing")
    if not schedule.audience.is_message:
        yield to(said.set_audience, f"{view.cohort.id}.pwho.{which}")
    if schedule.paused_at:
        yield does(said.go_on, f"cohort:goon.{which}")
    elif schedule.is_weekly:
        yield does(said.pause, f"cohort:pause.{which}")
    yield does(words.coordinator_buttons.cancel, f"cohort:cancel.{which}")
    if report.rows:
        yield to(words.coordinator_buttons.nudge_report, f"{view.cohort.id}.rep.{which}")
    yield to(words.coordinator_pages.what_is_planned, f"{view.cohort.id}.plan")
