"""“told the manager, she has the file open and is ringing”: somebody was told just now.

Whatever the words before were read as, this comes after something grave. It is in no answer, and
neither are those words, until the writer says so.
"""

from __future__ import annotations

from bot.analysis.reading.disclosures import discloses
from bot.analysis.reading.just_told import is_acted_on, is_barely_told, is_of_now, tells_protection
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.safety.harm import ask_about_before
from bot.flows.safety.harm_heard import is_after_harm, reports_now, told_of
from bot.flows.safety.harm_lines import say
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.told_on import is_told_on

BRIEF = 16
"""Words up to which “told the manager, she is ringing now” tells nothing else. Of 14,700 labelled
messages of ordinary work none is so."""


def take_words(turn: TurnContext) -> bool:
    """Take news of a report where the words before may be of harm, or such news as there is of
    nothing else: “safeguarding are calling me back at 4”."""
    prompt, harm = turn.open_prompt, turn.harm
    if turn.conversation.undecided or (prompt and not prompt.is_offer):
        return False
    is_other = (harm.level != "none" and not harm.doubtful) or is_told_on(turn, harm)
    if is_other or not reports_now(turn):
        return False
    before = _before(turn)
    if before is None and not (_is_surely_of_harm(turn) and not is_after_harm(turn)):
        return False
    message = turn.keep_aside(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("talk", ASIDE)
    turn.tell(say(turn, turn.content.listening.harm.after.told))
    turn.left()
    if before:
        ask_about_before(turn, before)
    else:
        turn.conversation.harm_at = message.number
        turn.ask("kept_out", message)
    return True


def _is_surely_of_harm(turn: TurnContext) -> bool:
    text = turn.event.text
    is_brief = count_words(text) <= BRIEF and is_barely_told(text) and is_acted_on(text)
    return is_brief or (tells_protection(text) and is_of_now(text))


def _before(turn: TurnContext) -> Message | None:
    """Return the words of an answer that this comes after, if they may be of harm: what was but a
    doubt then, or sounded of harm, or was told in trust."""
    messages = turn.conversation.messages
    last = messages[-1] if messages else None
    if told := (told_of(turn) if is_after_harm(turn) else None):
        last = told
    if last is None or last.aside or not last.text or last.attempt != turn.attempt.number:
        return None
    harm = turn.knowledge.harm_in(last.text)
    if harm.knocked or harm.told_on:
        return None
    return last if harm.sort or discloses(last.text, signed=harm.signed) else None
