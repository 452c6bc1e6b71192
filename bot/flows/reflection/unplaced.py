"""Words that are in no answer yet: which answer are they for?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action, Prompt
from bot.flows import LOOK_UPS
from bot.flows.reflection.announcing import LABEL, announced_step
from bot.flows.reflection.buttons import step_buttons
from bot.flows.reflection.placing import ask_where, say_placed
from bot.flows.reflection.screens import show_place
from bot.flows.reflection.splitting import ask_split


def ask_place(turn: TurnContext, _: str = "") -> None:
    """*Use my spare words*: which answer are they for? Parts that they name go each to its own."""
    message = turn.left_over()[-1]
    if not ask_split(turn, message):
        ask_where(turn, message)


def _to_place(turn: TurnContext) -> Message | None:
    """The message for which an answer is looked for, unless it was put aside since."""
    message = turn.in_question()
    here = message and message.attempt == turn.attempt.number and not message.aside
    return message if here else None


def add_to(turn: TurnContext, step_id: str) -> None:
    """The message in question goes into an answer, and the learner back to where they were."""
    message = _to_place(turn)
    step = turn.dialogue.by_id.get(step_id)
    _put_into(turn, message, step if isinstance(step, WordsStep) else None)


def _put_into(turn: TurnContext, message: Message | None, step: WordsStep | None) -> None:
    if message and step:
        turn.change(message, step=step.id)
        say_placed(turn, message, step)
    _ask_on_or_show(turn, message)


def leave_out(turn: TurnContext, _: str = "") -> None:
    """The message in question is kept, and is in no statement."""
    message = _to_place(turn)
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


class PlacePrompt(Prompt):
    """*Which answer is this for?*"""

    name = "place"
    survives = LOOK_UPS

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Each answer that words can go to, or none."""
        yield from step_buttons(turn, "add_to")
        yield from plain_buttons(turn, "leave_out")

    def show(self, turn: TurnContext) -> None:
        """Ask again which answer it is for."""
        turn.say(turn.content.words.answer.where)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether the message was not put aside since."""
        return _to_place(turn) is not None

    def take_text(self, turn: TurnContext) -> bool:
        """Take the name of an answer, in a few words: “management”, “put it in the last one”."""
        reading = turn.reading
        step = announced_step(turn, reading)
        if step is None or reading.act or count_words(turn.event.text) > LABEL:
            return False
        message = _to_place(turn)
        turn.keep_aside(turn.event.text)
        turn.coaching = Coaching("announce", ASIDE)
        turn.answered()
        _put_into(turn, message, step)
        return True


ACTIONS: dict[str, Action] = {"add_to": add_to, "leave_out": leave_out, "place": ask_place}
"""What its buttons do."""
