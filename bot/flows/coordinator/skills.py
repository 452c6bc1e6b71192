"""The skills that a group has named, as the picture of the overlap: counts of people, no words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.library import Content
from bot.content.models.base import Side
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.pictures import Overlap, OverlapItem
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.wording import Text, counted, fill, join
from bot.exports.making import can_make
from bot.flows.coordinator.routes import say_no

MOST = 4
"""Skills in one area of the picture; the text beside it has all."""

_SIDES: tuple[Side, ...] = ("management", "both", "leadership")


def show_skills(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show the skills, and the picture of them. Of a small group there are none."""
    if len(view.here) < SMALL:
        say_no(turn, "small")
        return
    words, drawn = turn.content.words, drawn_skills(turn.content, view)
    stem = turn.fill(words.file_name.overlap, dialogue=view.cohort.dialogue)
    file = File(str(stem), "png", "image/png", picture=drawn)
    turn.tell(*skills_texts(turn.content, view), file=file if drawn else None)


def drawn_skills(content: Content, view: CohortView) -> Overlap | None:
    """Return the picture, None where nothing is shown or nothing here can draw it."""
    return skills_picture(content, view) if can_make("svg") else None


def skills_texts(content: Content, view: CohortView) -> tuple[Text, ...]:
    """Return whose skills they are, each in a line under its side, and what is counted."""
    words, said = content.words, content.words.skills
    heading = fill(words, said.heading, cohort=view.cohort.name)
    if not view.skills:
        return heading, fill(words, said.nothing)
    blocks = [join("\n", [each, *lines]) for each, lines in _areas(content, view) if lines]
    return heading, *blocks, fill(words, said.note)


def skills_picture(content: Content, view: CohortView) -> Overlap | None:
    """Return the picture, None where nothing is shown."""
    if not view.skills:
        return None
    words, said = content.words, content.words.skills
    first, both, second = (
        tuple(
            OverlapItem(f"{_name(content, each.practice)} ({each.people})")
            for each in view.skills
            if each.side == side
        )[:MOST]
        for side in _SIDES
    )
    spoken = (f"{side}: {'; '.join(lines) or said.none}." for side, lines in _areas(content, view))
    names = words.buttons
    return Overlap(
        title=str(fill(words, said.title, cohort=view.cohort.name)),
        sides=(names.management, names.both, names.leadership),
        first=first,
        both=both,
        second=second,
        alt=" ".join([words.documents.overlap.alt, *spoken]),
        note=str(fill(words, said.short_note)),
    )


def skills_rows(content: Content, view: CohortView) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Yield each side with its skills, and how many people named each; no side without any."""
    for side in _SIDES:
        found = [(_name(content, e.practice), e.people) for e in view.skills if e.side == side]
        if found:
            yield getattr(content.words.buttons, side), found


def _areas(content: Content, view: CohortView) -> Iterator[tuple[str, list[Text]]]:
    words, names = content.words, content.words.buttons
    for side in _SIDES:
        found = (each for each in view.skills if each.side == side)
        lines = [
            fill(
                words,
                words.skills.line,
                skill=_name(content, each.practice),
                people=counted(words, words.skills.people, each.people),
            )
            for each in found
        ]
        yield getattr(names, side), lines


def _name(content: Content, practice: str) -> str:
    found = content.practices.get(practice)
    return found.name if found else practice
