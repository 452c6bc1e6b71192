"""Words that are in no answer yet: which answer are they for?"""

from __future__ import annotations

from bot.content.models.dialogue import WordsStep
from bot.domain.messages import NOWHERE, Message
from bot.engine.context import TurnContext
from bot.flows.reflection.placing import ask_where, say_placed
from bot.flows.reflection.screens import show_place
from bot.flows.reflection.splitting import ask_split


def ask_place(turn: TurnContext, _: str = "") -> None:
    """*Use my spare words*: which answer are they for? Parts that they name go each to its own."""
    message = turn.left_over()[-1]
    if not ask_split(turn, message):
        ask_where(turn, message)


def add_to(turn: TurnContext, step_id: str) -> None:
    """The message in question goes into an answer, and the learner back to where they were."""
    message = turn.to_place()
    step = turn.dialogue.by_id.get(step_id)
    if message and isinstance(step, WordsStep):
        turn.change(message, step=step_id)
        say_placed(turn, message, step)
    _ask_on_or_show(turn, message)


def leave_out(turn: TurnContext, _: str = "") -> None:
    """The message in question is kept, and is in no statement."""
    message = turn.to_place()
    if message:
        turn.change(message, aside=True)
    turn.say(turn.content.words.answer.left_out)
    _ask_on_or_show(turn, message)


def _ask_on_or_show(turn: TurnContext, message: Message | None) -> None:
    """After words that were in no answer the next such ones; else back to where the learner was."""
    if message and message.step == NOWHERE and turn.left_over():
        ask_place(turn)
    elif message and message.step == turn.attempt.step:
        turn.show_again()  # moved out of the open answer, whose question was asked already
    else:
        show_place(turn, is_moved=True)
