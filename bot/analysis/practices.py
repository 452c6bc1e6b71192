"""Practices in a learner's text, in each framework that sentences were sorted for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.content.models.base import Side
from bot.content.models.framework import Practice

if TYPE_CHECKING:
    from bot.analysis.practice_scorer import Noticed

SECOND = 0.3
"""How near the practice of the other side must be, to be noticed beside a first one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A practice of a framework in a text, with the span of the learner's words it rests on."""

    framework: str
    practice: str
    side: Side
    start: int
    end: int


def notice(content: Content, text: str) -> tuple[Found, ...]:
    """Return the practices that are surely there: a framework at a time, the surest first."""
    noticed = Knowledge.of(content).noticer.notice(text)
    found = list[Found]()
    for framework in content.frameworks.values():
        known = {each.id: each for each in framework.practices}
        mine = [each for each in noticed if each.practice in known]
        for each in _surest(mine, known):
            side = known[each.practice].side
            found.append(Found(framework.id, each.practice, side, each.start, each.end))
    return tuple(found)


def side_of(found: Sequence[Found]) -> Literal["management", "leadership", "both", "neither"]:
    """Return the side of a text by the practices that were noticed in it."""
    sides = {each.side for each in found} - {"both"}
    if len(sides) == 2:
        return "both"
    return "management" if "management" in sides else "leadership" if sides else "neither"


def _surest(noticed: Sequence[Noticed], known: Mapping[str, Practice]) -> list[Noticed]:
    """The nearest, and the nearest of the other side where it rests on other words and is sure."""
    if not noticed:
        return []
    first = noticed[0]
    others = (
        each
        for each in noticed[1:]
        if known[each.practice].side != known[first.practice].side
        and each.weight >= SECOND
        and (each.end <= first.start or first.end <= each.start)
    )
    second = next(others, None)
    return [first, second] if second else [first]
