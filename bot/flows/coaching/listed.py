"""The kind of a message by what an author lists, and by who is spoken to: going, tired, greeting,
objecting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from bot.analysis.knowledge import PLAINLY_SAID, SAID
from bot.analysis.reading.answering import bare_answer, core_of, plain_answer
from bot.analysis.reading.complaints import asked_if, is_of_asking, objects, resents_having_to
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.leaving import (
    begins_with_going,
    says_they_go,
    says_they_stay,
    tells_what_was_done,
)
from bot.analysis.reading.own_text.wrongly_done import blames_only, complains_of_what_you_did
from bot.analysis.reading.people import begins_with_others
from bot.analysis.reading.reading import PLAINLY, Reading
from bot.analysis.reading.spoken_pieces import asks_behind, tells_what_i_do
from bot.analysis.reading.told_already import points_back
from bot.analysis.reading.words import heard_words, words_of
from bot.content.models.sayings import KIND_OF
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.in_passing import is_greeting, is_moved, is_tired
from bot.flows.coaching.policy import FEW
from bot.flows.safety.names import names_in

HEARD = frozenset(("question", "request", "delete", "harm"))
"""Kinds that are answered, whoever has to go."""

_MAY_OBJECT = frozenset(
    (
        *("evidence", "bare", "private", "chat", "talk", "denial", "theory", "correction"),
        *("feeling_about_task", "to_coordinator"),
    )
)
"""Kinds that an objection to the coach is taken for."""

_SAID_AT_ONCE = HEARD - {"question"}

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


def as_listed(turn: TurnContext, found: Reading, text: str) -> Reading:
    """Return a reading as what an author's lists, and who is spoken to, make of it."""
    kind = next(_kinds_said(turn, found, text), None)
    if kind:
        act = found.act and kind in ("evidence", "question")
        return replace(found, kind=kind, sure=PLAINLY, act=act)
    return replace(found, kind="talk") if _is_going(turn, found, text) else found


def _kinds_said(turn: TurnContext, found: Reading, text: str) -> Iterator[Kind]:
    """Yield the kinds that a text is by such signs, the surest first."""
    cues, kind = turn.content.listening.kinds.cues, found.kind
    yield from _shows_nothing(turn, found, text)
    if kind in ("talk", "chat") and _is_outcome(turn, text):
        yield "evidence"
    if kind not in HEARD and (says_they_stay(text) or _only_goes(text)):
        yield "talk"
    if kind == "talk" and asks_behind(text):
        yield "question"
    if kind == "request" and found.own_act and tells_what_i_do(text):
        yield "evidence"
    if kind == "already_told" and _tells_on(turn, found, text):
        yield "evidence"
    if kind not in HEARD and (is_tired(text, cues) or is_moved(text, cues)):
        yield "feeling_about_task"
    if objecting := _objects(turn, found, text):
        yield objecting
    talks = (_is_tired_and_going, _is_no_telling, _greets)
    if any(each(turn, found, text) for each in talks):
        yield "talk"
    yield from _said(turn, found, text)


def _said(turn: TurnContext, found: Reading, text: str) -> Iterator[Kind]:
    """Yield the kind of what a text says to the coach, where it tells nothing that they did."""
    if found.own_act or found.kind not in _MAY_BE_SAID:
        return
    is_told = found.act or (found.kind == "evidence" and found.parts)
    is_told = is_told or found.kind == "denial"
    said = turn.knowledge.said_in(text, PLAINLY_SAID if is_told else SAID)
    kind = cast(Kind, KIND_OF[said]) if said else None
    if kind and kind != found.kind and not (kind == "correction" and found.kind == "evidence"):
        yield kind  # “swap shifts with me i said” orders nothing


_MAY_BE_SAID = _MAY_OBJECT | {"stop", "back"}
"""Kinds that are taken for something else which is said to the coach."""


def _objects(turn: TurnContext, found: Reading, text: str) -> Kind | None:
    """Return the kind of a text that is against the coach, or against having to write, None where
    it is of neither."""
    kind = found.kind
    if kind not in _SAID_AT_ONCE and resents_having_to(text) and not found.own_act:
        return "feeling_about_task"
    is_told = found.own_act and not _to_coach(text)
    is_against = _complains(turn, text) or _asked_before(turn, text)
    is_against = is_against or (is_of_asking(text) and not acts_themselves(found, text))
    if kind in _MAY_OBJECT and ((objects(text) and not is_told) or is_against):
        return "complaint_about_coach"
    return None


