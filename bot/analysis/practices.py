"""Practices in a learner's text, in each framework that the tables of weights were learned for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.analysis.knowledge import Knowledge
from bot.analysis.reading.kinds import Kind
from bot.content.library import Content
from bot.content.models.base import Side
from bot.content.models.framework import Framework

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Clause, Reading

_NO_ACCOUNT: frozenset[Kind] = frozenset(("question", "not_understood", "request", "theory"))
"""Kinds that tell of nobody's act, whatever words they use."""

ENOUGH = 0.55
"""How likely a practice must be to be surely there, whatever the step asks about."""

LEAD = 0.15
"""By how much it must then be likelier than the next of its framework."""


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
    return practices_in(content, Knowledge.of(content).reader.read(text))


def practices_in(content: Content, reading: Reading) -> tuple[Found, ...]:
    """Return the practices of a text that is read already."""
    if reading.kind in _NO_ACCOUNT:
        return ()
    frameworks = [each for each in content.frameworks.values() if _is_read(each, reading)]
    shown = [found for clause in reading.clauses for found in _shown(frameworks, clause)]
    shown.sort(key=lambda pair: -pair[0])
    found = list[Found]()
    for framework in frameworks:
        found += _surest([each for _, each in shown if each.framework == framework.id])
    return tuple(found)


def side_of(found: Sequence[Found]) -> Literal["management", "leadership", "both", "neither"]:
    """Return the side of a text by the practices that were noticed in it."""
    sides = {each.side for each in found} - {"both"}
    if len(sides) == 2:
        return "both"
    return "management" if "management" in sides else "leadership" if sides else "neither"


def _is_read(framework: Framework, reading: Reading) -> bool:
    return any(each.id == read.id for each in framework.practices for read in reading.practices)


def _shown(frameworks: Sequence[Framework], clause: Clause) -> list[tuple[float, Found]]:
    """Return what a clause surely shows, with how likely it is.

    A wrong name costs more trust than a missing one. So a practice must be likely by itself, the
    next of its framework clearly less so, and the likeliest of every framework on the same side.
    """
    found, sides = list[tuple[float, Found]](), set[Side]()
    for framework in frameworks:
        known = {each.id: each.side for each in framework.practices}
        ranked = [each for each in clause.practices if each.id in known]
        if not ranked:
            continue
        first, following = ranked[0], ranked[1].chance if len(ranked) > 1 else 0.0
        side = known[first.id]
        sides.add(side)
        if first.chance >= ENOUGH and first.chance - following >= LEAD:
            span = (clause.start, clause.end)
            found.append((first.chance, Found(framework.id, first.id, side, *span)))
    return found if len(sides) == 1 else []


def _surest(shown: Sequence[Found]) -> list[Found]:
    """Return the surest, and the surest of the other side."""
    first = shown[:1]
    return [*first, *[each for each in shown if each.side != first[0].side][:1]]
