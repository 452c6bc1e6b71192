"""Words that were told before, found for somebody who says so, or who makes it small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from bot.analysis.reading.how_it_was import is_by_looked_after
from bot.analysis.reading.own_job import names_job
from bot.analysis.reading.told_already import (
    Pointed,
    known_in,
    names_in,
    part_named,
    points_back,
    says_first,
)
from bot.content.models.dialogue import WordsStep
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.engine.wordings import mark_of, quote_of
from bot.flows.coaching import policy
from bot.flows.coaching.reading import read_text
from bot.flows.safety.harm_heard import harm_in

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Reading


def keep_parts(turn: TurnContext, message: Message, parts: Iterable[str]) -> Message:
    """Keep in mind that a message of any attempt tells these parts; return it as it is kept."""
    messages = turn.conversation.messages
    messages.tells(messages[message.number - 1], parts)
    return messages[message.number - 1]


def note_told_beside(turn: TurnContext) -> None:
    """Keep in mind who somebody said they are in no answer: it is not asked again."""
    beside = turn.attempt.told_beside
    if names_job(turn.event.text) and "role" not in beside:
        beside.append("role")


def part_answered(turn: TurnContext, message: Message) -> str:
    """Return the part that the coach asked for just before a message, "" for none."""
    attempt = turn.attempt
    if message.number < 2 or attempt.asked_after.get(message.step) != message.number - 1:
        return ""
    pairs = [each.partition(":") for each in attempt.parts_asked]
    return next((part for at, _, part in reversed(pairs) if at == message.step), "")


ACTS = frozenset(("own_act", "other_act"))

_DONE = frozenset(("result", "evidence", "context"))
"""Parts that one's own next act tells nothing of."""


_NO_PEOPLE = frozenset(("result", "evidence", "how", "why", "context"))
"""Parts that who it was tells nothing of."""


def tells_only_who(reading: Reading) -> bool:
    """Return whether no more is told than who it was: “a resident”."""
    return reading.kind == "evidence" and reading.parts == {"who"} and not reading.act


_CAME_OF_IT = frozenset(("result", "others_result", "still", "lasting", "number"))


def tells_result(reading: Reading) -> bool:
    """Return whether a clause plainly tells what came of something."""
    return any(
        "result" in e.parts and e.fit[:1] and e.fit[0] in _CAME_OF_IT for e in reading.clauses
    )


def tells_what_was_asked(reading: Reading, part: str) -> bool:
    """Return whether an answer to a question for a part tells it, whatever its words look like."""
    if reading.kind != "evidence" or not part:
        return False
    if part in ("result", "evidence") and "context" in reading.parts - {"result"}:
        return part in reading.parts
    if part in ACTS and "role" in reading.parts and not reading.act:
        return False  # “cook, day centre” is nothing that was done
    if tells_only_who(reading) and part in _NO_PEOPLE | ACTS:
        return False  # “just me” is who, whatever was asked
    is_own = all(each.act and each.whose in ("own", "we") for each in reading.clauses)
    return not (is_own and part in _DONE)


def parts_in(turn: TurnContext, message: Message, reading: Reading) -> AbstractSet[str]:
    """Return the parts that a message tells, what it was asked for among them. Before anybody has
    done a thing, what came of something is how it was."""
    part, parts = part_answered(turn, message), reading.parts
    if tells_what_was_asked(reading, part):
        return parts | {part}
    if "own_act" not in parts and _sets_scene(turn, message, reading):
        return (parts - {"other_act", "result"}) | {"context"}
    is_before = not (_is_plainly_so(reading) or parts & ACTS or told(turn) & ACTS)
    return parts - {"result"} if is_before else parts


def _is_plainly_so(reading: Reading) -> bool:
    """Return whether words say plainly what came of something: “she sleeps now”."""
    return "context" not in reading.parts and any(
        each.fit[:1] in (("result",), ("others_result",), ("still",)) for each in reading.clauses
    )


def _sets_scene(turn: TurnContext, message: Message, reading: Reading) -> bool:
    """Return whether all that is done is done by somebody who is looked after, before anybody has
    told of an act: “one wee boy bit people every day” is how it was."""
    step = turn.dialogue.by_id.get(message.step)
    acts = [each for each in reading.clauses if each.act]
    if not (isinstance(step, WordsStep) and step.criterion is None and acts):
        return False
    theirs = all(is_by_looked_after(message.text[each.start : each.end]) for each in acts)
    return theirs and not told(turn) & ACTS


