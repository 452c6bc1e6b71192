"""Words that are in no answer yet: which answer are they for?"""

from __future__ import annotations

from bot.domain.conversation import NOWHERE, Message
from bot.engine.context import Talk
from bot.flows.reflection.placing import ask_where
from bot.flows.reflection.screens import show_place
from bot.flows.reflection.splitting import ask_split


def ask_place(talk: Talk, _: str = "") -> None:
    """*Use my spare words*: which answer are they for? Parts that they name go each to its own."""
    message = talk.left_over()[-1]
    if not ask_split(talk, message):
        ask_where(talk, message)


def add_to(talk: Talk, step_id: str) -> None:
    """The message in question goes into an answer, and the learner back to where they were."""
    message = talk.to_place()
    if message:
        talk.change(message, step=step_id)
    step = talk.dialogue.step(step_id)
    talk.say(talk.content.words.answer.placed, label=step.label if step else step_id)
    _ask_on_or_show(talk, message)


def leave_out(talk: Talk, _: str = "") -> None:
    """The message in question is kept, and is in no statement."""
    message = talk.to_place()
    if message:
        talk.change(message, aside=True)
    talk.say(talk.content.words.answer.left_out)
    _ask_on_or_show(talk, message)


def _ask_on_or_show(talk: Talk, message: Message | None) -> None:
    """After words that were in no answer the next such ones; else back to where the learner was."""
    if message and message.step == NOWHERE and talk.left_over():
        ask_place(talk)
    else:
        show_place(talk)
