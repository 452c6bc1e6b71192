"""Decisions about a message that may be passed over: they come again at the review."""

from __future__ import annotations

from collections.abc import Callable

from bot.content.models.dialogue import REVIEW
from bot.domain.messages import Message
from bot.engine.context import TurnContext


def ask_to_decide(turn: TurnContext, prompt: str, message: Message) -> None:
    """Ask for a decision about a message, and keep in mind that it is not made yet."""
    keep_in_mind(turn, prompt, message)
    turn.ask(prompt, message)


def keep_in_mind(turn: TurnContext, prompt: str, message: Message) -> None:
    """Keep in mind that something is to be decided about a message, without asking now."""
    passed, mark = _passed(turn, message), f"{prompt}:{message.number}"
    if mark not in passed:
        passed.append(mark)


def decided(turn: TurnContext, prompt: str) -> Message | None:
    """Note that a decision about the message in question is made; return the message."""
    turn.answered()
    turn.has_decided = True
    message = turn.in_question()
    mark = f"{prompt}:{turn.conversation.prompt_message}"
    if message and mark in (passed := _passed(turn, message)):
        passed.remove(mark)
    return message


def is_waiting(turn: TurnContext) -> bool:
    """Return whether anything is still to be decided in the attempt in hand."""
    return bool(turn.attempt.passed or turn.conversation.undecided)


def ask_again(turn: TurnContext, prompt: str, ask: Callable[[TurnContext, Message], bool]) -> bool:
    """Ask at the review for a decision that was passed over; False where there is none.

    One whose message has changed meanwhile, so that there is nothing to decide, is forgotten.
    """
    return turn.attempt.step == REVIEW and ask_next(turn, prompt, ask)


def ask_next(turn: TurnContext, prompt: str, ask: Callable[[TurnContext, Message], bool]) -> bool:
    """Ask for the next decision that was passed over, wherever the learner is."""
    for mark in list(turn.attempt.passed):
        name, _, number = mark.partition(":")
        if name != prompt:
            continue
        turn.attempt.passed.remove(mark)
        message = turn.conversation.messages[int(number) - 1]
        if (message.passed_on or not message.aside) and ask(turn, message):
            return True
    return False


def _passed(turn: TurnContext, message: Message) -> list[str]:
    return turn.conversation.attempts[message.attempt - 1].passed
