"""“thanks hen, away to my bed”: a short, warm word back. It is filed nowhere, and nothing asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analysis.reading.answering import core_of
from bot.analysis.reading.kinds import control_word
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.two_requests import asked_apart
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.conversation import is_unsent
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.asides import facts
from bot.flows.coaching.policy import EVIDENCE, STORY
from bot.flows.coaching.remarks import remark_in
from bot.flows.coaching.replies import chooser

MOST = 14
"""Words of the longest goodbye."""

BOTH = 8
"""Words up to which thanks and a goodbye together tell nothing else."""

FIRST = 4
"""Words at the beginning of a message in which thanks to the coach stand: “I thanked her” tells."""

_NO = re.compile(r"\s*(?:no|nah|naw|nope)\b", re.IGNORECASE)
"""“No thanks” is an answer."""


def take_words(turn: TurnContext) -> bool:
    """Take thanks and goodbyes, wherever they are said."""
    prompt = turn.open_prompt
    is_free = prompt is None or prompt.is_offer or prompt.name == "sent"
    text = turn.event.text
    goes_on = control_word(core_of(text).split()) == "next"  # “thanks next”
    is_plain = is_free and not (goes_on or _NO.match(text) or remark_in(turn, text))
    needs = _needs(turn) if is_plain else ()
    if not needs:
        return False
    turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("talk", ASIDE)
    turn.tell(chooser(turn).must_pick(*needs, **facts(turn)) or "")
    return True


def asked_beside(text: str) -> str:
    """Return what is asked beside thanks, "" for nothing: “cheers pal, what do I do now”."""
    behind = text.partition(",")[2].strip()
    return asked_apart(text)[1] or (behind if asks(behind) else "")


def _needs(turn: TurnContext) -> Sequence[Sequence[str]]:
    """Return the lines that fit, the best first; none where it is no goodbye."""
    text, kinds = turn.event.text, turn.content.listening.kinds
    cues, lines = kinds.cues, kinds.goodbye
    if "?" in text or count_words(text) > MOST or asked_beside(text):
        return ()  # “thank you, and what is next”
    thanks = says(" ".join(text.split()[:FIRST]), cues.thanks)
    to_bed, goodbye = cues.to_bed in turn.says, cues.goodbye in turn.says
    is_brief = (to_bed or goodbye) and count_words(text) <= BOTH
    is_surely = thanks and (is_brief or cues.pleased in turn.says)
    if not (thanks or to_bed or goodbye) or (_tells(turn, thanks=thanks) and not is_surely):
        return ()
    return _by_place(turn, thanks=thanks, leaves=lines.to_bed if to_bed else lines.bye * goodbye)


def _by_place(turn: TurnContext, *, thanks: bool, leaves: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the lines that fit where it is said. ``leaves`` are those for somebody who goes."""
    kinds = turn.content.listening.kinds
    lines = kinds.goodbye
    if turn.conversation.prompt == "sent":
        return (lines.not_sent_yet if leaves == lines.to_bed else lines.not_sent_yet[-1:],)
    if thanks and kinds.cues.doubted in turn.says:
        return (lines.doubted, kinds.talk.thanks)
    if leaves:
        return (leaves, lines.bye)
    if turn.attempt.sent_at and not is_unsent(turn.conversation):
        return (lines.at_end, kinds.talk.thanks)
    return (kinds.talk.thanks,)


def _tells(turn: TurnContext, *, thanks: bool) -> bool:
    """Whether work is told in it: “good night, I said to each of them”."""
    reading = turn.reading
    is_told = reading.act or (reading.kind in EVIDENCE and bool(reading.parts & STORY))
    return is_told and not (thanks and reading.kind in ("talk", "chat", "back", "stop"))
