"""“none of them, drop it”: all words of harm that wait are gone, and nothing is open any more."""

from __future__ import annotations

from itertools import islice

from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.flows.safety.harm import drop_waiting, has_told_of_harm, is_denied
from bot.flows.safety.harm_heard import is_seen_to
from bot.flows.safety.harm_lines import say


def drop_all(turn: TurnContext) -> bool:
    """Drop what is neither kept nor dropped, as *Drop it* does.

    Return whether what stands beside the order is about the harm, too: it was none, or help came.
    """
    words = turn.content.listening.harm
    own, is_none, is_seen = has_told_of_harm(turn), is_denied(turn), is_seen_to(turn)
    if is_none or is_seen:
        turn.tell(say(turn, words.false_alarm_nowhere if is_none else words.after.told))
    drop_waiting(turn)
    turn.conversation.harm_at = 0
    turn.left()
    turn.tell(say(turn, words.dropped), say(turn, words.can_wait if own else words.go_on))
    return is_none or is_seen


LATELY = 20
"""Messages up to which words were dropped *just now*, where all that came since was for us."""


def was_just_dropped(turn: TurnContext) -> bool:
    """Return whether words of harm were dropped, and no answer was written since: “take it out” is
    said of them once more, and of no other words."""
    conversation = turn.conversation
    lately = islice(reversed(conversation.messages), LATELY)
    last = (each for each in lately if each.dropped or not each.aside)
    return not conversation.undecided and any(each.dropped for each in islice(last, 1))


def say_it_is_gone(turn: TurnContext) -> None:
    """Say once more that what was dropped is gone."""
    turn.tell(say(turn, turn.content.listening.harm.dropped))


def say_it_waits(turn: TurnContext, message: Message) -> None:
    """Say of words of harm that they are in no answer, and ask again whether to keep them."""
    turn.tell(say(turn, turn.content.listening.harm.keep_or_drop))
    turn.ask("harm", message)


def undecided(turn: TurnContext) -> list[Message]:
    """Return the words of harm that wait to be kept or dropped."""
    messages = turn.conversation.messages
    return [messages[number - 1] for number in turn.conversation.undecided]
