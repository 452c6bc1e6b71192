"""The reading of a message, kept as ``TurnContext.reading``: nobody else asks the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from bot.analysis.meant import QUESTION
from bot.analysis.reading.answering import core_of, says_nothing, tells_who
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.complaints import asked_if, objects
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.leaving import (
    begins_with_going,
    says_they_go,
    says_they_stay,
    tells_what_was_done,
)
from bot.analysis.reading.not_knowing import not_knowing
from bot.analysis.reading.reading import PLAINLY, Found, Reading
from bot.analysis.reading.spoken_pieces import asks_behind, tells_what_i_do
from bot.analysis.reading.words import blanked, heard_words
from bot.content.models.parts import PartName
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.coming_and_going import spans_of
from bot.flows.coaching.in_passing import is_greeting, is_moved, is_tired
from bot.flows.coaching.policy import FEW, is_evidence
from bot.flows.safety.names import names_in

_HEARD = frozenset(("question", "request", "delete", "harm"))
"""Kinds that are answered, whoever has to go."""

_MAY_OBJECT = frozenset(
    (
        *("evidence", "bare", "private", "chat", "talk", "denial", "theory", "correction"),
        *("feeling_about_task", "to_coordinator"),
    )
)
"""Kinds that an objection to the coach is taken for."""

NOT_UNDERSTOOD: Kind = "not_understood"
"""The kind, and the question, by which it is asked what the coach means."""

UNSURE = 5
"""Words of the longest message that says no more than “I do not know what”."""

UNSURE_AS = 10
"""The same where what they work as is said beside it: “dont know really im just a carer”."""

_WHO_THEY_ARE = frozenset(("role", "context"))
"""Parts that such a message may tell."""

TIRED_AND_GOING = 25
"""Words of the longest in which somebody who is tired asks to go on another day."""

_UNTOLD = frozenset(("evidence", "bare", "private"))
"""Kinds that a few words are taken for which tell nothing."""

OUTCOME = 3
"""Words that “thank god” needs around it to tell how something turned out."""

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
    step = _step(turn)
    known = Found(tuple(hidden), asked=_was_asked(turn, step))
    found = turn.knowledge.reader.read(text, step, turn.dialogue.called, known)
    if kind := _meant(turn, found, text):
        return replace(found, kind=kind, sure=PLAINLY, act=False, parts=frozenset())
    tells = found.kind == "evidence" or (found.act and found.kind not in _HEARD)
    if tells and any(each.confided for each in shown):
        return replace(found, kind="private")
    if _answers_in_a_word(turn, found, text):
        parts = found.parts | _WHO if tells_who(text) else found.parts
        found = replace(found, kind="evidence", sure=PLAINLY, parts=parts)
    return _as_said(turn, found, text)


def _beside_coming_and_going(turn: TurnContext, text: str) -> Reading | None:
    """Return what is told beside “right am back.” or “gtg bye”, each clause at its place; None
    where no answer is."""
    spans = spans_of(turn, text) or not_knowing(text)
    if not spans:
        return None
    rest = blanked(text, spans)
    told = read_text(turn, rest)
    is_told = is_evidence(told, count_words(rest)) and (told.act or told.parts)
    return told if is_told else None


def _meant(turn: TurnContext, found: Reading, text: str) -> Kind | None:
    """Return what a text is that asks the coach something, or objects, by what it means: None where
    it is neither, or where the rest of it is an answer."""
    meant = turn.knowledge.meanings.meant_in(text)
    if not meant:
        return None
    asks_only = all(each.kind == QUESTION for each in meant)
    if found.kind in _DONE_AT_ONCE or (asks_only and _is_told(turn, found, text)):
        return None
    rest = without_spans(text, [(each.start, each.end) for each in meant])
    if count_words(rest) > LITTLE and not asks_on(turn, rest):
        told = turn.knowledge.reader.read(rest, _step(turn), turn.dialogue.called)
        if is_evidence(told, count_words(rest)) and (told.act or told.parts):
            return None
    asked = {_kind(turn, each.id) for each in meant if each.kind == QUESTION}
    if asked == {"order"}:
        return None if found.kind in _ORDERS else QUESTION
    if not asked:
        return meant[0].kind
    return asked.pop() if len(asked) == 1 else QUESTION


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
    asks = any(meanings.begins(text[slice(*each)]) for each in meanings.pieces(text))
    if found.own_act and count_words(text) > FEW and not asks:
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


def _as_said(turn: TurnContext, found: Reading, text: str) -> Reading:
    """Return a reading as what an author's lists, and who is spoken to, make of it."""
    kind = next(_kinds_said(turn, found, text), None)
    if kind:
        act = found.act and kind in ("evidence", "question")
        return replace(found, kind=kind, sure=PLAINLY, act=act)
    return replace(found, kind="talk") if _is_going(turn, found, text) else found


