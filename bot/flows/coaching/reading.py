"""The reading of a message, kept as ``TurnContext.reading``: nobody else asks the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from bot.analysis.meant import QUESTION
from bot.analysis.reading.answering import says_nothing, tells_who
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.low_worth import low_worth
from bot.analysis.reading.not_knowing import not_knowing
from bot.analysis.reading.own_job import begins_with_job, names_job
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.reading import PLAINLY, Found, Reading
from bot.analysis.reading.roles import names_place
from bot.analysis.reading.words import blanked
from bot.content.models.parts import PartName
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.coming_and_going import spans_of
from bot.flows.coaching.labelled import says_that
from bot.flows.coaching.listed import HEARD, as_listed, is_just_asked, step_of, was_asked
from bot.flows.coaching.policy import FEW, is_evidence
from bot.flows.safety.names import names_in

NOT_UNDERSTOOD: Kind = "not_understood"
"""The kind, and the question, by which it is asked what the coach means."""

_MARKER = re.compile(r"\[[A-Za-z][^\]\n]*\]")
"""What stands where something must not be kept. It is not said back."""


def read(turn: TurnContext) -> Reading:
    """Return what the message of this turn is for and what it tells."""
    return read_text(turn, turn.event.text)


def read_text(turn: TurnContext, text: str) -> Reading:
    """Return what any text tells, as if it came in at the open question."""
    if told := _beside_coming_and_going(turn, text):
        return told
    hidden = [Span(each.start, each.end) for each in names_in(turn, text)]
    shown = turn.knowledge.shows_who.find(text)
    hidden += [Span(each.start, each.end) for each in shown]
    hidden += [Span(*found.span()) for found in _MARKER.finditer(text)]
    step = step_of(turn)
    known = Found(tuple(hidden), asked=was_asked(turn, step))
    found = turn.knowledge.reader.read(text, step, turn.dialogue.called, known)
    if kind := _meant(turn, found, text):
        return replace(found, kind=kind, sure=PLAINLY, act=False, parts=frozenset())
    tells = found.kind == "evidence" or (found.act and found.kind not in HEARD)
    if tells and any(each.confided for each in shown):
        return replace(found, kind="private")
    if _answers_in_a_word(turn, found, text):
        parts = found.parts | _WHO if tells_who(text) else found.parts
        found = replace(found, kind="evidence", sure=PLAINLY, parts=parts)
    return as_listed(turn, found, text)


def _beside_coming_and_going(turn: TurnContext, text: str) -> Reading | None:
    """Return what is told beside “right am back.” or “gtg bye”, each clause at its place; None
    where no answer is."""
    spans = spans_of(turn, text) or not_knowing(text)
    if not spans:
        return None
    rest = blanked(text, spans)
    told = read_text(turn, rest)
    words = count_words(rest)
    is_told = told.act or told.parts or (told.kind == "evidence" and words >= BACK_WITH)
    return told if is_told and is_evidence(told, words) else None


BACK_WITH = 4
"""Words of the shortest answer behind “back,” that is one by its kind alone: “31 checked, 19
wrong”."""


def _meant(turn: TurnContext, found: Reading, text: str) -> Kind | None:
    """Return what a text is that asks the coach something, or objects, by what it means: None where
    it is neither, or where the rest of it is an answer."""
    meant = turn.knowledge.meanings.meant_in(text)
    if not meant or ("?" not in text and is_own_bad_news(text)) or says_that(found, text):
        return None
    asks_only = all(each.kind == QUESTION for each in meant)
    if found.kind in _DONE_AT_ONCE or (asks_only and _is_told(turn, found, text)):
        return None
    rest = without_spans(text, [(each.start, each.end) for each in meant])
    if count_words(rest) > LITTLE and not asks_on(turn, rest):
        told = turn.knowledge.reader.read(rest, step_of(turn), turn.dialogue.called)
        is_one = is_evidence(told, count_words(rest)) or is_job_first(turn, told, rest)
        if is_one and (told.act or told.parts):
            return None
    asked = {_kind(turn, each.id) for each in meant if each.kind == QUESTION}
    if asked == {"order"}:
        return None if found.kind in _ORDERS else QUESTION
    if not asked:
        return meant[0].kind
    return asked.pop() if len(asked) == 1 else QUESTION


def is_job_first(turn: TurnContext, told: Reading, text: str) -> bool:
    """Return whether somebody who has written nothing before says what they work as: that is kept,
    whatever is asked beside it."""
    own = text.casefold()
    is_job = names_job(own) or names_place(own) or begins_with_job(own)
    if "role" not in told.parts or not is_job or low_worth(text):
        return False  # “I'm only a driver, does that count”
    kept, this = turn.conversation.messages, turn.attempt.number
    before = (e for e in kept if e.attempt == this and not e.aside and e.text != turn.event.text)
    return next(before, None) is None


def _kind(turn: TurnContext, id_: str) -> Kind:
    return cast(Kind, turn.content.questions.by_id[id_].kind)


_ORDERS = frozenset(("announce", "correction", "request"))
"""Kinds that “can you move it to leadership” is done as."""


def _is_told(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a text is an answer, whatever it seems to ask: “dunno if it's management but I
    bought a diary”."""
    if "?" in text:
        return False
    meanings = turn.knowledge.meanings
    begin = [meanings.begins(text[slice(*each)]) for each in meanings.pieces(text)]
    if begin and all(begin) and count_words(text) <= FEW:
        return False  # “i just asked who reads this”
    if found.own_act and count_words(text) > FEW and not any(begin):
        return True
    sure = TOLD if found.act else TOLD_WITHOUT_ACT
    return found.kind == "evidence" and found.sure > sure


TOLD, TOLD_WITHOUT_ACT = 0.4, 2.0
"""How much likelier than the next kind, in logits, an answer must be. Measured on the labelled
messages that say what a question says."""


def asks_on(turn: TurnContext, rest: str) -> bool:
    """Return whether what is left beside a question begins with another."""
    return count_words(rest) <= ASKED_ON and turn.knowledge.meanings.asks(rest)


ASKED_ON = 20
"""Words of the longest question that is left so."""


def without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some of its pieces."""
    kept, end = list[str](), 0
    for start, stop in sorted(spans):
        kept.append(text[end:start])
        end = stop
    return "".join([*kept, text[end:]])


LITTLE = 4
"""Words that are left beside a question, up to which they tell nothing."""

_DONE_AT_ONCE = frozenset(("stop", "delete", "harm"))
"""Kinds that are done, whatever is asked beside."""


def _answers_in_a_word(turn: TurnContext, found: Reading, text: str) -> bool:
    """Whether a few words that look like something else answer the coach's own question: “just
    me”, “kitchen”. Of a smaller question a word alone is asked about."""
    if found.kind not in _IN_A_WORD or not is_just_asked(turn):
        return False
    is_asked_part = len(turn.conversation.messages) == turn.attempt.asked_after.get(step_of(turn))
    part = next(reversed(turn.attempt.parts_asked), "").partition(":")[2]
    is_asked_part = (
        is_asked_part and part in _OF_A_WORD and re.search(r"[^\W\d_]{2}", text) is not None
    )
    return tells_who(text) or (found.kind == "bare" and is_asked_part and not says_nothing(text))


_OF_A_WORD = ("who", "context", "role")
"""Parts that a word may tell: “kitchen”. How somebody was helped is not told by “training”."""


_WHO: frozenset[PartName] = frozenset(("who",))

_IN_A_WORD = frozenset(("denial", "bare", "talk", "chat", "private"))
"""Kinds that an answer in a word or two is taken for."""
