"""News after words of harm, that somebody was told or has come, and the lines that answer it, and
what is said after that."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.leaving import says_they_go
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.harm_told import harm_told, is_of_own, was_reported
from bot.flows.coaching.held import asks, is_back
from bot.flows.coaching.policy import is_evidence
from bot.flows.safety.harm_heard import is_help_there, reports_now
from bot.flows.safety.harm_lines import is_own

NEWS = 12
"""Words up to which what was told to somebody is about the words of harm that are not decided."""

FEW = 8
"""The same where they were decided."""

LEAVING = 14
"""Words of the longest “right, that's me, leave it”."""

BARE = 2
"""Words of the longest “ok thanks”."""


def is_news(turn: TurnContext) -> bool:
    """Whether who was told hears of the harm: “I told the manager what I counted” is an answer."""
    count = count_words(turn.event.text)
    of_it = turn.content.listening.harm.cues.of_it in turn.says
    few = NEWS if turn.conversation.undecided else FEW
    if turn.content.listening.harm.cues.shaken in turn.says or reports_now(turn):
        return True
    if count > NEWS and is_back(turn):
        return False  # “I got each to name one thing and wrote it up for the landlord”
    return count <= few or of_it or not is_evidence(turn.reading, count)


def told_lines(turn: TurnContext) -> Sequence[str]:
    """Return the lines for what was told on, by what it was."""
    after, told = turn.content.listening.harm.after, harm_told(turn)
    if is_of_own(turn):
        return after.not_alone if told.level == "concern" else after.company
    if turn.content.listening.harm.cues.asks_on in turn.says and told.level != "crisis":
        return after.told_and_on
    if told.level == "crisis" and is_help_there(turn):
        return after.help_in_danger
    return after.told_in_danger if told.level == "crisis" and told.sure_sort else after.told


def of_leaving(turn: TurnContext) -> Sequence[str]:
    """Return the lines for who stops for today, and told of others: they are not called back."""
    harm, text = turn.content.listening.harm, turn.event.text
    goes = says_they_go(text) or harm.cues.leaves in turn.says
    is_brief = count_words(text) <= LEAVING and not asks(turn)
    of_others = not (is_of_own(turn) or is_own(harm_told(turn)))
    return harm.after.leaves if goes and is_brief and of_others else ()


def of_more(turn: TurnContext) -> Sequence[str]:
    """Return the lines for who says more of it, and has told it to those who can act: nobody is
    sent to tell it again."""
    is_plain = turn.harm.level == "none" and not asks(turn)
    is_more = is_plain and count_words(turn.event.text) > BARE and was_reported(turn)
    of_others = not (is_of_own(turn) or is_own(harm_told(turn)))
    return turn.content.listening.harm.after.more_told if is_more and of_others else ()
