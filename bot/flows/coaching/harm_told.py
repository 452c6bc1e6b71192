"""What was told of harm before, and the lines that an author's cues choose after it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.after_harm import asks_out
from bot.analysis.reading.harm_again import tells_anybody, tells_nobody
from bot.analysis.reading.harm_reading import HarmReading
from bot.analysis.reading.whom_not import rules_out_boss
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.safety.harm_heard import is_hushed, told_of
from bot.flows.safety.harm_lines import is_own

AT_LENGTH = 45
"""Words up to which somebody says that they told it, and that it was late."""

SHORT = 25
"""Words up to which somebody asks or feels something about the harm; what is longer tells it."""


def is_of_own(turn: TurnContext) -> bool:
    """Whether what was told is the writer's own distress."""
    return turn.conversation.distressed and bool(turn.attempt.harm_told)


def harm_told(turn: TurnContext) -> HarmReading:
    """Return what the words told that this message comes after; that of this message where there
    are none."""
    told = told_of(turn)
    return turn.knowledge.harm_in(told.text) if told else turn.harm


def has_ruled_out_boss(turn: TurnContext) -> bool:
    """Return whether they said, since the words of harm, that whoever is in charge is no one to
    tell."""
    told = told_of(turn)
    since = turn.conversation.messages[told.number - 1 :] if told else []
    return any(rules_out_boss(each.text) for each in since)


OF_SELF = ("distress", "suicide", "overdose")
"""Sorts of harm in which somebody sees no way."""


def is_despair(told: HarmReading) -> bool:
    """Whether what was told is that the writer sees no way, and not what others do to them."""
    return is_own(told) and told.sort in OF_SELF


def cued(turn: TurnContext, names: Sequence[str]) -> Sequence[str]:
    """Return the lines of the first name by whose words a text is known."""
    harm = turn.content.listening.harm
    found = (each for each in names if getattr(harm.cues, each) in turn.says)
    return getattr(harm.after, next(found, ""), ())


def of_telling(turn: TurnContext) -> Sequence[str]:
    """Return the lines for who waits for help in vain, was sent away, or rues that it was late."""
    after, cues = turn.content.listening.harm.after, turn.content.listening.harm.cues
    if cues.not_come in turn.says and harm_told(turn).level == "crisis":
        return after.not_come if count_words(turn.event.text) <= SHORT else ()
    if is_hushed(turn) and count_words(turn.event.text) <= SHORT:
        return after.own if is_of_own(turn) else after.not_heard
    return after.told_late if tells_late(turn) and not is_of_own(turn) else ()


def tells_late(turn: TurnContext) -> bool:
    """Return whether somebody was told of it, and the writer rues that it was late, or is glad."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    if cues.late not in turn.says or count_words(text) > AT_LENGTH:
        return False
    known = turn.knowledge.harm_reader.vocabulary
    told = cues.on_its_way in turn.says or cues.has_told in turn.says or tells_anybody(known, text)
    return told and "?" not in text and not tells_nobody(known, text)


def was_reported(turn: TurnContext) -> bool:
    """Whether they said, since the words of harm, that somebody was told or has come."""
    told, known = told_of(turn), turn.knowledge.harm_reader.vocabulary
    came = turn.content.listening.harm.cues.help_came
    since = turn.conversation.messages[told.number :] if told else []
    return any(tells_anybody(known, each.text) or says(each.text, came) for each in since)


def well_again(turn: TurnContext) -> Sequence[str]:
    """Return the lines for who says that all is well some days later, or when others know it."""
    cues = turn.content.listening.harm.cues
    is_well = not turn.says.isdisjoint((cues.good_news, cues.seems_fine))
    is_well = is_well and (cues.time_passed in turn.says or was_reported(turn))
    return turn.content.listening.harm.after.good_news if is_well else ()


def asked_out(turn: TurnContext) -> Sequence[str]:
    """Return the lines for who wants the words of harm out that wait, or are gone already."""
    words, told = turn.content.listening.harm, told_of(turn)
    if told is None or not asks_out(turn.event.text) or not told.aside:
        return ()
    return words.after.not_in if told.text else words.dropped
