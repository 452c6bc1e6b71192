"""What is said beside an order that was carried out: it is heard as the message that it is."""

from __future__ import annotations

import re

from bot.analysis.reading.own_text.beside import told_beside
from bot.analysis.reading.spoken_pieces import pieces
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import gist
from bot.flows.coaching.questions import answer_second
from bot.flows.safety.who_beside import take_who

LEAST = 2
"""Words of the shortest that is looked at."""


def hear_beside(turn: TurnContext, rest: str) -> None:
    """Answer what stands beside an order: who somebody is, what is asked, that they go."""
    rest, said = take_who_beside(turn, rest), len(turn.replies)
    if count_words(rest) < LEAST:
        return
    answer_second(turn, rest)
    told = [each for each in told_beside(rest) if turn.knowledge.harm_in(each).level == "none"]
    if told and len(turn.replies) == said:
        turn.say(turn.content.words.coach.order_beside, text=gist(told[-1]))


def take_who_beside(turn: TurnContext, rest: str) -> str:
    """Put in who somebody is, where that is said and a name waits for it; return what else is
    said."""
    for start, end in pieces(rest):
        if any(take_who(turn, each.strip()) for each in re.split(r"[,;–]", rest[start:end])):
            return f"{rest[:start]} {rest[end:]}".strip()
    return rest
