"""*More*: what else can be done at a question or the review. What is offered there stays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.flows import MOST_SHOWN
from bot.flows.reflection.buttons import beside


def show(turn: TurnContext, name: str) -> None:
    """Say that there is more, where a question or the review is open."""
    if not (isinstance(turn.step, WordsStep) or turn.attempt.step == REVIEW):
        turn.show_again()
        return
    turn.conversation.open_page = name
    turn.say(turn.content.words.question.beside)


def buttons(turn: TurnContext, _: str) -> Iterator[Button]:
    """Yield what else can be done, as many as fit beside the way back."""
    yield from islice(beside(turn), MOST_SHOWN - 1)
