"""What the message of a turn tells of harm, and whether it goes on about what was told before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.analysis.reading.after_harm import asks_out, speaks_of_parts
from bot.analysis.reading.harm_again import tells_anybody, tells_nobody
from bot.analysis.reading.just_told import (
    is_barely_told,
    is_handed_over,
    is_of_now,
    names_protection,
)
from bot.analysis.reading.low_worth import asks_for_more, low_worth
from bot.analysis.reading.words import heard_text
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says_near
from bot.flows.safety.telling_who import is_no_harm
from bot.flows.safety.told_on import is_told_on

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading

FEW = 8
"""Words up to which “I can't do this any more” may be about the badge alone."""

LONG = 25
"""Words up to which what they are afraid of is no new harm."""

SEVERAL = 15
"""Words up to which “I meant the statement” is not looked at for new harm."""

AWAY = timedelta(hours=12)
"""After how long somebody who comes back is told again what waits, and goes on as they like."""


def harm_in(turn: TurnContext, text: str | None = None) -> HarmReading | None:
    """Return what a message tells of harm, None for ordinary talk; ``text`` is an earlier one."""
    is_of_turn = text is None or text == turn.event.text
    harm = turn.harm if is_of_turn else turn.knowledge.harm_in(text or "")
    is_none = harm.level == "none" or (is_of_turn and (is_no_harm(turn) or _is_of_badge(turn)))
    return None if is_none else harm


def doubt_in(turn: TurnContext) -> HarmReading | None:
    """Return what the message of this turn tells of harm where that is an answer all the same: it
    was told on already, or more likely is none."""
    harm = turn.harm
    is_doubt = harm.doubtful and harm.level != "none"
    is_doubt = is_doubt and not (is_no_harm(turn) or _is_of_badge(turn))
    return harm if is_doubt or is_told_on(turn, harm) else None


def _is_of_badge(turn: TurnContext) -> bool:
    """Return whether what but sounds of harm, without a sign of it, is anger at having to do the
    badge, “I don't want to do this, the boss just signed us all up”, or is of what they wrote: “i
    feel sick lookin at this its embarasing”, “I don't want the bit about the bridge in it”."""
    text = turn.event.text
    if asks_out(text):
        return True
    if not turn.harm.doubtful or turn.harm.signed:
        return False
    if low_worth(text) in ("text", "language") or asks_for_more(text) or speaks_of_parts(text):
        return True
    meant = turn.knowledge.meanings.meant_in(turn.event.text)
    return any(each.kind == "feeling_about_task" for each in meant)


def is_after_harm(turn: TurnContext) -> bool:
    """Return whether words of harm were told, and the writer has not gone back to the badge since.

    Who comes back after a night begins anew.
    """
    conversation = turn.conversation
    last = conversation.messages[-1].at if conversation.messages else turn.now
    return bool(conversation.harm_at) and turn.now - last < AWAY


def has_told_before(turn: TurnContext) -> bool:
    """Return whether words of harm were told in this attempt that were dropped, or still wait."""
    messages, attempt = turn.conversation.messages, turn.attempt.number
    undecided = turn.conversation.undecided
    return any(
        each.dropped or each.number in undecided
        for step in messages.steps(attempt)
        for each in messages.at(attempt, step, aside=True)
    )


def told_of(turn: TurnContext) -> Message | None:
    """Return the words of harm that this message comes after: the oldest that wait to be decided,
    else the newest; None for none."""
    conversation = turn.conversation
    number = next(iter(conversation.undecided), conversation.harm_at)
    return conversation.messages[number - 1] if number else None


def is_kept_all_the_same(turn: TurnContext) -> bool:
    """Return whether the words of harm that this message comes after are in an answer."""
    told = told_of(turn)
    return told is not None and not told.aside


