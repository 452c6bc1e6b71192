"""What came in, read once a turn: nobody else asks the reader."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.analysis.reading.clauses import Span
from bot.analysis.reading.reading import Found, Reading
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.policy import FEW
from bot.flows.safety.names import names_in

_HEARD = frozenset(("question", "request", "delete", "harm"))
"""Kinds that are answered, whoever has to go."""

UNSURE = 5
"""Words of the longest message that says no more than “I do not know what”."""

GREETING = 2
"""Words of the longest that only greets: “mornin”, “hiya again”."""

OUTCOME = 3
"""Words that “thank god” needs around it to tell how something turned out."""

_MARKER = re.compile(r"\[[A-Za-z][^\]\n]*\]")
"""What stands where something must not be kept. It is not said back."""


def read(turn: TurnContext) -> Reading:
    """Return what the message of this turn is for and what it tells."""
    if turn.reading is None:
        turn.reading = read_text(turn, turn.event.text)
    return turn.reading


def read_text(turn: TurnContext, text: str) -> Reading:
    """Return what any text tells, as if it came in at the open question."""
    hidden = [Span(each.start, each.end) for each in names_in(turn, text)]
    hidden += [Span(each.start, each.end) for each in turn.knowledge.shows_who.find(text)]
    hidden += [Span(*found.span()) for found in _MARKER.finditer(text)]
    step = turn.step_for_words or turn.attempt.step
    known = Found(tuple(hidden), asked=_was_asked(turn, step))
    found = turn.knowledge.reader.read(text, step, turn.dialogue.called, known)
    if found.kind in ("talk", "chat") and _is_outcome(turn, text):
        return replace(found, kind="evidence")
    is_talk = _is_going(turn, found, text) or _is_no_telling(turn, found, text)
    return replace(found, kind="talk") if is_talk else found


def _is_outcome(turn: TurnContext, text: str) -> bool:
    """Return whether it is told how it turned out: “she's fine now, thank god”."""
    is_told = count_words(text) > OUTCOME and "?" not in text
    return is_told and says(text, turn.content.listening.kinds.cues.outcome)


def _was_asked(turn: TurnContext, step: str) -> bool:
    """Return whether the coach asked something of its own just before."""
    newest, attempt = len(turn.conversation.messages), turn.attempt
    return newest > 0 and newest in (attempt.asked_after.get(step), attempt.smaller_after)


def _is_no_telling(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a few words greet, or say no more than that nothing comes: “I do not know”."""
    cues, count = turn.content.listening.kinds.cues, count_words(text)
    if found.kind not in ("evidence", "bare", "private") or found.act:
        return False
    if count <= UNSURE and says(text, cues.unsure):
        return True
    was_asked = _was_asked(turn, turn.step_for_words or turn.attempt.step)
    return count <= GREETING and not was_asked and says(text, cues.hello)  # “morning”: when it was


def _is_going(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a few words say that somebody has to go: an author lists how."""
    is_brief = count_words(text) <= FEW and found.kind not in _HEARD
    if not is_brief or (found.act and found.kind not in ("bare", "stop")):
        return False
    return says(text, turn.content.listening.kinds.cues.going)
