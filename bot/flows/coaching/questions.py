"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from bot.engine.context import Talk
from bot.flows.reflection.screens import show_place_again
from bot.flows.safety.identifiers import tell_masked


def is_question(talk: Talk) -> bool:
    """Whether what came in is surely a question to the coach."""
    from bot.analysis.questions import judge_question

    return judge_question(talk.event.text) == "question"


def answer_question(talk: Talk, text: str) -> None:
    """A question to the coach is kept, and is in no answer."""
    talk.change(talk.keep(text), aside=True)
    if talk.masked:
        tell_masked(talk)
    say_answer(talk, text)


def say_answer(talk: Talk, text: str) -> None:
    """The answer that an author wrote to a question, and the open question again."""
    from bot.analysis.faq import best_answer

    knowledge, dialogue = talk.content.knowledge, talk.dialogue
    found = best_answer(text, knowledge.asks)
    known = {each.id: each for each in knowledge.questions.questions}
    if found is None:
        talk.say(talk.content.words.coach.no_answer)
    else:
        question = known[found]
        template = question.answer
        if dialogue.badge is None and question.without_badge:
            template = question.without_badge
        facts = {"name": dialogue.name, "minutes": dialogue.minutes}
        talk.say(template, minimum=dialogue.min_words, **facts)
    show_place_again(talk)


def my_answer(talk: Talk, _: str = "") -> None:
    """*It is part of my answer*: it is there already."""
    talk.conversation.asking = None
    talk.say(talk.content.words.coach.kept)
    show_place_again(talk)


def for_coach(talk: Talk, _: str = "") -> None:
    """*It is a question for you*."""
    talk.conversation.asking = None
    if message := talk.in_question():
        talk.change(message, aside=True)
        say_answer(talk, message.text)
