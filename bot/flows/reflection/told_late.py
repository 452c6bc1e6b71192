"""“n they're up for breakfast on time now”: what is told at the review, and asked by nobody.

It goes on with the answer that it has most words of. What came of it, and how it is known, goes
where that is asked. One press puts it elsewhere; what is neither is asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.analysis.reading.reading import Reading
from bot.analysis.reading.sides_named import begins_of
from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.messages import joined
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.policy import EVIDENCE, is_evidence

LEAST, LEAD = 1.5, 0.5
"""How much of its words must stand in an answer for a message to go on with that, and how much more
than in any other. A word that stands in two answers counts half."""

GOES_ON = frozenset(("result", "evidence", "why", "how"))
"""Parts of which what is told late has one: “just the one with her mother then” chooses, and tells
nothing of what was done."""

CAME_OF_IT = frozenset(("result", "evidence"))
"""Parts that belong where they are asked, whatever words they are told in."""


def goes_on_with(turn: TurnContext, reading: Reading) -> WordsStep | None:
    """Return the step whose answer a message goes on with, None where that is not plain."""
    is_late = turn.attempt.step == REVIEW and not turn.attempt.sent_at
    is_told = reading.kind in EVIDENCE and is_evidence(reading, count_words(turn.event.text))
    is_told = is_told and not reading.parts.isdisjoint(GOES_ON)
    if not (is_late and is_told) or turn.conversation.prompt == "place":
        return None
    asked = [each for each in turn.dialogue.steps if isinstance(each, WordsStep)]
    if step := _with_most_words(turn, asked):
        return step
    if reading.parts.isdisjoint(CAME_OF_IT):
        return None
    return next(
        (e for e in asked if not CAME_OF_IT.isdisjoint(e.needs) and turn.answer(e.id)), None
    )


def _with_most_words(turn: TurnContext, asked: Sequence[WordsStep]) -> WordsStep | None:
    """Return the step whose answer has most words of a message, where it is plainly one."""
    mine = begins_of(turn.event.text)
    shared = [mine & begins_of(joined(turn.answer(each.id))) for each in asked]
    often = Counter(word for words in shared for word in words)
    share = [sum(1 / often[word] for word in words) for words in shared]
    most, second = sorted([*share, 0.0], reverse=True)[:2]
    is_plain = most >= LEAST and most - second >= LEAD
    return asked[share.index(most)] if is_plain else None