def is_seen_to(turn: TurnContext) -> bool:
    """Return whether what comes in tells that help is there, or that others know, after harm.

    Something taken is never that, nor a new wish to die, unless it has no sign of it and an
    ambulance came, or more likely is none and somebody was told; and neither is being told to say
    nothing.
    """
    harm, cues, text = turn.harm, turn.content.listening.harm.cues, turn.event.text
    if not is_after_harm(turn) or is_hushed(turn):
        return False
    known = turn.knowledge.harm_reader.vocabulary
    is_said = cues.has_told in turn.says and not tells_nobody(known, text)  # “not reported it”
    told = is_said or tells_anybody(known, text) or reports_now(turn)
    is_wish = harm.signed or not (cues.ambulance_came in turn.says or (told and harm.doubtful))
    if harm.sort == "overdose" or (harm.sort == "suicide" and is_wish):
        return False
    if is_help_there(turn):
        return True
    is_shaken = harm.doubtful or cues.shaken in turn.says
    return told and (harm.level != "crisis" or (is_shaken and not harm.signed))


def reports_now(turn: TurnContext) -> bool:
    """Return whether it is news that somebody was told of it: no part of a story, and nothing is
    asked."""
    text, known = turn.event.text, turn.knowledge.harm_reader.vocabulary
    is_now = is_of_now(text)
    if "?" in text or not (is_now or is_barely_told(text)) or tells_nobody(known, text):
        return False
    told = tells_anybody(known, text) or turn.content.listening.harm.cues.has_told in turn.says
    is_known = is_now and (names_protection(text) or is_handed_over(text))
    return told or is_known or is_help_there(turn)


def is_help_there(turn: TurnContext) -> bool:
    """Return whether what comes in tells that help is there, or on its way."""
    cues = turn.content.listening.harm.cues
    ways = (turn.event.text, heard_text(turn.event.text))
    near = any(says_near(each, cues.helper, cues.sees_to) for each in ways)
    return near or not turn.says.isdisjoint((cues.help_came, cues.ambulance_came))


def is_hushed(turn: TurnContext) -> bool:
    """Return whether what comes in, soon after harm, tells that those who know do nothing."""
    cues = turn.content.listening.harm.cues
    is_own_silence = tells_nobody(turn.knowledge.harm_reader.vocabulary, turn.event.text)
    return is_after_harm(turn) and cues.not_heard in turn.says and not is_own_silence


def may_be_the_task(turn: TurnContext) -> bool:
    """Return whether a few words may be about the badge alone: “I can't do this any more”."""
    harm, text = turn.harm, turn.event.text
    few = count_words(text) <= FEW and harm.about in ("", "self")
    return few and turn.content.listening.harm.cues.maybe_task in turn.says


def goes_on(turn: TurnContext) -> bool:
    """Return whether a few words that sound of harm go on about what waits: “she asked me not to
    say”, “I feel sick”. Whom to tell was said; a life in danger is a new thing, unless it was one.
    """
    conversation, harm = turn.conversation, turn.harm
    cues, count = turn.content.listening.harm.cues, count_words(turn.event.text)
    is_fear = count <= LONG and not turn.says.isdisjoint((cues.my_fear, cues.secret, cues.fault))
    takes_back = count <= SEVERAL and not turn.says.isdisjoint((cues.protest, cues.misread))
    is_silent = tells_nobody(turn.knowledge.harm_reader.vocabulary, turn.event.text)
    is_known = (is_fear or (is_silent and count <= LONG)) and harm.level == "concern"
    is_brief = count <= FEW or takes_back or is_known
    if harm.level == "none" or not (is_brief and told_of(turn) and is_after_harm(turn)):
        return False
    if harm.level == "concern" or not harm.signed:
        return True
    before = [conversation.messages[each - 1].text for each in conversation.undecided]
    reads = map(turn.knowledge.harm_in, before)
    is_shaken = cues.shaken in turn.says
    return not harm.sure_sort and (
        is_shaken or takes_back or any(each.level == "crisis" for each in reads)
    )
