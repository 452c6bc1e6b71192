"""Progress without reading: a table, a picture and a file for a spreadsheet. Nobody's words.

Of a group of fewer than five only how many there are: a breakdown would single somebody out.
"""

from __future__ import annotations

from datetime import datetime

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_progress import by_step, finished_by_week, stuck
from bot.domain.cohort_view import CohortView
from bot.domain.pictures import Bar, ProgressChart
from bot.domain.reading import waiting_for_answer
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, counted, fill, join
from bot.exports.progress_csv import BOM, progress_csv
from bot.flows.coordinator.names import step_name, steps, who_of
from bot.flows.coordinator.routes import sentence


def show_progress(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """How many stand where, who has not moved on for a week, and the picture of it."""
    heading, table = progress_texts(turn.content, view, turn.now)
    turn.tell(heading)
    if len(view.here) < SMALL:
        turn.tell(table)
        return
    name, chart = (
        turn.content.words.file_name.progress,
        progress_chart(turn.content, view, turn.now),
    )
    turn.tell(table, file=File(name, "png", "image/png", picture=chart))


def progress_texts(content: Content, view: CohortView, now: datetime) -> tuple[Text, Text]:
    """Return how many there are; and how many stand where, or why that is not shown."""
    words, said, here = content.words, content.words.coordinator, view.here
    heading = fill(words, said.progress, cohort=view.cohort.name, people=len(here), left=view.left)
    if len(here) < SMALL:
        return heading, sentence(words, "small")
    lines = [
        fill(words, said.row, name=name, count=count)
        for name, count in progress_rows(content, view)
    ]
    lines += waiting_text(words, view, now)
    still = stuck(here, now)
    if still:
        lines.append(fill(words, said.stuck))
        lines += [
            fill(words, said.row, name=step_name(content, view.cohort, step), count=count)
            for step, count in still.most_common()
        ]
    return heading, join("\n", lines)


def waiting_text(words: Words, view: CohortView, now: datetime) -> list[Text]:
    """Return how many wait for a reader's answer, where anybody does."""
    count = waiting_for_answer(view, now)
    return [counted(words, words.sharing.reader.waiting, count)] if count else []


def progress_rows(content: Content, view: CohortView) -> list[tuple[str, int]]:
    """Return how many stand where, without the places in between where nobody is."""
    return [
        (step_name(content, view.cohort, step), count)
        for step, count in by_step(view.here, steps(content, view.cohort))
        if count or step not in ("review", "statement")
    ]


def progress_chart(content: Content, view: CohortView, now: datetime) -> ProgressChart:
    """Return the picture, by the numbers that it shows and nothing else."""
    words, here, cohort = content.words.coordinator, view.here, view.cohort
    shown = {"people": len(here), "date": day(cohort.today(now))}
    weeks = finished_by_week(cohort, here, now)[-16:]
    still = stuck(here, now).most_common(6)
    return ProgressChart(
        title=cohort.name,
        subtitle=fill(content.words, words.chart_subtitle, **shown),
        steps_title=words.chart_steps,
        steps=tuple(Bar(*each) for each in progress_rows(content, view)),
        finished_title=words.chart_finished,
        finished=tuple(Bar(f"{on.day} {on:%b}", count) for on, count in weeks),
        stuck_title=words.chart_stuck,
        stuck=tuple(Bar(step_name(content, cohort, step), count) for step, count in still),
    )


def show_csv(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """The same for a spreadsheet."""
    words = turn.content.words
    table = csv_file(turn.content, view, turn.now)
    file = File(words.file_name.progress, "csv", "text/csv", table)
    turn.tell(turn.fill(words.coordinator.csv), file=file)


def csv_file(content: Content, view: CohortView, now: datetime) -> str:
    """Return the table as a file for a spreadsheet. Of a small group only how many there are."""

    def named(member: Member) -> tuple[str, str]:
        step = member.step if member.status == "in_progress" else member.status
        return who_of(content.words, view, member), step_name(content, view.cohort, step)

    return BOM + progress_csv(view, content.words.coordinator, named, view.cohort.today(now))
