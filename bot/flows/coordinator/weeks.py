"""Week by week: what happened in each single week, as lines and as a picture."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_progress import Week, week_by_week
from bot.domain.cohort_view import CohortView
from bot.domain.pictures import Bar, ProgressChart
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, fill, join
from bot.flows.coordinator.routes import say_no

MOST_WEEKS = 16
"""The last ones are shown: with more, a phone shows a column too thin to read."""


def show_weeks(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show what happened in each week, and the picture of it. Of a small group there is none."""
    if len(view.here) < SMALL:
        say_no(turn, "small")
        return
    words = turn.content.words
    chart = weeks_chart(words, view, turn.now)
    file = File(words.file_name.progress, "png", "image/png", picture=chart)
    turn.tell(*weeks_texts(words, view, turn.now), file=file)


def weeks_texts(words: Words, view: CohortView, now: datetime) -> tuple[Text, ...]:
    """Return whose weeks they are, each in a line, and whether the last one is not over."""
    said, weeks = words.weeks, last_weeks(view, now)
    lines = [
        fill(words, said.line, day=named(each), joined=each.joined, sent=each.sent)
        for each in weeks
    ]
    heading = fill(words, said.heading, cohort=view.cohort.name)
    note = (fill(words, said.note),) if _is_under_way(view, weeks, now) else ()
    return heading, join("\n", lines), *note


def _is_under_way(view: CohortView, weeks: list[Week], now: datetime) -> bool:
    return bool(weeks) and view.cohort.today(now) < weeks[-1].monday + timedelta(weeks=1)


def last_weeks(view: CohortView, now: datetime) -> list[Week]:
    """Return the weeks that are shown, the oldest first."""
    return week_by_week(view, now)[-MOST_WEEKS:]


def weeks_chart(words: Words, view: CohortView, now: datetime) -> ProgressChart:
    """Return the picture of these weeks."""
    said, today, weeks = words.weeks, day(view.cohort.today(now)), last_weeks(view, now)
    return ProgressChart(
        title=view.cohort.name,
        subtitle=fill(words, said.chart_subtitle, date=today),
        steps_title="",
        steps=(),
        finished_title="",
        finished=(),
        stuck_title="",
        stuck=(),
        note=said.note if _is_under_way(view, weeks, now) else "",
        joined_title=said.chart_joined,
        joined=tuple(Bar(named(each), each.joined) for each in weeks),
        sent_title=said.chart_sent,
        sent=tuple(Bar(named(each), each.sent) for each in weeks),
    )


def named(week: Week) -> str:
    """Return what a week is called: by its Monday."""
    return f"{week.monday.day} {week.monday:%b}"
