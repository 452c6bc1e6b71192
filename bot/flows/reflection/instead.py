"""“Scrap that one, I've a better one. When I was …”: a new story, and whether it takes the place of
the first. Nothing is thrown away: what is not chosen is kept in no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.patterns import lazy
from bot.analysis.two_stories import chosen_in, tells_another
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.decisions import ask_again, ask_to_decide, decided
from bot.engine.flows import Action, Prompt
from bot.flows.coaching.kept import in_answers

LONG = 20
"""Words from which on another story is told, and not only spoken of."""


_NEW = lazy(r"^\W*(?:\w+ ){0,3}(?:new|better|second|latest) (?:one|yin|wan|story)\b", re.IGNORECASE)


def ask_instead(turn: TurnContext, message: Message) -> bool:
    """Ask whether a story that was told takes the place of the one before it; return whether there
    are two."""
    is_story = turn.reading.kind == "alternative" and turn.reading.own_act
    is_story = is_story and tells_another(message.text)
    if not is_story or count_words(message.text) < LONG:
        return False
    return _ask(turn, message)


def _ask(turn: TurnContext, message: Message) -> bool:
    step = turn.dialogue.by_id.get(message.step)
    if turn.dialogue.badge is None or not isinstance(step, WordsStep) or not _before(turn, message):
        return False
    turn.say(turn.content.words.coach.instead)
    ask_to_decide(turn, "instead", message)
    return True


def _before(turn: TurnContext, message: Message) -> list[Message]:
    """Return what stands in the answers and was told before."""
    return [each for each in in_answers(turn) if each.number < message.number]


def new_story(turn: TurnContext, _: str = "") -> None:
    """*Use the new one*: it begins the first answer, and what was told before is in none."""
    if message := decided(turn, "instead"):
        for each in _before(turn, message):
            turn.change(each, aside=True)
        first = next(each for each in turn.dialogue.steps if isinstance(each, WordsStep))
        turn.change(message, step=first.id)
    turn.say(turn.content.words.coach.instead_new)
    turn.show_again()


def first_story(turn: TurnContext, _: str = "") -> None:
    """*Keep the first one*: the new one is kept in no answer."""
    if message := decided(turn, "instead"):
        turn.change(message, aside=True)
    turn.say(turn.content.words.coach.instead_first)
    turn.show_again()


def both_stories(turn: TurnContext, _: str = "") -> None:
    """*Keep both*: all stays as it is."""
    decided(turn, "instead")
    turn.say(turn.content.words.coach.kept)
    turn.show_again()


class InsteadPrompt(Prompt):
    """*Shall the new story take the place of the first?*"""

    name = "instead"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """The new one, the first, or both."""
        return plain_buttons(turn, "new_story", "first_story", "both_stories", side=True)

    def take_text(self, turn: TurnContext) -> bool:
        """“The new one”, “stick with the first”, “the snow one”: take what a few words choose."""
        message = turn.in_question()
        if message is None or turn.reading.own_act:
            return False
        stories = [" ".join(each.shown for each in _before(turn, message)), message.shown]
        number = 2 if _NEW.search(turn.event.text) else chosen_in(turn.event.text, stories)
        if not number:
            return False
        turn.keep_aside(turn.event.text)
        turn.coaching = Coaching("alternative", ASIDE)
        (first_story if number == 1 else new_story)(turn)
        return True

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review whether the new one takes the place of the first."""
        return ask_again(turn, self.name, _ask)


ACTIONS: dict[str, Action] = {
    "new_story": new_story,
    "first_story": first_story,
    "both_stories": both_stories,
}
"""What its buttons do."""
