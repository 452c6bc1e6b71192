"""Everybody in a cohort, one a line, in the order that is asked for; and those whom a text fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.wording import Text, fill, join
from bot.flows.coordinator.names import steps, who_of
from bot.flows.coordinator.people import place_of
from bot.flows.coordinator.reminder import A_PAGE
from bot.flows.coordinator.routes import to

_LATE = datetime.max.replace(tzinfo=UTC)


def show_list(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show some of them with where they are. Of a small group only who is there."""
    words = turn.content.words
    order, first = _parts(rest)
    if order == "fit":
        turn.say(words.coordinator_pages.fit, count=len(_fitting(view, rest)))
    found = _shown(turn, view, rest)[first : first + A_PAGE]
    if len(view.here) < SMALL:
        turn.say(words.coordinator_pages.people_small)
    elif found:
        lines = join("\n", (_line(turn, view, each) for each in found))
        turn.tell(lines, *([] if order == "fit" else [words.coordinator_pages.find_one]))
    else:
        turn.say(words.coordinator.people.none)


def _line(turn: TurnContext, view: CohortView, member: Member) -> Text:
    words = turn.content.words
    return fill(
        words,
        words.coordinator_pages.person_line,
        who=who_of(words, view, member),
        place=place_of(turn.content, view, member),
        own_words=member.own_words,
    )


def list_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield a button for each person, the way to more, and the other orders."""
    words, which = turn.content.words, view.cohort.id
    order, first = _parts(rest)
    found = _shown(turn, view, rest)
    for each in found[first : first + A_PAGE]:
        yield to(who_of(words, view, each), f"{which}.who_is.{each.number}")
    if first + A_PAGE < len(found):
        yield to(words.coordinator_buttons.more, f"{which}.ppl.{order}.{first + A_PAGE}")
    said = words.coordinator_pages
    labels = {"number": said.by_number, "name": said.by_name}
    if len(view.here) >= SMALL:
        labels |= {"place": said.by_place, "still": said.by_still}
    for name, label in labels.items():
        if name != order:
            yield to(label, f"{which}.ppl.{name}.0")


def fitting_page(view: CohortView, found: Sequence[Member]) -> str:
    """Return the page that lists these people."""
    numbers = "-".join(str(each.number) for each in found[:A_PAGE])
    return f"{view.cohort.id}.ppl.fit.{numbers}"


def _fitting(view: CohortView, rest: str) -> list[Member]:
    numbers = rest.partition(".")[2].split("-")
    return [each for each in view.here if str(each.number) in numbers]


def _shown(turn: TurnContext, view: CohortView, rest: str) -> list[Member]:
    order, _ = _parts(rest)
    if order == "fit":
        return _fitting(view, rest)
    return sorted(view.here, key=_keys(turn, view)[order])


def _keys(turn: TurnContext, view: CohortView) -> dict[str, Callable[[Member], tuple[object, ...]]]:
    """Return what orders people. In a small group their places tell nothing here either."""
    places = ["new", "welcome", *steps(turn.content, view.cohort), "ready", "submitted"]

    def place(each: Member) -> int:
        at = each.step if each.status == "in_progress" else each.status
        return places.index(at) if at in places else len(places)

    by: dict[str, Callable[[Member], tuple[object, ...]]] = {
        "number": lambda each: (each.number,),
        "name": lambda each: (not each.name, each.name.casefold(), each.number),
    }
    is_small = len(view.here) < SMALL
    by["place"] = by["number"] if is_small else lambda each: (place(each), each.number)
    by["still"] = by["number"] if is_small else _by_still
    return by


def _by_still(each: Member) -> tuple[object, ...]:
    has_finished = each.status in ("ready", "submitted")
    return (has_finished, each.still_since or _LATE, each.number)


def _parts(rest: str) -> tuple[str, int]:
    order, _, first = rest.partition(".")
    known = order if order in ("name", "place", "still", "fit") else "number"
    is_number = first.isdecimal() and len(first) < 6 and known != "fit"
    return known, int(first) if is_number else 0
