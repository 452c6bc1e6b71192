"""Words of harm that was told on, or that more likely tell of an ordinary day: they are an answer.

A line below it says that it was right, or whom to tell if it is harm. Nothing is
said back or asked then, and one press takes the words out. Where they are no answer, or come soon
after harm, there is no doubt. What somebody was told of just now, and tears alone, come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.analysis.reading.harm_again import tells_nobody
from bot.analysis.reading.harm_reader import DESPAIR
from bot.content.models.dialogue import REVIEW
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wordings import mark_of, quote_of
from bot.flows.coaching import own_tears, reported
from bot.flows.coaching.bad_news import tells_bad_news
from bot.flows.coaching.held import ASKS, AT_LENGTH
from bot.flows.coaching.policy import EVIDENCE, is_evidence
from bot.flows.reflection.answers import add_to_answer
from bot.flows.safety.harm import ask_is_it_harm, take_for_harm
from bot.flows.safety.harm_heard import doubt_in, goes_on, is_after_harm, is_seen_to
from bot.flows.safety.harm_lines import is_own

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading

ACCOUNT = 12
"""Words from which on what is told is an account."""


def take_words(turn: TurnContext) -> bool:
    """Take words that may be of harm as an answer, where they are one; as harm everywhere else."""
    if reported.take_words(turn) or own_tears.take_words(turn):
        return True
    harm = doubt_in(turn)
    if harm is None or is_seen_to(turn) or goes_on(turn):
        return False
    if harm.sort == "distress" and tells_bad_news(turn):
        return False
    step, conversation = turn.open_question, turn.conversation
    is_untold = tells_nobody(turn.knowledge.harm_reader.vocabulary, turn.event.text)
    is_back = _is_back(turn, harm)
    is_after = is_after_harm(turn) and not is_back
    is_calm = not (conversation.distressed or is_after or is_untold)
    prompt = turn.open_prompt
    is_asked = turn.attempt.step != REVIEW and (prompt is None or prompt.is_offer or is_back)
    if step and is_calm and is_asked and _is_answer(turn, harm):
        add_to_answer(turn, step, turn.reading)
        conversation.harm_at, text = conversation.messages[-1].number, turn.event.text
        conversation.quoted += [mark_of(quote_of(text, each)) for each in turn.reading.clauses]
    elif harm.level == "none":
        return False  # others know it, and there is nothing to tell
    elif _may_be_despair(harm) and is_calm:
        ask_is_it_harm(turn)  # to be taken for a danger to oneself hurts who only jokes, or goes
    else:
        take_for_harm(turn, harm)
    return True


def _is_back(turn: TurnContext, harm: HarmReading) -> bool:
    """Return whether it is an account at length of what they did themselves, soon after harm."""
    is_account = count_words(turn.event.text) >= AT_LENGTH and turn.reading.act
    return is_account and harm.level == "concern"


def _may_be_despair(harm: HarmReading) -> bool:
    """Whether the writer may not want to live, and may as well mean something else."""
    return harm.level == "crisis" and is_own(harm) and harm.sort in DESPAIR


def _is_answer(turn: TurnContext, harm: HarmReading) -> bool:
    """Return whether the words are an answer. Where no sign of harm is in them an account is one,
    whatever it looks like: “Agency was 9% by June. Two staff asked to come back …”."""
    count = count_words(turn.event.text)
    if _may_be_despair(harm):
        is_account = count >= ACCOUNT and turn.reading.own_act
        return turn.reading.kind in EVIDENCE and (is_account or count >= AT_LENGTH)
    is_told = not harm.signed and count >= ACCOUNT and turn.reading.kind not in ASKS
    return is_told or is_evidence(turn.reading, count)
