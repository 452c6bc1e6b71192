"""What is said beside an order that was carried out: it is heard as the message that it is."""

from __future__ import annotations

from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.questions import answer_second

LEAST = 2
"""Words of the shortest that is looked at."""


def hear_beside(turn: TurnContext, rest: str) -> None:
    """Answer what stands beside an order: what is asked, that they go."""
    if count_words(rest) >= LEAST:
        answer_second(turn, rest)
