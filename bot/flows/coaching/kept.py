"""Pieces of what somebody wrote: those that stand in an answer, and those that were kept out.

What was kept out is whole messages, and sentences that were left out of an answer. Nothing of it is
lost: it is listed, found by its words, and put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.reading.clauses import clauses
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.own_text.other_words import other_words
from bot.analysis.reading.own_text.wrongly_done import blame_in
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wordings import quotable
from bot.flows.coaching.listening import kept_out
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.spoken import BETWEEN, GREETING, left_out_of
from bot.flows.safety.cuts import cuts_of
from bot.flows.safety.harm_heard import harm_in

_SENTENCE = re.compile(
    r"\S(?:[^.!?\n]|(?<=\d)\.(?=\d)|(?<=\b(?:Mr|Ms|Dr|St|mr|ms|dr|st))\.(?= )|"
    r"(?<=\b(?:Mrs|mrs))\.(?= ))*[.!?]*[)”\"']*"
)
"""A stop in “10.30” or behind “Mrs” ends nothing."""

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


_TO_COACH: frozenset[Kind] = frozenset(
    (
        *("question", "not_understood", "request", "talk", "back", "stop", "delete", "correction"),
        *("already_told", "complaint_about_coach", "to_coordinator"),
    )
)
"""Kinds in which nothing is told that “that” could mean."""

BRIEF = 3
"""Words up to which what was kept out is no telling, such as “ok thanks”."""


def newest_told(turn: TurnContext) -> Message | None:
    """Return what they wrote last that tells anything, wherever it is now, also words of harm that
    were dropped: “it” and “that” mean it. None for nothing.

    What was but asked, ordered or said to the coach is passed over.
    """
    messages, attempt = turn.conversation.messages, turn.attempt.number
    parted = messages.parted()
    mine = (
        each
        for each in reversed(messages)
        if each.attempt == attempt and each.number not in parted and each.text != turn.event.text
    )
    return next(
        (e for n, e in enumerate(mine) if _stood(turn, e) or (n < READ and _tells(turn, e))), None
    )


READ = 30
"""How many of the newest messages are read for whether they tell anything."""


def _stood(turn: TurnContext, message: Message) -> bool:
    """Whether a message stands or stood in an answer, waits to be decided, or was dropped."""
    if message.is_dropped:
        return bool(message.dropped)
    waits = message.number in turn.conversation.undecided
    return not message.aside or bool(message.step) or waits


def _tells(turn: TurnContext, message: Message) -> bool:
    """Whether a message that was kept out tells anything by itself."""
    text = message.text
    if not text or count_words(text) <= BRIEF or text.startswith("/") or _is_of_deeds(text):
        return False
    return read_text(turn, text).kind not in _TO_COACH or harm_in(turn, text) is not None


def told_lines(turn: TurnContext) -> list[str]:
    """Return all that they sent in this attempt, as it was sent."""
    number = turn.attempt.number
    return [each.text for each in turn.conversation.messages if each.attempt == number]


FEW = 12
"""Words of a message that are shown where it is said in which answer it is."""


def beginning(text: str) -> str:
    """Return the beginning of a text, to be quoted."""
    words = text.split()
    return quotable(" ".join(words[:FEW]) + (" …" if len(words) > FEW else ""))


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


def sentence_at(spot: Spot) -> Spot:
    """Return the sentence that a piece stands in, from its first word to its stop."""
    for found in _SENTENCE.finditer(spot.message.text):
        if found.start() <= spot.start < found.end():
            end = found.start() + len(found[0].rstrip())
            return Spot(spot.message, found.start(), max(end, spot.end))
    return spot


def sentences(message: Message) -> Iterator[Spot]:
    """Yield each sentence of a message of which some is not left out."""
    for found in _SENTENCE.finditer(message.text):
        spot = Spot(message, found.start(), found.start() + len(found[0].rstrip()))
        if visible(spot):
            yield spot


_EDGES = " ,;:–—-\n"


def seen(spot: Spot) -> str:
    """Return the words of a piece as they stand in their answer."""
    kept, after = list[str](), spot.start
    for start, end in spot.message.cuts:
        if start < spot.end and spot.start < end:
            kept.append(spot.message.text[after : max(start, after)])
            after = max(end, after)
    return "".join([*kept, spot.message.text[after : spot.end]]).strip(_EDGES)


def visible(spot: Spot) -> bool:
    """Return whether some of a piece stands in the answer: not all of it is left out."""
    covered = [each for each in spot.message.cuts if each[0] < spot.end and spot.start < each[1]]
    left = spot.message.text[spot.start : spot.end]
    for start, end in reversed(covered):
        begin, stop = max(start - spot.start, 0), end - spot.start
        left = left[:begin] + left[stop:]
    return bool(count_words(left))


def kept_messages(turn: TurnContext) -> list[Message]:
    """Return the messages that were kept out of every answer, orders, complaints about what became
    of them, and questions about such aside."""
    asks = turn.content.listening.kinds.cues.left_out
    found = [each for each in kept_out(turn) if not says(each.text, asks)]
    return [each for each in found if not _is_of_deeds(each.text)]


@lru_cache(maxsize=64)  # what was said before is asked about at every turn
def _is_of_deeds(text: str) -> bool:
    """Return whether a message says what shall become of words, or what became of them: that is
    never an answer itself."""
    blame = None if is_order(text) else blame_in(text)
    is_blame = blame is not None and (blame.plain or blame.other or bool(blame.size))
    return is_blame or is_order(text) or any(each.is_order for each in other_words(text))


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
