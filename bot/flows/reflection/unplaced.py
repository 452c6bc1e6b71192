"""Words that are in no answer yet: which answer are they for?"""

from __future__ import annotations

from bot.domain.conversation import NOWHERE, Message
from bot.engine.context import TurnContext
from bot.flows.reflection.placing import ask_where
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
    if message:
        turn.change(message, step=step_id)
    step = turn.dialogue.step(step_id)
    turn.say(turn.content.words.answer.placed, label=step.label if step else step_id)
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
    else:
        show_place(turn)
