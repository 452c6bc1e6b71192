"""What was told before: found in their words, for somebody who says so, or who makes it small."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s
from typing import TYPE_CHECKING

from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.engine.lines import quotable
from bot.flows.coaching import policy
from bot.flows.coaching.reading import read_text

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Clause


def keep_parts(turn: TurnContext, message: Message, parts: Iterable[str]) -> None:
    """Keep in mind that a message of any attempt tells these parts."""
    told_by = turn.conversation.attempts[message.attempt - 1].told
    told_by[str(message.number)] = tuple(sorted(parts))
    turn.conversation.messages.tells_anew(message)


def told(turn: TurnContext, at: str = "") -> set[str]:
    """Return the parts that are told in any answer, or ``at`` one step: pieces are read now."""
    messages, number = turn.conversation.messages, turn.attempt.number
    known, parts = turn.attempt.told, set[str]()

    def parts_of(message: Message) -> tuple[str, ...]:
        if str(message.number) not in known:
            known[str(message.number)] = tuple(sorted(read_text(turn, message.shown).parts))
        return known[str(message.number)]

    for step in [at] if at else filter(None, messages.steps(number)):
        parts |= messages.tell(number, step, parts_of)
    return parts


def told_before(turn: TurnContext) -> tuple[str, str]:
    """Return their clause that tells the part which was asked for last, and the step that it stands
    at; "" and "" where none does."""
    part = turn.attempt.parts_asked[-1].partition(":")[2] if turn.attempt.parts_asked else ""
    for message in reversed(turn.conversation.messages):
        mine = message.attempt == turn.attempt.number and message.step and not message.aside
        if not mine or part not in turn.attempt.told.get(str(message.number), ()):
            continue
        for each in read_text(turn, message.shown).clauses:
            if part in each.parts and each.fit_to_quote:
                return _quote(message.shown, each), message.step
    return "", ""


def called_after(turn: TurnContext, practice: str) -> str:
    """Return the clause of the open answer that was called after a practice, "" for none: it is one
    that was said back."""
    for message in reversed(turn.answer(turn.attempt.step)):
        for each in read_text(turn, message.shown).clauses:
            quote = _quote(message.shown, each)
            if any(e.id == practice for e in each.practices) and (
                mark_of(quote) in turn.conversation.quoted
            ):
                return quote
    return ""


def weightiest(turn: TurnContext, step_id: str = "") -> str:
    """Return the clause that carries most of an answer's newest words, "" for none: one that was
    not said back yet, where there is one. It is the open answer unless another is named."""
    for message in reversed(turn.answer(step_id or turn.step_for_words or turn.attempt.step)):
        clauses, text = read_text(turn, message.shown).clauses, message.shown
        fresh = [
            each for each in clauses if mark_of(_quote(text, each)) not in turn.conversation.quoted
        ]
        for some in (fresh, clauses):
            if found := policy.clause_to_say(some, (), {}, None):
                turn.conversation.quoted.append(mark_of(_quote(text, found[0])))
                return _quote(text, found[0])
    return ""


def _quote(text: str, clause: Clause) -> str:
    return quotable(text[clause.start : clause.end])


def mark_of(quote: str) -> str:
    """Return what a conversation remembers of a quote: that it was said back."""
    return blake2s(quote.casefold().encode(), digest_size=4).hexdigest()
