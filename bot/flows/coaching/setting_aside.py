"""A message that is meant for the coach is in no answer, and what stood open before it is left."""

from __future__ import annotations

from bot.analysis.reading.kinds import Kind
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.flows.safety.identifiers import tell_masked


def set_aside(turn: TurnContext, kind: Kind) -> Message:
    """Keep the message of a turn beside the answers, and return it as it is kept. Identifiers that
    were replaced in it are told of."""
    message = turn.keep_aside(turn.event.text)
    turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching(kind, ASIDE)
    return message
