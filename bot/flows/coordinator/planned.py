"""What is planned: when it goes next, to whom, with which words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.content.library import Content
from bot.domain.cohort_view import CohortView, Report
from bot.domain.offers import Button
from bot.domain.recurrence import next_occurrence
from bot.engine.context import TurnContext
from bot.engine.dates import when
from bot.engine.wording import Text, Typed, fill, gist, join
from bot.flows.coordinator.names import group_name
from bot.flows.coordinator.routes import to


def coming(view: CohortView, now: datetime) -> list[tuple[datetime, Report]]:
    """Return what is planned and still comes, the next one first."""
    found = [(next_at(each, now), each) for each in view.planned]
    times = [(at, each) for at, each in found if at and not view.cohort.is_over(at)]
    return sorted(times, key=lambda pair: pair[0])


def next_at(report: Report, now: datetime) -> datetime | None:
    """Return when a planned reminder goes next, None for never again."""
    timing = report.schedule.timing
    found = next_occurrence(timing, max(now, report.schedule.fired_until)) if timing else None
    return found[1] if found else None


def show_planned(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show what is planned, the next one first."""
    found, said = coming(view, turn.now), turn.content.words.coordinator_pages
    if not found:
        turn.say(said.nothing_planned)
        return
    lines = [_line(turn.content, view, at, each) for at, each in found]
    turn.tell(turn.fill(said.planned), *lines)


def _line(content: Content, view: CohortView, at: datetime, report: Report) -> Text:
    words, schedule = content.words, report.schedule
    is_weekly = schedule.timing is not None and schedule.timing.weekday is not None
    said = words.coordinator_pages
    line = fill(
        words,
        said.planned_weekly if is_weekly else said.planned_once,
        when=when(at, view.cohort.zone),
        audience=group_name(content, view, schedule.audience),
    )
    own = fill(words, words.coordinator.report_standard)
    if schedule.words:
        own = fill(words, words.coordinator.report_words, words_sent=Typed(gist(schedule.words)))
    return join("\n", [line, own])


def planned_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield each one that is planned."""
    for at, each in coming(view, turn.now):
        yield to(when(at, view.cohort.zone), f"{view.cohort.id}.rep.{each.schedule.id}")
