"""Whether the open question can still be seen on a phone, or was lost sight of."""

from __future__ import annotations

from bot.domain.conversation import SCREEN
from bot.engine.context import TurnContext


def is_in_sight(turn: TurnContext, question: str) -> bool:
    """Return whether the open question is near enough to what is said now to be left unsaid."""
    return _since(turn, question) <= SCREEN


def lose_sight(turn: TurnContext) -> None:
    """Have the question shown again: somebody returns, or leafed through pages."""
    turn.conversation.since_asked = SCREEN + 1


def keep_sight(turn: TurnContext) -> None:
    """Keep how much was said after the question, once a turn is done."""
    question = turn.flows.place.question(turn)
    turn.conversation.since_asked = min(_since(turn, question), SCREEN + 1)


def _since(turn: TurnContext, question: str) -> int:
    said = "\n".join(each.text for each in turn.replies)
    place = said.rfind(question) if question else -1
    if place >= 0:
        return len(said) - place - len(question)
    return turn.conversation.since_asked + _typed(turn) + len(said)


def _typed(turn: TurnContext) -> int:
    """Return how long the words of this turn are. A press is none, however a channel sends it."""
    last = turn.conversation.messages[-1:]
    source = turn.event.source or turn.event.key
    return sum(len(each.text) for each in last if each.source == source)
