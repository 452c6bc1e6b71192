"""“its a joke”, “that wasnt an answer ffs”: owned in one line, and something small or a stop."""

from __future__ import annotations

from bot.analysis.faq import best_answer
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.questions import answer_beside, surely_asked
from bot.flows.coaching.replies import chooser

MOST = 25
"""Words of the longest message that is no more than anger."""

LATELY = 3
"""How many messages before an angry one may hold the question that got no answer."""


def is_angry(turn: TurnContext) -> bool:
    """Return whether all that is said is how angry somebody is: no work is told, nothing asked."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    if count_words(text) > MOST or turn.reading.act:
        return False
    if turn.says.isdisjoint((cues.angry, cues.no_answer, cues.put_words)):
        return False
    is_asked = turn.reading.kind == "question" and best_answer(text, turn.knowledge.asks)
    return not (is_asked or surely_asked(turn, text))


def say_sorry(turn: TurnContext, *, goes_on: bool) -> None:
    """Own it, and answer what was asked just before, where that got no answer. Who goes on is
    offered no more."""
    turn.coaching = Coaching("complaint_about_coach", ASIDE)
    kinds = turn.content.listening.kinds
    asked = _asked_before(turn) if kinds.cues.no_answer in turn.says else None
    blame = kinds.complaint_about_coach
    needs = blame.no_answer if asked else blame.angry
    if goes_on or kinds.cues.put_words in turn.says:
        needs = blame.missed
    turn.tell(chooser(turn).must_pick(needs) or "")
    if asked:
        answer_beside(turn, asked.text)


def _asked_before(turn: TurnContext) -> Message | None:
    before = turn.conversation.messages[-LATELY - 1 : -1]
    return next((each for each in reversed(before) if surely_asked(turn, each.text)), None)
