"""Figures for a funder, as a page, a picture and a table: counts of people, and nobody named."""

from __future__ import annotations

from collections.abc import Iterator

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
    words, today = turn.content.words, day(view.cohort.today(turn.now))
    said = words.coordinator_pages
    chart = ProgressChart(
        title=view.cohort.name,
        subtitle=fill(words, said.figures_on, date=today, count=figures_of(view).invited),
        steps_title=said.figures_title,
        steps=tuple(Bar(name, count) for name, count in _bars(words, view) if count is not None),
        finished_title="",
        finished=(),
        stuck_title="",
        stuck=(),
        note=said.figures_note,
    )
    heading = fill(words, said.figures, cohort=view.cohort.name, date=today)
    file = File(words.file_name.figures, "png", "image/png", picture=chart)
    turn.tell(heading, figures_text(words, view), turn.fill(said.figures_note), file=file)


def figures_text(words: Words, view: CohortView) -> Text:
    """Return the figures, one a line."""
    said, figures = words.coordinator_pages, figures_of(view)
    lines = [fill(words, said.invited, count=figures.invited)]
    for name, count in _bars(words, view):
        if count is None:
            lines.append(fill(words, said.badge_few, most=SMALL))
        else:
            lines.append(fill(words, words.coordinator.row, name=name, count=count))
    if figures.left:
        lines.insert(2, counted(words, words.reasons.left, figures.left))
    return join("\n", lines)


def _bars(words: Words, view: CohortView) -> list[tuple[str, int | None]]:
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
    words, today = turn.content.words, view.cohort.today(turn.now)
    heads = words.coordinator
    table = figures_csv(figures_of(view), view.cohort.name, today, words.coordinator_pages, heads)
    turn.tell(turn.fill(heads.csv), file=File(words.file_name.figures, "csv", "text/csv", table))


def figures_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the way to the table."""
    if len(view.here) >= SMALL:
        yield to(turn.content.words.coordinator_buttons.csv, f"{view.cohort.id}.figcsv")
