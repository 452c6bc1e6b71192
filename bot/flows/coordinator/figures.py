"""Figures for a funder, as a page, a picture and a table: counts of people, and nobody named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_figures import figures_of
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.domain.pictures import Bar, ProgressChart
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, counted, fill, join
from bot.exports.figures_csv import figures_csv
from bot.flows.coordinator.routes import say_no, to


def show_figures(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show the figures, and the picture of them. Of a small group there are none."""
    if len(view.here) < SMALL:
        say_no(turn, "small")
        return
    words = turn.content.words
    chart = figures_chart(words, view, turn.now)
    file = File(words.file_name.figures, "png", "image/png", picture=chart)
    turn.tell(*figures_texts(words, view, turn.now), file=file)


def figures_chart(words: Words, view: CohortView, now: datetime) -> ProgressChart:
    """Return the picture of the figures."""
    said, today = words.coordinator_pages, day(view.cohort.today(now))
    bars = tuple(Bar(name, count) for name, count in figures_rows(words, view) if count is not None)
    return ProgressChart(
        title=view.cohort.name,
        subtitle=fill(words, said.figures_on, date=today, count=figures_of(view).invited),
        steps_title=said.figures_title,
        steps=bars,
        finished_title="",
        finished=(),
        stuck_title="",
        stuck=(),
        note=said.figures_note,
    )


def figures_texts(words: Words, view: CohortView, now: datetime) -> tuple[Text, ...]:
    """Return whose figures they are and of which day, the figures, and what they count."""
    said, today = words.coordinator_pages, day(view.cohort.today(now))
    heading = fill(words, said.figures, cohort=view.cohort.name, date=today)
    return heading, figures_text(words, view), fill(words, said.figures_note)


def figures_text(words: Words, view: CohortView) -> Text:
    """Return the figures, one a line."""
    said, figures = words.coordinator_pages, figures_of(view)
    lines = [fill(words, said.invited, count=figures.invited)]
    for name, count in figures_rows(words, view):
        if count is None:
            lines.append(fill(words, said.badge_few, most=SMALL))
        else:
            lines.append(fill(words, words.coordinator.row, name=name, count=count))
    if figures.left:
        lines.insert(2, counted(words, words.reasons.left, figures.left))
    return join("\n", lines)


def figures_rows(words: Words, view: CohortView) -> list[tuple[str, int | None]]:
    """Return each figure with its name; None for one that is not told."""
    said, figures = words.coordinator_pages, figures_of(view)
    return [
        (said.joined, figures.joined),
        (said.begun, figures.begun),
        (said.ready, figures.ready),
        (said.sent, figures.sent),
        (said.badge, figures.badge),
    ]


def show_figures_csv(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """The same for a spreadsheet."""
    if len(view.here) < SMALL:
        say_no(turn, "small")
        return
    words, table = turn.content.words, figures_file(turn.content.words, view, turn.now)
    file = File(words.file_name.figures, "csv", "text/csv", table)
    turn.tell(turn.fill(words.coordinator.csv), file=file)


def figures_file(words: Words, view: CohortView, now: datetime) -> str:
    """Return the figures as a file for a spreadsheet."""
    today, said = view.cohort.today(now), words.coordinator_pages
    return figures_csv(figures_of(view), view.cohort.name, today, said, words.coordinator)


def figures_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the way to the table."""
    if len(view.here) >= SMALL:
        yield to(turn.content.words.coordinator_buttons.csv, f"{view.cohort.id}.figcsv")
