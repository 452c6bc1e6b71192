"""Whether what is written after words of harm is held: then it is in no answer.

It is, until the writer is back at the badge by themselves: by a press, or by telling an act at work
that has nothing of the harm in it. What they ask the coach about the badge is answered meanwhile.
"""

from __future__ import annotations

from typing import Literal

from bot.analysis.reading.harm_again import points_at
from bot.analysis.reading.pointing_back import stands_alone
from bot.analysis.reading.said_of_it import asks_somebody, begins_as_question
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.known_questions import meant_by
from bot.flows.coaching.policy import FEW, is_evidence
from bot.flows.safety.harm import has_told_of_harm
from bot.flows.safety.harm_heard import harm_in, is_kept_all_the_same, told_of

ELSEWHERE = frozenset(("stop", "delete", "announce", "several", "pasted"))
"""Kinds that others do, whatever was told before."""

SURE = 2.0
"""From how many logits on it surely is for the coach to stop."""

ASKS = frozenset(("question", "request", "not_understood"))
"""Kinds that are for the coach where they are about the badge."""

AT_LENGTH = 25
"""Words from which on a message is an account."""

Hold = Literal["all", "what points back", "what is asked"]
"""How much is held: all that is no act at work; what points back at what was told; or only what is
asked or felt about it."""


def hold(turn: TurnContext) -> Hold:
    """Return how much is held by what was told.

    Nothing but what is asked, where it was seen to. What was dropped, or stands in an answer, may
    be over.
    """
    told, conversation = told_of(turn), turn.conversation
    if conversation.undecided or has_told_of_harm(turn) or told is None:
        return "all"
    if told.text and harm_in(turn, told.text) is None:
        return "what is asked"
    return "what points back"


def asks(turn: TurnContext) -> bool:
    """Return whether something is asked, in any spelling."""
    text = turn.event.text
    is_question = turn.reading.kind == "question" and begins_as_question(text)
    return is_question or "?" in text or asks_somebody(text)


def is_back(turn: TurnContext) -> bool:
    """Return whether an act is told that has nothing of the harm in it, or an answer is named that
    the words are for. In an account at length a word of the harm is there by chance."""
    text, told = turn.event.text, told_of(turn)
    count = count_words(text)
    if harm_in(turn) or asks(turn) or not is_evidence(turn.reading, count):
        return False
    if turn.reading.announces:
        return True
    vocabulary = turn.knowledge.harm_reader.vocabulary
    if told and count < AT_LENGTH and points_at(vocabulary, text, told.text):
        return False
    return stands_alone(text, turn.reading, about_others=_tells_of_care(turn, told))


def _tells_of_care(turn: TurnContext, told: Message | None) -> bool:
    """Return whether what was told stands in an answer, so that what was done to the same people
    goes on with it: but not after what the writer did to them. What was but a doubt, without a sign
    of harm, is ended by any act."""
    if told is not None and not told.text and not turn.conversation.distressed:
        return True  # it was dropped, and who tells an act at work has gone on
    harm = harm_in(turn, told.text) if told else None
    if told is None or harm is None:
        return False
    return harm.sort != "own_act" if not told.aside else harm.doubtful and not harm.signed


def is_held(turn: TurnContext) -> bool:
    """Return whether a message that asks nothing about the harm, and is no act, is held with it."""
    kind, harm, how = turn.reading.kind, turn.content.listening.harm, hold(turn)
    if _is_elsewhere(turn) or how == "what is asked":
        return False
    points_back = harm.cues.points_back in turn.says
    is_low = has_told_of_harm(turn) and harm.cues.low in turn.says
    if kind in ASKS and not is_low and _is_for_coach(turn, points_back=points_back):
        return False
    if is_kept_all_the_same(turn):  # a doubt, and most are none: it must not silence the coach
        return count_words(turn.event.text) <= FEW and follows_at_once(turn)
    return how == "all" or points_back


SOON = 2
"""How many messages may stand between words of harm and one that is said to them at once."""


def follows_at_once(turn: TurnContext) -> bool:
    """Return whether nothing was put into an answer since the words of harm, and little was said:
    what comes later is of something else."""
    told = told_of(turn)
    since = turn.conversation.messages[told.number :] if told else []
    return told is not None and len(since) <= SOON and all(each.aside for each in since)


def _is_elsewhere(turn: TurnContext) -> bool:
    """Whether others do it: “stop” that is not sure is no wish to stop, but “dont want to bother
    people”."""
    is_sure = turn.reading.kind != "stop" or turn.reading.sure >= SURE
    return turn.reading.kind in ELSEWHERE and is_sure and not asks(turn)


def _is_for_coach(turn: TurnContext, *, points_back: bool) -> bool:
    if turn.content.listening.harm.cues.of_coach in turn.says:
        return True
    is_calm = not (points_back or has_told_of_harm(turn))
    known, text = turn.content.questions.by_id, turn.event.text
    asked = meant_by(turn, text) or turn.knowledge.meanings.near(text, 1)
    return is_calm and any(known[each].kind == "question" for each in asked)