def _kinds_said(turn: TurnContext, found: Reading, text: str) -> Iterator[Kind]:
    """Yield the kinds that a text is by such signs, the surest first."""
    cues, kind = turn.content.listening.kinds.cues, found.kind
    if kind in ("talk", "chat") and _is_outcome(turn, text):
        yield "evidence"
    if kind not in _HEARD and (says_they_stay(text) or _only_goes(text)):
        yield "talk"
    if kind == "talk" and asks_behind(text):
        yield "question"
    if kind == "request" and found.own_act and tells_what_i_do(text):
        yield "evidence"
    if kind not in _HEARD and (is_tired(text, cues) or is_moved(text, cues)):
        yield "feeling_about_task"
    is_told = found.own_act and not _to_coach(text)
    if kind in _MAY_OBJECT and ((objects(text) and not is_told) or _asked_before(turn, text)):
        yield "complaint_about_coach"
    if _is_tired_and_going(turn, found, text):
        yield "talk"
    if _is_no_telling(turn, found, text) or _greets(turn, found, text):
        yield "talk"


def _answers_in_a_word(turn: TurnContext, found: Reading, text: str) -> bool:
    """Whether a few words that look like something else answer the coach's own question: “just
    me”, “kitchen”. Of a smaller question a word alone is asked about."""
    if found.kind not in _IN_A_WORD or not is_just_asked(turn):
        return False
    is_asked_part = len(turn.conversation.messages) == turn.attempt.asked_after.get(_step(turn))
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


def _asked_before(turn: TurnContext, text: str) -> bool:
    """Return whether it is said that something was asked which stands in the words to the coach
    just before: “I asked if soup's good enough”."""
    earlier = next((e for e in reversed(turn.conversation.messages) if e.text != text), None)
    if earlier is None or not earlier.aside or not (subject := asked_if(text)):
        return False
    before = {word[:A_THING] for word in heard_words(earlier.text)}
    return any(w[:A_THING] in before and len(w) >= A_THING for w in heard_words(subject))


A_THING = 4
"""Letters by which it is known what was asked."""


def _to_coach(text: str) -> bool:
    """Return whether a text speaks to somebody: “you have missed what I wrote”."""
    return not _YOU.isdisjoint(heard_words(text))


_YOU = frozenset(("you", "your", "you're", "you've"))


def _step(turn: TurnContext) -> str:
    return turn.step_for_words or turn.attempt.step


def _is_outcome(turn: TurnContext, text: str) -> bool:
    """Return whether it is told how it turned out: “she's fine now, thank god”."""
    is_told = count_words(text) > OUTCOME and "?" not in text
    return is_told and says(text, turn.content.listening.kinds.cues.outcome)


def is_just_asked(turn: TurnContext) -> bool:
    """Return whether this message comes right after a question of the coach's own."""
    return _was_asked(turn, _step(turn))


def _was_asked(turn: TurnContext, step: str) -> bool:
    """Return whether the coach asked something of its own just before."""
    newest, attempt = len(turn.conversation.messages), turn.attempt
    return newest > 0 and newest in (attempt.asked_after.get(step), attempt.smaller_after)


def _is_no_telling(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a few words say no more than “I do not know”, or a name."""
    if found.kind not in _UNTOLD or found.act:
        return False
    said, done = core_of(text), turn.content.listening.kinds.cues.done
    if said in done or said.removesuffix(" done") in done:  # “that's me done”
        return True
    most = UNSURE_AS if found.parts <= _WHO_THEY_ARE else UNSURE
    if count_words(text) <= most and says(text, turn.content.listening.kinds.cues.unsure):
        return True
    names, is_asked = names_in(turn, text), _was_asked(turn, _step(turn))
    return bool(names) and sum(e.end - e.start for e in names) >= len(text.strip()) and not is_asked


def _greets(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a few words greet. “Morning” after a question says when it was."""
    is_asked = found.kind in _UNTOLD and _was_asked(turn, _step(turn))
    may_greet = found.kind in _UNTOLD | {"chat"} and not (found.act or is_asked)
    return may_greet and is_greeting(text, turn.content.listening.kinds.cues)


def _only_goes(text: str) -> bool:
    """Return whether it is said first that somebody goes, and then why: “got to dash, the tatties
    are burning”."""
    return begins_with_going(text) and not tells_what_was_done(text)


def _is_going(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether it is said that somebody has to go, in a few words as an author lists them."""
    cues, count = turn.content.listening.kinds.cues, count_words(text)
    goes = says_they_go(text) and not tells_what_was_done(text)
    if (goes or begins_with_going(text)) and found.kind not in _HEARD:
        return True
    if count > FEW or found.kind in _HEARD or (found.act and found.kind not in ("bare", "stop")):
        return False
    return says(text, cues.going)


def _is_tired_and_going(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a tired line asks to go on another day, and tells of nothing done."""
    cues, is_told = turn.content.listening.kinds.cues, any(e.act and e.whose for e in found.clauses)
    may_be = count_words(text) <= TIRED_AND_GOING and not is_told
    return may_be and says(text, cues.tired) and says(text, cues.going)
