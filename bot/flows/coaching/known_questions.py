"""What is asked of the coach that an author answers, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.analysis.faq import ABOUT_A_WORD, NEARLY, asked_in, best_answer, word_meant
from bot.analysis.meant import QUESTION
from bot.analysis.plain_spelling import to_sentences
from bot.analysis.reading.own_job import names_job, with_any_job
from bot.analysis.reading.spoken_pieces import asks, unwrapped
from bot.content.models.questions import Question
from bot.engine.context import TurnContext
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import show_example
from bot.flows.coaching.of_their_text import how_far_by_now, how_many_words, which_side
from bot.flows.coaching.replies import chooser
from bot.flows.contacts import how_to_reach

LATELY = 8
"""How many messages before may ask the same: who asks again is told more."""


def meant_by(turn: TurnContext, text: str) -> list[str]:
    """Return the questions that a text asks by what it means."""
    found = turn.knowledge.meanings.meant_in(text)
    return list(dict.fromkeys(each.id for each in found if each.kind == QUESTION))


def surely_asked(turn: TurnContext, text: str) -> str | None:
    """Return the question of an author's that a text asks, nearly word for word or by what it
    means; None for none."""
    return _nearly(turn, text) or next(iter(meant_by(turn, text)), None)


def all_asked(turn: TurnContext, text: str) -> list[str]:
    """Return the questions of an author's that the pieces of a text ask, each once."""
    if not meant_by(turn, text) and (whole := _nearly(turn, text)):
        return [whole]
    return list(dict.fromkeys(_each_asked(turn, text)))


def _each_asked(turn: TurnContext, text: str) -> Iterator[str]:
    meanings = turn.knowledge.meanings
    found_in = meanings.meant_in(text)
    meant = {(each.start, each.end): each.id for each in found_in if each.kind == QUESTION}
    for span in meanings.pieces(text):
        piece = text[slice(*span)]
        asked = asks(piece) or meanings.asks(piece)
        by_meaning = meant.get(span)
        looks = by_meaning and _question(turn, by_meaning).found
        found = (_nearly(turn, piece) if asked and not looks else None) or by_meaning
        if found:
            yield found


def _nearly(turn: TurnContext, text: str) -> str | None:
    known = turn.knowledge.asks
    return best_answer(text, known, NEARLY) or asked_in(text, known)


def known_question(turn: TurnContext, text: str) -> str | None:
    """Return the question of an author's that is nearest to a text, or to the last that is asked in
    it; None where none is near."""
    asks = turn.knowledge.asks
    *_, last = [text, *(each for each, marked in to_sentences(text) if marked)]
    word = word_meant(text)
    found = surely_asked(turn, text)
    if not found and word:
        found = best_answer(f"what does {word} mean", asks, ABOUT_A_WORD)
    found = found or best_answer(text, asks) or best_answer(last, asks)
    return found or best_answer(unwrapped(text), asks)


def say_known_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, or that there is none."""
    found = known_question(turn, text)
    if names_job(text):  # what is asked about one job is asked about each
        found = best_answer(with_any_job(text), turn.knowledge.asks) or found
    if found:
        say_known(turn, found, text)
    else:
        unknown = chooser(turn).must_pick(turn.content.listening.kinds.question.unknown)
        turn.tell("\n".join([unknown or "", *how_to_reach(turn)]))


def say_known(turn: TurnContext, found: str, text: str) -> None:
    """Say an author's answer to the question that a text asks, as it is true of this dialogue and
    of their words; more where it was asked before."""
    question = _question(turn, found)
    if question.found and (known := _FOUND[question.found](turn, chooser(turn))):
        turn.tell(known)
        return
    dialogue, template = turn.dialogue, _answer(turn, question, text)
    about = {"name": dialogue.name, "minutes": dialogue.minutes}
    said = turn.fill(template, minimum=dialogue.min_words, **about)
    is_second = question.again and _times_asked(turn, found) == 1
    more = [turn.fill(question.again)] if question.again and is_second else []
    turn.tell(join("\n", [said, *more]))


_FOUND: Mapping[str, Callable[[TurnContext, Chooser], Text | None]] = {
    "count": how_many_words,
    "side": which_side,
    "how_far": how_far_by_now,
}
"""What the coach finds in their own words, by its name in an author's file."""


def _question(turn: TurnContext, id_: str) -> Question:
    return next(each for each in turn.content.questions.questions if each.id == id_)


def _answer(turn: TurnContext, question: Question, text: str) -> str:
    """Return the answer that fits what is said in the question, and where it leads."""
    says = turn.knowledge.meanings.concepts_in(text) if question.when else frozenset()
    for each in question.when:
        if each.says in says:
            return each.answer
    if turn.dialogue.badge is None and question.without_badge:
        return question.without_badge
    if question.after_example and show_example(turn, turn.open_question):
        return question.after_example
    return question.answer


def _times_asked(turn: TurnContext, found: str) -> int:
    """Return how many of the last messages before this one asked the same."""
    before = turn.conversation.messages[-LATELY - 1 : -1]
    return sum(found in all_asked(turn, each.text) for each in before)
