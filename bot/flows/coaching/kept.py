"""Pieces of what somebody wrote: those that stand in an answer, and those that were kept out.

What was kept out is whole messages, and sentences that were left out of an answer. Nothing of it is
lost: it is listed, found by its words, and put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bot.analysis.reading.by_words import best_of
from bot.analysis.reading.clauses import clauses
from bot.analysis.reading.orders import order_in
from bot.analysis.reading.put_in_orders import wanted_in
from bot.analysis.reading.taking_out_targets import Target
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.listening import kept_out
from bot.flows.coaching.spoken import BETWEEN, GREETING, left_out_of
from bot.flows.safety.cuts import cuts_of

_SENTENCE = re.compile(r"\S[^.!?\n]*[.!?]*[)”\"']*")

LONG = 20
"""Words of a sentence from which on its clauses are looked at one by one: phones type no stops."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a message, and from where to where it goes."""

    message: Message
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.message.text[self.start : self.end]

    @property
    def is_cut(self) -> bool:
        """Whether it was left out of a message that is in an answer."""
        return not self.message.aside


def whole(message: Message) -> Spot:
    """Return a message as one piece."""
    return Spot(message, 0, len(message.text))


def in_answers(turn: TurnContext) -> list[Message]:
    """Return the messages of every answer of the attempt, oldest first."""
    messages, attempt = turn.conversation.messages, turn.attempt.number
    told = [each for step in messages.steps(attempt) if step for each in messages.at(attempt, step)]
    return sorted((each for each in told if each.text), key=lambda each: each.number)


def told_text(turn: TurnContext) -> str:
    """Return all that stands in the answers, also what was left out of them."""
    return "\n".join(each.text for each in in_answers(turn))


def pieces(message: Message) -> Iterator[Spot]:
    """Yield each sentence of a message that is not left out; of a long one, each clause."""
    for sentence in _SENTENCE.finditer(message.text):
        start, end = sentence.span()
        end = start + len(message.text[start:end].rstrip())
        spans = [(start, end)]
        if count_words(message.text[start:end]) >= LONG:
            inner = [(start + each.start, start + each.end) for each in clauses(sentence[0])]
            spans = inner or spans
        for begin, stop in spans:
            if not any(cut[0] <= begin and stop <= cut[1] for cut in message.cuts):
                yield Spot(message, begin, stop)


def is_order(turn: TurnContext, text: str) -> bool:
    """Return whether a message says what shall become of others: it is no piece itself."""
    told = partial(told_text, turn)
    return bool(order_in(text, turn.dialogue.called, told, which=True) or wanted_in(text))


def kept_messages(turn: TurnContext) -> list[Message]:
    """Return the messages that were kept out of every answer, orders and questions about such
    aside."""
    asks = turn.content.listening.kinds.cues.left_out
    found = [each for each in kept_out(turn) if not says(each.text, asks)]
    return [each for each in found if not is_order(turn, each.text)]


def kept_pieces(turn: TurnContext) -> list[Spot]:
    """Return what was kept out, in the order of its messages: these, and sentences of answers."""
    found = [whole(each) for each in kept_messages(turn)]
    for message in in_answers(turn):
        if not message.cuts:  # so it is of nearly all, and the rest is no light work
            continue
        spoken = set(left_out_of(turn, message))
        form = cuts_of(turn.knowledge.coach_texts, message.text)
        found += [
            Spot(message, start, end)
            for start, end in message.cuts
            if (start, end) not in form
            and message.text[start:end].strip(BETWEEN) in spoken
            and count_words(message.text[start:end]) >= min(GREETING, 3)
        ]
    return sorted(found, key=lambda each: (each.message.number, each.start))


def set_aside(turn: TurnContext) -> list[Spot]:
    """Return the messages that were in an answer and were taken back or replaced."""
    steps = {each.step for each in turn.conversation.messages if each.step and each.aside}
    return [whole(each) for step in steps for each in turn.replaced(step)]


def spot_of(message: Message, quote: str) -> Spot:
    """Return where words in small letters stand in a message."""
    start = message.text.casefold().find(quote)
    return Spot(message, start, start + len(quote))


def matching(target: Target, spots: list[Spot]) -> list[Spot]:
    """Return the pieces that hold most of the words that a target is told by."""
    places = best_of([each.text for each in spots], target.about)
    return [spots[place] for place in places]
