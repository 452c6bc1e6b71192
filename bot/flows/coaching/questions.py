"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from bot.engine.context import TurnContext
from bot.flows.reflection.screens import show_place_again
from bot.flows.safety.identifiers import tell_masked


def is_question(turn: TurnContext) -> bool:
    """Whether what came in is surely a question to the coach."""
    from bot.analysis.questions import judge_question

    return judge_question(turn.event.text) == "question"


def answer_question(turn: TurnContext, text: str) -> None:
    """A question to the coach is kept, and is in no answer."""
    turn.change(turn.keep(text), aside=True)
    if turn.masked:
        tell_masked(turn)
    say_answer(turn, text)


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
    show_place_again(turn)


def my_answer(turn: TurnContext, _: str = "") -> None:
    """*It is part of my answer*: it is there already."""
    turn.conversation.prompt = None
    turn.say(turn.content.words.coach.kept)
    show_place_again(turn)


def for_coach(turn: TurnContext, _: str = "") -> None:
    """*It is a question for you*."""
    turn.conversation.prompt = None
    if message := turn.in_question():
        turn.change(message, aside=True)
        say_answer(turn, message.text)
