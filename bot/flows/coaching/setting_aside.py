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


_LEFT_STANDING = ("name", "noticed", "naming")
"""What may be left open by who goes or comes: the review asks it again."""


def may_be_left(turn: TurnContext, *decides: str) -> bool:
    """Return whether nothing is open that typed words decide. ``decides`` are offers where they
    may."""
    prompt = turn.open_prompt
    if prompt is None:
        return True
    return prompt.name in _LEFT_STANDING or (prompt.is_offer and prompt.name not in decides)
