"""“I don't lead anyone” is not taken as no evidence."""

from __future__ import annotations

from bot.analysis.follow_ups import denied
from bot.content.models.base import Side
from bot.content.models.dialogue import WordsStep
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext

SHORT = 25
"""Words up to which "I don't lead anyone" is all that somebody says."""

FEW = 7
"""The same at the first question, where many begin with what they are."""


def take_denial(turn: TurnContext, step: WordsStep) -> bool:
    """ "I don't lead anyone" is not taken as no evidence: a line, and a smaller question."""
    coaching, text = turn.content.coaching, turn.event.text
    if turn.masked or turn.dialogue.badge is None:
        return False
    # Where a role is asked for, "just a carer" may begin a story: it must be all that is said.
    first, asked = step.id == turn.dialogue.steps[0].id, turn.side_asked
    if count_words(text) > (FEW if first else SHORT):
        return False
    sides: tuple[Side, ...] = ("leadership", "management")
    sides = tuple(each for each in sides if first or each == asked)
    side = next((each for each in sides if denied(coaching, text, each)), None)
    if side is None:
        return False
    turn.change(turn.keep(text, step.id), aside=True)
    line = turn.fill(getattr(coaching.lines, side))
    turn.tell(turn.fill(turn.content.words.coach.denied, line=line))
    turn.tell(turn.fill(getattr(coaching.smaller, side)))
    return True
