"""“No, keep it”: what is typed about words of harm that are neither kept nor dropped yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.analysis.reading.after_harm import says_all_are_well, says_no_harm
from bot.analysis.reading.answering import core_of
from bot.analysis.reading.own_text.wrongly_done import says_no_alarm
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading

_PARTS = re.compile(r"[.!?,;\n]+")

LONG = 30
"""Words of the longest message that begins or ends with what is decided."""


def decision_in(turn: TurnContext) -> str:
    """Return *keep* or *drop* where that is said while words wait, "" for neither: to drop them may
    also be said at the beginning or the end of what more is said."""
    if not turn.conversation.undecided:
        return ""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    if core_of(text) in cues.keep_it:
        return "keep"
    parts = [core_of(each) for each in _PARTS.split(text) if each.strip()]
    ends = (parts[0], parts[-1]) if parts and count_words(text) <= LONG else ()
    return "drop" if set(cues.drop_it) & {*ends} else ""


STAYS = ("suicide", "overdose")
"""Sorts of harm that neither news of help nor “you misread me” takes back."""


def stays(harm: HarmReading | None) -> bool:
    """Return whether words surely tell of a wish to die, or of something taken."""
    return harm is not None and harm.sure_sort and harm.sort in STAYS


def denies(turn: TurnContext, before: HarmReading | None) -> bool:
    """Return whether they say that there was no harm in what they wrote ``before``. Something taken
    is never denied away, nor is a wish to die by “I'm fine” alone."""
    cues = turn.content.listening.harm.cues
    if before and before.sure_sort and before.sort == "overdose":
        return False
    if cues.no_harm in turn.says or says_no_harm(turn.event.text):
        return True
    if before and says_all_are_well(turn.event.text) and _may_be_care(before):
        return True
    is_denied = cues.misread in turn.says or says_no_alarm(turn.event.text)
    return is_denied and not stays(before)


def _may_be_care(before: HarmReading) -> bool:
    """Return whether what was told may be a busy day that went well: no hand was raised in it."""
    return before.level == "concern" and (before.sort == "neglect" or not before.signed)


def clear(turn: TurnContext) -> None:
    """Own that there was no harm: nothing is held back for it any more."""
    conversation, attempt = turn.conversation, turn.attempt
    conversation.distressed, conversation.harm_at = False, 0
    attempt.harm_told = [each for each in attempt.harm_told if each != attempt.step]


def go_back_to_badge(turn: TurnContext) -> None:
    """Note that they are back at the badge: what they write is for it again."""
    turn.conversation.harm_at = 0


def in_doubt(turn: TurnContext) -> Message | None:
    """Return the undecided message that was asked about last, else the oldest of them."""
    undecided, asked = turn.conversation.undecided, turn.in_question()
    if undecided and not (asked and asked.number in undecided):
        return turn.conversation.messages[undecided[0] - 1]
    return asked if asked and is_waiting(asked) else None


def is_waiting(message: Message) -> bool:
    """Whether a message about harm is not decided, also one from before they were noted."""
    return message.aside and bool(message.text)
