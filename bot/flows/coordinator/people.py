"""One person of a cohort: where they are, and the way to remind them. Never a word of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.library import Content
from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, fill
from bot.flows.coordinator.names import step_name, who_of
from bot.flows.coordinator.routes import does, to


def show_person(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show where one person is. In a small group only that they are there."""
    member = _member(view, rest)
    if member is None:
        turn.say(turn.content.words.coordinator.person_gone)
    else:
        turn.tell(person_text(turn.content, view, member))


def person_text(content: Content, view: CohortView, member: Member) -> Text:
    """Return where one person is, by their number or the name that they let be seen."""
    words, name = content.words, who_of(content.words, view, member)
    if len(view.here) < SMALL:
        return fill(words, words.coordinator.person_small, who=name)
    moved, zone_day = member.progressed_at, view.cohort.today
    return fill(
        words,
        words.coordinator.person,
        who=name,
        place=place_of(content, view, member),
        own_words=member.own_words,
        when=day(zone_day(moved)) if moved else words.coordinator.never_moved,
    )


def place_of(content: Content, view: CohortView, member: Member) -> str:
    """Return what the place is called at which somebody stands."""
    step = member.step if member.status == "in_progress" else member.status
    return step_name(content, view.cohort, step)


def person_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield the ways to remind this one person, and to take them out."""
    member = _member(view, rest)
    if member and not view.cohort.is_over(turn.now):
        words = turn.content.words
        label = turn.fill(words.coordinator_buttons.remind_person, who=who_of(words, view, member))
        yield does(label, f"cohort:remind.one.{member.number}")
    if member:
        yield to(turn.content.words.ending.remove, f"{view.cohort.id}.rml.{member.number}")


def _member(view: CohortView, number: str) -> Member | None:
    return next((each for each in view.here if str(each.number) == number), None)
