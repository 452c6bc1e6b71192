"""What is asked of the coach that an author answers, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.analysis.meant import QUESTION
from bot.content.models.questions import Found, Question
from bot.engine.context import TurnContext
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import show_example
from bot.flows.coaching.of_their_text import (
    how_far_by_now,
    how_many_here,
    how_many_words,
    is_sent,
    is_that_kind,
    what_is_missing_by_now,
    who_can_tell,
)
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.sides import which_side

LATELY = 8
"""How many messages before may ask the same: who asks again is told more."""


def meant_by(turn: TurnContext, text: str) -> list[str]:
    """Return the questions of an author's that a text asks by what it means, each once."""
    found = turn.knowledge.meanings.meant_in(text)
    return list(dict.fromkeys(each.id for each in found if each.kind == QUESTION))


OF_LENGTH = frozenset(("my_count", "how_many_words", "upper_limit", "enough_here"))
"""Questions in which words are named, and none of their own are meant."""


def asks_of_length(turn: TurnContext) -> bool:
    """Return whether no more is asked than how long it is or may be: “how many words to go”."""
    text = turn.event.text
    found = turn.knowledge.meanings.meant_in(text)
    is_all = len(found) == 1 and not text[: found[0].start] + text[found[0].end :]
    return is_all and found[0].id in OF_LENGTH


def asks_plainly(turn: TurnContext) -> bool:
    """Return whether something is asked that an author answers, and no order is in it."""
    known = turn.content.questions.by_id
    return any(known[each].kind == "question" for each in meant_by(turn, turn.event.text))


def asks_of_their_text(turn: TurnContext, text: str) -> bool:
    """Return whether something is asked that the coach can find in their own words."""
    known = turn.content.questions.by_id
    return any(known[each].found for each in meant_by(turn, text))


def say_known(turn: TurnContext, found: str, text: str) -> None:
    """Say an author's answer to the question that a text asks, as it is true of this dialogue and
    of their words; more where it was asked before."""
    question = turn.content.questions.by_id[found]
    if question.found and (known := _found(turn, question.found, _piece(turn, found, text))):
        turn.tell(known)
        return
    dialogue, template = turn.dialogue, _answer(turn, question, text)
    about = {"name": dialogue.name, "minutes": dialogue.minutes}
    said = turn.fill(template, minimum=dialogue.min_words, **about)
    is_second = question.again and _times_asked(turn, found) == 1
    more = [turn.fill(question.again)] if question.again and is_second else []
    turn.tell(join("\n", [said, *more]))


def _found(turn: TurnContext, found: Found, text: str) -> Text | None:
    """Return what the coach finds in their own words about a question."""
    lines = chooser(turn)
    if found in _OF_TEXT:
        return _OF_TEXT[found](turn, lines, text)
    return _FOUND[found](turn, lines)


_OF_TEXT: Mapping[Found, Callable[[TurnContext, Chooser, str], Text | None]] = {
    "side": which_side,
    "who_can_tell": who_can_tell,
}
"""The same by what the question names."""


def _piece(turn: TurnContext, found: str, text: str) -> str:
    """Return the sentence of a text that asks a question, the whole where none does."""
    meant = turn.knowledge.meanings.meant_in(text)
    spans = ((each.start, each.end) for each in meant if each.id == found)
    start, end = next(spans, (0, len(text)))
    return text[max(text.rfind(stop, 0, start) for stop in ".!?\n") + 1 : end]


_FOUND: Mapping[Found, Callable[[TurnContext, Chooser], Text | None]] = {
    "count": how_many_words,
    "fits": is_that_kind,
    "here": how_many_here,
    "how_far": how_far_by_now,
    "missing": what_is_missing_by_now,
    "sent": is_sent,
}
"""What the coach finds in their own words, by its name in an author's file."""


def _answer(turn: TurnContext, question: Question, text: str) -> str:
    """Return the answer that fits what is said in the question, and where it leads."""
    says = turn.knowledge.meanings.concepts_in(text) if question.when else frozenset()
    for each in question.when:
        if each.says in says:
            return each.answer
    if turn.at_welcome and question.at_start:
        return question.at_start
    if turn.dialogue.badge is None and question.without_badge:
        return question.without_badge
    if question.after_example and show_example(turn, turn.open_question):
        return question.after_example
    return question.answer


def _times_asked(turn: TurnContext, found: str) -> int:
    """Return how many of the last messages before this one asked the same."""
    before = turn.conversation.messages[-LATELY - 1 : -1]
    return sum(found in meant_by(turn, each.text) for each in before)
