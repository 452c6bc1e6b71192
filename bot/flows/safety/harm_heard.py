"""What the message of a turn tells of harm, and whether it goes on about what was told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says_near
from bot.flows.safety.told_on import is_told_on

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading

FEW = 8
"""Words up to which “I can't do this any more” may be about the badge alone."""

SEVERAL = 15
"""Words up to which “I meant the statement” is not looked at for new harm."""

SOON = 2
"""How many messages after words of harm may still be about them."""


def harm_in(turn: TurnContext, text: str | None = None) -> HarmReading | None:
    """Return what a message tells of harm, None for ordinary talk; ``text`` is an earlier one."""
    is_of_turn = text is None or text == turn.event.text
    harm = turn.harm if is_of_turn else turn.knowledge.harm_reader.read(text or "")
    return None if harm.level == "none" else harm


def doubt_in(turn: TurnContext) -> HarmReading | None:
    """Return what the message of this turn tells of harm where that is an answer all the same: it
    was told on already, or more likely is none."""
    harm = turn.harm
    is_doubt = harm.doubtful and harm.level != "none"
    return harm if is_doubt or is_told_on(turn, harm) else None


def follows_doubt(turn: TurnContext, number: int) -> bool:
    """Return whether an answer comes soon after one that tells of harm all the same."""
    before = turn.conversation.messages[max(number - 1 - SOON, 0) : number - 1]
    reads = [turn.knowledge.harm_reader.read(each.text) for each in before if not each.aside]
    return any(each.doubtful or each.told_on for each in reads)


def is_soon(turn: TurnContext) -> bool:
    """Return whether what comes in follows words of harm, and no answer was told since."""
    conversation = turn.conversation
    since = conversation.messages[conversation.harm_at :]
    return bool(conversation.harm_at) and len(since) < SOON and all(each.aside for each in since)


def is_seen_to(turn: TurnContext) -> bool:
    """Return whether what comes in tells that help is there, or that others know, after harm.

    Something taken is never that, nor a new wish to die, unless it has no sign of it and an
    ambulance came; and neither is being told to say nothing.
    """
    harm, cues, text = turn.harm, turn.content.listening.harm.cues, turn.event.text
    if not is_soon(turn) or is_hushed(turn):
        return False
    is_wish = harm.signed or cues.ambulance_came not in turn.says
    if harm.sort == "overdose" or (harm.sort == "suicide" and is_wish):
        return False
    if is_help_there(turn):
        return True
    told = cues.has_told in turn.says or turn.knowledge.harm_reader.tells_somebody(text)
    return told and harm.level != "crisis"


def is_help_there(turn: TurnContext) -> bool:
    """Return whether what comes in tells that help is there, or on its way."""
    cues = turn.content.listening.harm.cues
    near = says_near(turn.event.text, cues.helper, cues.sees_to)
    return near or not turn.says.isdisjoint((cues.help_came, cues.ambulance_came))


def is_hushed(turn: TurnContext) -> bool:
    """Return whether what comes in, soon after harm, tells that those who know do nothing."""
    cues = turn.content.listening.harm.cues
    return is_soon(turn) and cues.not_heard in turn.says


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
    takes_back = count <= SEVERAL and not turn.says.isdisjoint((cues.protest, cues.misread))
    if (
        not ((count <= FEW or takes_back) and conversation.undecided and is_soon(turn))
        or harm.level == "none"
    ):
        return False
    if harm.level == "concern":
        return True
    before = [conversation.messages[each - 1].text for each in conversation.undecided]
    reads = map(turn.knowledge.harm_reader.read, before)
    is_shaken = cues.shaken in turn.says
    return not harm.sure_sort and (
        is_shaken or takes_back or any(each.level == "crisis" for each in reads)
    )
