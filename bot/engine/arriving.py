"""How somebody arrives: late, or by another door than before."""

from __future__ import annotations

from bot.domain.offers import by_label
from bot.engine.context import TurnContext
from bot.engine.sight import lose_sight


def arrive(turn: TurnContext) -> None:
    """Say what they cannot know: that the coach was away, or what is asked by now."""
    if turn.event.late:
        turn.say(turn.content.words.odd.away)
        lose_sight(turn)
    if _has_changed_doors(turn):
        lose_sight(turn)  # the question that stands there is from before
        if _is_typed(turn):
            turn.flows.place.show_again(turn)


def _has_changed_doors(turn: TurnContext) -> bool:
    """Note the channel that they write in; return whether they wrote in another one before."""
    if not turn.event.address:
        return False
    before, now = turn.conversation.channel, turn.event.address.channel
    turn.conversation.channel = now
    return before not in ("", now)


def _is_typed(turn: TurnContext) -> bool:
    event = turn.event
    is_label = by_label(turn.conversation.offers, event.text) is not None
    return event.kind == "say" and event.command is None and not is_label
