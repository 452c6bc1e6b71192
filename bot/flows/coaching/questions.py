"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.flows.safety.identifiers import tell_masked


def is_question(turn: TurnContext) -> bool:
    """Whether what came in is surely a question to the coach."""
    from bot.analysis.questions import judge_question

    return judge_question(turn.event.text) == "question"


def take_words(turn: TurnContext) -> bool:
    """A question to the coach is answered; it is kept, and is in no answer."""
    if not is_question(turn):
        return False
    turn.keep_aside(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    say_answer(turn, turn.event.text)
    return True


def say_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, and the open question again."""
    from bot.analysis.faq import best_answer

    dialogue, found = turn.dialogue, best_answer(text, turn.knowledge.asks)
    known = {each.id: each for each in turn.content.questions.questions}
    if found is None:
        turn.say(turn.content.words.coach.no_answer)
    else:
        question = known[found]
        template = question.answer
        if dialogue.badge is None and question.without_badge:
            template = question.without_badge
        facts = {"name": dialogue.name, "minutes": dialogue.minutes}
        turn.say(template, minimum=dialogue.min_words, **facts)
    turn.show_again()


def my_answer(turn: TurnContext, _: str = "") -> None:
    """*It is part of my answer*: it is there already."""
    turn.answered()
    turn.say(turn.content.words.coach.kept)
    turn.show_again()


def for_coach(turn: TurnContext, _: str = "") -> None:
    """*It is a question for you*."""
    turn.answered()
    if message := turn.in_question():
        turn.change(message, aside=True)
        say_answer(turn, message.text)


class QuestionPrompt(Prompt):
    """*Is that a question for me, or part of your answer?*"""

    name = "question"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Part of the answer, or a question for the coach."""
        return plain_buttons(turn, "my_answer", "for_coach", side=True)