def told(turn: TurnContext, at: str = "") -> set[str]:
    """Return the parts that are told in any answer or beside it, or ``at`` one step."""

    def read(message: Message) -> Iterable[str]:
        return read_text(turn, message.shown).parts

    beside = () if at else turn.attempt.told_beside
    return {*beside, *turn.conversation.messages.told(turn.attempt.number, at, read)}


def told_before(turn: TurnContext) -> tuple[str, str]:
    """Return their clause that this message says they told, and the step that it stands at: "" for
    one that is not fit to be quoted, and both where none fits. What has most of the words that name
    it comes first, then what stands where they say that it does, then what tells the part that is
    spoken of, or was asked for here."""
    text, answers = turn.event.text, answers_of(turn)
    found = points_back(text, turn.dialogue.called)
    words = found.words if found else names_in(text)
    if quoted := _spoken_of(turn, words):
        return quoted
    if place := _place_named(turn, found):
        return weightiest(turn, place), place
    here = f"{turn.attempt.step}:"
    asked = next((e for e in reversed(turn.attempt.parts_asked) if e.startswith(here)), "")
    part = part_named(text) or ("" if words else asked.partition(":")[2])
    if part:
        return _telling(turn, part) or ("", "")
    if words:
        return "", _place_of(turn, words)
    return (weightiest(turn, answers[0].step), answers[0].step) if answers else ("", "")


def _place_named(turn: TurnContext, found: Pointed | None) -> str:
    """Return the step that is named, or the first one where that is spoken of; "" for none."""
    if found and found.step and turn.answer(found.step):
        return found.step
    if not says_first(turn.event.text):
        return ""
    return min(answers_of(turn), key=lambda each: each.number).step if turn.kept_words() else ""


def _telling(turn: TurnContext, part: str) -> tuple[str, str] | None:
    """Return their clause that tells a part, and its step, None for none."""
    for message in answers_of(turn):
        if part not in (message.parts or ()) or harm_in(turn, message.text):
            continue
        for each in read_text(turn, message.shown).clauses:
            if part in each.parts and each.fit_to_quote:
                return quote_of(message.shown, each), message.step
    return None


def _place_of(turn: TurnContext, words: Sequence[str]) -> str:
    """Return the step whose answer has one of some words, "" for none."""
    return next((each.step for each in answers_of(turn) if known_in(words, each.shown)), "")


def answers_of(turn: TurnContext) -> list[Message]:
    """Return the messages of all answers of the attempt: the open answer first, the newest of each
    before the others."""
    here = turn.attempt.step
    mine = [
        each
        for each in reversed(turn.conversation.messages)
        if each.attempt == turn.attempt.number and each.step and not each.aside and each.text
    ]
    return sorted(mine, key=lambda each: each.step != here)


def _spoken_of(turn: TurnContext, words: Sequence[str]) -> tuple[str, str] | None:
    """Return the clause of theirs that has most of some words, and its step; None for none."""
    best, most = None, 0
    for message in answers_of(turn) if words else ():
        if harm_in(turn, message.text) or len(known_in(words, message.shown)) <= most:
            continue
        for each in read_text(turn, message.shown).clauses:
            quote = quote_of(message.shown, each)
            count = len(known_in(words, quote)) if each.fit_to_quote else 0
            if count > most:
                best, most = (quote, message.step), count
    return best


def called_after(turn: TurnContext, practice: str) -> str:
    """Return the clause of the open answer that was called after a practice, "" for none: it is one
    that was said back."""
    for message in reversed(turn.answer(turn.attempt.step)):
        for each in read_text(turn, message.shown).clauses:
            quote = quote_of(message.shown, each)
            if any(e.id == practice for e in each.practices) and (
                mark_of(quote) in turn.conversation.quoted
            ):
                return quote
    return ""


def weightiest(turn: TurnContext, step_id: str = "", *, acts: bool = False) -> str:
    """Return the clause that carries most of an answer's newest words, "" for none: one that was
    not said back yet, where there is one. It is the open answer unless another is named; ``acts``:
    somebody acts in it. Nothing that may be of harm is said back."""
    for message in reversed(turn.answer(step_id or turn.step_for_words or turn.attempt.step)):
        if harm_in(turn, message.text):
            continue
        text = message.shown
        clauses = [each for each in read_text(turn, text).clauses if each.act or not acts]
        fresh = [
            each
            for each in clauses
            if mark_of(quote_of(text, each)) not in turn.conversation.quoted
        ]
        for some in (fresh, clauses):
            if found := policy.clause_to_say(some, (), {}, None):
                turn.conversation.quoted.append(mark_of(quote_of(text, found[0])))
                return quote_of(text, found[0])
    return ""
