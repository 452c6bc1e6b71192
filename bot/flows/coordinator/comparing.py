"""Two cohorts of one coordinator on one page: counts beside each other, and nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_figures import CohortFigures, figures_of
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.wording import Text, fill, join
from bot.flows.coordinator.routes import refuse, say_no, to

FIRST = "cmp"
"""The page on which the first one is picked: it stands where a cohort's id would."""


def show_first_choice(turn: TurnContext) -> None:
    """Ask which is the first."""
    turn.say(turn.content.words.coordinator_pages.compare_first)


def first_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield each of their cohorts."""
    yield from (to(each.name, f"{each.id}.cmp") for each in turn.access.coordinates)


def show_comparison(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show two cohorts beside each other, or ask which is the second."""
    other = turn.access.other
    if not rest:
        turn.say(turn.content.words.coordinator_pages.compare_second, cohort=view.cohort.name)
    elif other is None or other.cohort.id in ("", view.cohort.id):
        refuse(turn)
    elif min(len(view.here), len(other.here)) < SMALL:
        say_no(turn, "small")
    else:
        turn.tell(comparison(turn.content.words, view, other))


def comparison(words: Words, one: CohortView, two: CohortView) -> Text:
    """Return the figures of two cohorts, both in each line, with how many of those here in %."""
    said = words.coordinator_pages
    left, right = figures_of(one), figures_of(two)
    lines = [_line(words, "", one.cohort.name, two.cohort.name)]
    lines.append(_line(words, said.joined, str(left.joined), str(right.joined)))
    for name in ("begun", "ready", "sent"):
        parts = (_part(words, left, one, name), _part(words, right, two, name))
        lines.append(_line(words, getattr(said, name), *parts))
    return join("\n", lines)


def _part(words: Words, figures: CohortFigures, view: CohortView, name: str) -> Text:
    count: int = getattr(figures, name)
    percent = round(100 * count / len(view.here))
    return fill(words, words.coordinator_pages.part, count=count, percent=percent)


def _line(words: Words, name: str, left: str, right: str) -> Text:
    said = words.coordinator_pages
    both = fill(words, said.both, left=left, right=right)
    return fill(words, words.coordinator.row, name=name, count=both) if name else both


def comparison_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield each of the others, where the second is asked for."""
    if not rest:
        for each in turn.access.coordinates:
            if each.id != view.cohort.id:
                yield to(each.name, f"{view.cohort.id}.cmp.{each.id}")
