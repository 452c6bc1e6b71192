"""“is deciding who's on custard management”: yes or no, and one reason.

What is asked about is looked for in the question itself, then in a clause of theirs that it has a
word of, then in what was called after something last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.analysis.plain_spelling import plainly_spelt
from bot.analysis.reading.sides_named import (
    SIDES,
    Side,
    begins_of,
    names_both,
    points_back,
    sides_named,
    unnamed,
)
from bot.content.models.listening_sides import SideLines, Sides
from bot.domain.messages import Message
from bot.engine.author_words import first_for
from bot.engine.context import TurnContext
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser, quote_of
from bot.flows.coaching.naming import seen_here
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.told import called_after
from bot.flows.safety.harm_heard import harm_in

LIKELY = 0.3
"""How likely a practice must be for its side to be that of a clause."""


class Deed(NamedTuple):
    """What is asked about: its side, the reason, and their clause, "" where the question tells."""

    side: Side
    reason: str
    clause: str = ""


def which_side(turn: TurnContext, lines: Chooser, text: str) -> Text | None:
    """Return on which side it is what a question is about: yes or no first, then one reason."""
    said = turn.content.listening.kinds.question.side
    plain = plainly_spelt(text)
    deed = _told_in(said, unnamed(plain)) or _of_theirs(turn, said, text)
    if deed is None and points_back(plain):
        deed = _last(turn, said)
    if deed is None:
        return lines.must_pick(said.unsure)
    verdict = lines.must_pick(_verdicts(getattr(said, deed.side), deed.side, plain))
    quote = lines.pick(said.quoted, clause=deed.clause) if deed.clause else None
    return join(" ", [each for each in (verdict, quote, turn.fill(deed.reason)) if each])


def _verdicts(known: SideLines, side: Side, plain: str) -> tuple[str, ...]:
    asked = sides_named(plain)
    if names_both(plain):
        return known.alone
    if len(asked) == 1:
        return known.yes if side in asked else known.no
    return known.which if asked else known.more


def _told_in(said: Sides, plain: str, clause: str = "") -> Deed | None:
    """Return the side of which words tell most, the first in them where they tell as much."""
    found = list[tuple[int, int, Side, str]]()
    for side in SIDES:
        reasons = getattr(said, side).reasons
        fitting = [each for each in reasons if first_for((each,), plain)]
        if first := first_for(fitting, plain):
            found.append((-len(fitting), plain.find(first[1]), side, first[0].line))
    if not found:
        return None
    *_, best, reason = min(found)
    return Deed(best, reason, clause)


def _reason(known: SideLines, clause: str) -> str:
    """Return why a clause is on a side, by its words."""
    found = first_for(known.reasons, plainly_spelt(clause))
    return found[0].line if found else known.plainly


def pointed_at(turn: TurnContext, text: str) -> tuple[str, Message] | None:
    """Return the clause of theirs that a text has most words of, and where it stands, the newest
    first; None where it has a word of none."""
    mine = begins_of(text)
    found = [
        (len(mine & begins_of(quote)), place, quote, message)
        for place, (quote, message) in enumerate(_clauses(turn))
    ]
    best = max(found, key=lambda each: (each[0], -each[1]), default=None)
    return best[2:] if best and best[0] else None


def _clauses(turn: TurnContext) -> Iterator[tuple[str, Message]]:
    """Yield what they told that may be said back, the newest first."""
    for step in reversed(turn.dialogue.steps):
        for message in reversed(turn.answer(step.id)):
            if not harm_in(turn, message.text):
                for each in read_text(turn, message.shown).clauses:
                    if each.fit_to_quote:
                        yield quote_of(message.shown, each), message


def _of_theirs(turn: TurnContext, said: Sides, text: str) -> Deed | None:
    """Return the side of the clause that a question has words of."""
    found = pointed_at(turn, text)
    return _of_clause(turn, said, *found) if found else None


def _of_clause(turn: TurnContext, said: Sides, quote: str, message: Message) -> Deed | None:
    for each in read_text(turn, message.shown).clauses:
        if quote_of(message.shown, each) != quote:
            continue
        if not {e.id for e in each.practices}.isdisjoint(_taken_back(turn, message)):
            return None  # it was called so, and they said no
        for practice in each.practices:
            side = turn.content.practices[practice.id].side
            if practice.chance >= LIKELY and side in SIDES:
                return Deed(side, _reason(getattr(said, side), quote), quote)
    return _told_in(said, plainly_spelt(quote), quote)


def _taken_back(turn: TurnContext, message: Message) -> Sequence[str]:
    return turn.attempt.rejected.get(message.step, ())


def _last(turn: TurnContext, said: Sides) -> Deed | None:
    """Return the side of what was called after something last, else of the newest that tells."""
    seen = turn.content.practices.get(seen_here(turn))
    if seen and seen.side in SIDES:
        clause = called_after(turn, seen.id)
        return Deed(seen.side, _reason(getattr(said, seen.side), clause), clause)
    step = turn.attempt.step
    here = ((quote, message) for quote, message in _clauses(turn) if message.step == step)
    return next(filter(None, (_of_clause(turn, said, *each) for each in here)), None)
