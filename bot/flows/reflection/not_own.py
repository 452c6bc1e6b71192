"""Words that the learner may not have written: a forward is asked about, and the coach's own words
that come back are known. Neither is in the statement, whose every word is the learner's own."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.decisions import ask_again, ask_to_decide, decided
from bot.engine.flows import Action, Prompt
from bot.engine.wording import counted
from bot.flows.reflection.answers import asks_to_decide
from bot.flows.reflection.placing import ask_where
from bot.flows.safety.identifiers import tell_masked
from bot.flows.sharing.asked import is_readers

SURE = 12
"""Words from which on what stands in an example of ours is known to be from there."""


def take_words(turn: TurnContext) -> bool:
    """Keep aside what was passed on, and what the coach or the badge says."""
    text, knowledge = turn.event.text, turn.knowledge
    comes_back = knowledge.coach_texts.has(text)
    if not (comes_back or turn.event.passed_on or is_readers(turn, text)):
        return False
    # One short sentence of an example may be what somebody has done too.
    is_ours = comes_back and (count_words(text) >= SURE or not knowledge.example_texts.has(text))
    message = turn.keep(text, turn.step_for_words if turn.step else "")
    turn.change(message, aside=True, passed_on=True)
    message = turn.conversation.messages[message.number - 1]
    turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("pasted", ASIDE)
    if is_ours:
        turn.say(turn.content.words.answer.ours)
        turn.show_again()
    else:
        ask_whose(turn, message)
    return True


def ask_whose(turn: TurnContext, message: Message) -> bool:
    """Ask whether the learner wrote it; False where that is known."""
    if not message.passed_on:
        return False
    turn.say(turn.content.words.answer.whose)
    ask_to_decide(turn, "not_own", message)
    return True


def wrote_it(turn: TurnContext, _: str = "") -> None:
    """*Yes, I wrote it*: it goes where it was sent, and is asked about like any other words."""
    message = decided(turn, "not_own")
    if message is None:
        turn.show_again()
        return
    turn.change(message, aside=False, passed_on=False)
    message = turn.conversation.messages[message.number - 1]
    if not message.step:
        ask_where(turn, message)
        return
    count = turn.words_at(message.step)
    turn.tell(counted(turn.content.words, turn.content.words.answer.saved, count))
    if not asks_to_decide(turn, message):
        turn.show_again()


def wrote_it_not(turn: TurnContext, _: str = "") -> None:
    """*No, I did not*: it stays out."""
    decided(turn, "not_own")
    turn.say(turn.content.words.answer.not_yours)
    turn.show_again()


class NotOwnPrompt(Prompt):
    """*Did you write this?*"""

    name = "not_own"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yes, or no."""
        return plain_buttons(turn, "wrote_it", "wrote_it_not", side=True)

    def show(self, turn: TurnContext) -> None:
        """Ask again."""
        turn.say(turn.content.words.answer.whose)

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review about words that were passed over."""
        return ask_again(turn, self.name, ask_whose)


ACTIONS: dict[str, Action] = {"wrote_it": wrote_it, "wrote_it_not": wrote_it_not}
"""What its buttons do."""
