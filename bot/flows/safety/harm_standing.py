"""Words of harm that stand in an answer: they are asked about once, before they are in a statement.

Whoever kept them, or said that they are no harm, has decided already.
"""

from __future__ import annotations

import re

from bot.analysis.shows_who import CONFIDED, Shown
from bot.domain.fingerprints import of_name
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext

BESIDE = 6
"""Words of the longest sentence behind them that is taken for the rest of it: “He had a mark.”"""

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def standing_in(turn: TurnContext, message: Message) -> Shown | None:
    """Return the sentences of a message that tell of harm, None where it likely tells of none."""
    harm = turn.knowledge.harm_in(message.text)
    if harm.level == "none" or (harm.doubtful and not harm.signed):
        return None
    spans = [each.span() for each in _SENTENCE.finditer(message.text)]
    first = max((n for n, (start, _) in enumerate(spans) if start <= harm.start), default=0)
    last = max((n for n, (start, _) in enumerate(spans) if start < harm.end), default=first)
    while last + 1 < len(spans) and count_words(message.text[slice(*spans[last + 1])]) <= BESIDE:
        last += 1
    start, end = spans[first][0], spans[last][1]
    start += len(message.text[start:end]) - len(message.text[start:end].lstrip())
    return Shown(start, end, CONFIDED + 1, harm=True)


def mark_of(turn: TurnContext, message: Message, shown: Shown) -> str:
    """Return what a phrase is known by, once it is decided."""
    phrase = message.text[shown.start : shown.end].casefold()
    return of_name(phrase, turn.conversation.id)


def settle(turn: TurnContext, message: Message) -> None:
    """Note that the words of harm in a message stay: they are asked about no more."""
    if shown := standing_in(turn, message):
        attempt = turn.conversation.attempts[message.attempt - 1]
        attempt.kept_phrases.append(mark_of(turn, message, shown))
