"""The overlap as a picture: the practices that a learner's own clauses showed, or that they picked.

A practice stands where its words were written: under management, under leadership, or under both.
One that was shown on both sides stands in the middle. What the learner said no to is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.practices import Found, notice
from bot.content.models.base import Side
from bot.domain.conversation import Attempt
from bot.domain.pictures import Overlap, OverlapItem
from bot.domain.statement import Statement
from bot.engine.context import TurnContext

LONGEST_QUOTE = 64
"""Characters of a quote: two lines in a circle."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A practice at an answer, with the clause that showed it, "" where it was picked alone."""

    practice: str
    side: Side
    words: str


def overlap_of(turn: TurnContext) -> Overlap | None:
    """Return the picture of the attempt in hand; None where nothing was shown, or has no side."""
    return overlap_in(turn, turn.attempt, turn.statement)


def overlap_in(turn: TurnContext, attempt: Attempt, statement: Statement) -> Overlap | None:
    """Return the same of any attempt."""
    found = list(_shown(turn, attempt, statement))
    sides, words = defaultdict[str, set[Side]](set), dict[str, str]()
    for each in found:
        sides[each.practice].add(each.side)
        words[each.practice] = words.get(each.practice) or each.words
    areas: dict[Side, list[OverlapItem]] = {"management": [], "both": [], "leadership": []}
    for practice, on in sides.items():
        side: Side = next(iter(on)) if len(on) == 1 else "both"
        name = turn.content.practices[practice].name
        areas[side].append(OverlapItem(name, words[practice]))
    if not found:
        return None
    said, names = turn.content.words.documents.overlap, turn.content.words.buttons
    named = (names.management, names.both, names.leadership)
    listed = [
        str(turn.fill(said.area, side=label, shown="; ".join(map(_spoken, items)) or said.nothing))
        for label, items in zip(named, areas.values(), strict=True)
    ]
    return Overlap(
        title=str(turn.fill(said.title, name=statement.dialogue.name)),
        sides=named,
        first=tuple(areas["management"]),
        both=tuple(areas["both"]),
        second=tuple(areas["leadership"]),
        alt=" ".join([str(turn.fill(said.alt)), *listed]),
        note=str(turn.fill(said.note)),
    )


def _shown(turn: TurnContext, attempt: Attempt, statement: Statement) -> Iterator[_Shown]:
    """Yield what the answers show: first what their learner picked, with its words where seen."""
    for section in statement.written:
        if (side := statement.dialogue.side_of(section.step.id)) is None:
            continue
        step = section.step.id
        by_clause = dict[int, Found]()  # a clause shows one practice, of the first framework
        for found in notice(turn.content, section.text):
            by_clause.setdefault(found.start, found)
        seen = {
            each.practice: _quote(section.text[each.start : each.end])
            for each in by_clause.values()
        }
        picked = attempt.named.get(step, [])
        refused = attempt.rejected.get(step, [])
        for practice in dict.fromkeys([*picked, *seen]):
            if practice not in refused and practice in turn.content.practices:
                yield _Shown(practice, side, seen.get(practice, ""))


def _quote(clause: str) -> str:
    """Return a clause in quotes, on one line, cut between two words where it is long."""
    words = " ".join(clause.split()).strip(" ,;")
    if len(words) > LONGEST_QUOTE:
        words = f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return f"“{words}”"


def _spoken(item: OverlapItem) -> str:
    return f"{item.name} {item.words}".strip()
