"""What is said beside an order that was carried out: it is heard as the message that it is."""

from __future__ import annotations

from bot.analysis.reading.own_text.beside import told_beside
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import gist
from bot.flows.coaching.questions import answer_second

LEAST = 2
"""Words of the shortest that is looked at."""


def hear_beside(turn: TurnContext, rest: str) -> None:
    """Answer what stands beside an order: what is asked, that they go, what else is told."""
    said = len(turn.replies)
    if count_words(rest) < LEAST:
        return
    answer_second(turn, rest)
    told = [each for each in told_beside(rest) if turn.knowledge.harm_in(each).level == "none"]
    if told and len(turn.replies) == said:
        turn.say(turn.content.words.coach.order_beside, text=gist(told[-1]))