def acts_themselves(found: Reading, text: str) -> bool:
    """Return whether somebody tells of an act of their own: “even the bingo changes” is none."""
    acts = [each for each in found.clauses if each.act]
    acts = [each for each in acts if heard_words(text[each.start : each.end])[:1] != ("you",)]
    return any(
        each.whose in ("own", "we")
        or (each.whose is None and not begins_with_others(text[each.start : each.end]))
        for each in acts
    )


def _tells_on(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether work is told where nobody says that it was told before: “she had that already
    laid out”."""
    is_account = found.act or begins_with_others(text) or bool(names_in(turn, text))
    return is_account and not points_back(text, turn.dialogue.called)


def _complains(turn: TurnContext, text: str) -> bool:
    """Return whether a text turns against what the coach did, and tells of no harm beside it."""
    return complains_of_what_you_did(text) and blames_only(text, turn.knowledge.harm_in)


def step_of(turn: TurnContext) -> str:
    """Return the step that typed words are for, else the open one."""
    return turn.step_for_words or turn.attempt.step


def is_just_asked(turn: TurnContext) -> bool:
    """Return whether this message comes right after a question of the coach's own."""
    return was_asked(turn, step_of(turn))


def was_asked(turn: TurnContext, step: str) -> bool:
    """Return whether the coach asked something of its own just before."""
    newest, attempt = len(turn.conversation.messages), turn.attempt
    return newest > 0 and newest in (attempt.asked_after.get(step), attempt.smaller_after)


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


def _is_outcome(turn: TurnContext, text: str) -> bool:
    """Return whether it is told how it turned out: “she's fine now, thank god”."""
    is_told = count_words(text) > OUTCOME and "?" not in text
    return is_told and says(text, turn.content.listening.kinds.cues.outcome)


def _is_no_telling(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a few words say no more than “I do not know”, or a name."""
    if found.kind not in _UNTOLD or found.act:
        return False
    cues = turn.content.listening.kinds.cues
    if plain_answer(text) and bare_answer(text) not in cues.went:
        return True  # “by all means”
    said, done = core_of(text), cues.done
    if said in done or said.removesuffix(" done") in done:  # “that's me done”
        return True
    most = UNSURE_AS if found.parts <= _WHO_THEY_ARE else UNSURE
    if count_words(text) <= most and says(text, cues.unsure):
        return True
    names, is_asked = names_in(turn, text), was_asked(turn, step_of(turn))
    return bool(names) and sum(e.end - e.start for e in names) >= len(text.strip()) and not is_asked


def _greets(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a few words greet. “Morning” after a question says when it was."""
    is_asked = found.kind in _UNTOLD and was_asked(turn, step_of(turn))
    may_greet = found.kind in _UNTOLD | {"chat"} and not (found.act or is_asked)
    return may_greet and is_greeting(text, turn.content.listening.kinds.cues)


def _shows_nothing(turn: TurnContext, found: Reading, text: str) -> Iterator[Kind]:
    """Yield what a sign alone is, “👍”, and what a book says, “Adair says …”."""
    if found.kind == "bare" and not words_of(text):
        yield "talk"
    thinkers = turn.content.listening.kinds.cues.thinkers
    if found.kind in _UNTOLD and not found.own_act and says(text, thinkers):
        yield "theory"


def _only_goes(text: str) -> bool:
    """Return whether it is said first that somebody goes, and then why: “got to dash, the tatties
    are burning”."""
    return begins_with_going(text) and not tells_what_was_done(text)


def _is_going(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether it is said that somebody has to go, in a few words as an author lists them."""
    cues, count = turn.content.listening.kinds.cues, count_words(text)
    goes = says_they_go(text) and not tells_what_was_done(text)
    if (goes or begins_with_going(text)) and found.kind not in HEARD:
        return True
    if count > FEW or found.kind in HEARD or (found.act and found.kind not in ("bare", "stop")):
        return False
    return says(text, cues.going)


def _is_tired_and_going(turn: TurnContext, found: Reading, text: str) -> bool:
    """Return whether a tired line asks to go on another day, and tells of nothing done."""
    cues, is_told = turn.content.listening.kinds.cues, any(e.act and e.whose for e in found.clauses)
    may_be = count_words(text) <= TIRED_AND_GOING and not is_told
    return may_be and says(text, cues.tired) and says(text, cues.going)
