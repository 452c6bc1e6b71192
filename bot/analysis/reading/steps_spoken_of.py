"""What is said of a step beside announcing it: that something stands there, or in another one."""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import (
    THING_2,
    Announced,
    in_small_letters,
    patterns_of,
)
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.label_words import BIT, LEAD
from bot.analysis.reading.places import StepNames


def tells_beside(text: str, found: Announced) -> bool:
    """Return whether a message that names a step tells something too: “the chair was both”."""
    plain = in_small_letters(text)
    rest = f"{plain[: found.span.start]} {plain[found.span.end :]}"
    told = [word for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", rest) if not _OF_LABEL.match(word)]
    return len(told) >= BESIDE


def tells_what_it_was(text: str, found: Announced) -> bool:
    """Return whether a message says of something done which step it was: “the list was management,
    I suppose”, “both is same thing, the board”. What was sent is no such thing: “the last bit was
    management”."""
    plain = in_small_letters(text)
    is_same = _IS_SAME.match(plain, found.span.end) is not None
    return is_same or _THING_WAS.search(plain[: found.span.start]) is not None


_IS_SAME = lazy(r"\W*(?:(?:is|was|wis)\s+)?(?:the\s+)?same\b")

_THING_WAS = lazy(
    r"^\W*(?:(?:well|so|and|but|then|i (?:think|suppose|guess)|maybe)\W+)*"
    r"(?:the|my|our|ma|oor|her|his)\s+(?!(?:last|first|next|other|same|rest|second|third)\b)"
    rf"(?:(?!(?:{BIT})\b)\w+\s+){{1,3}}(?:was|wis|is|were)\s+$"
)

BESIDE = 2
"""Words that say nothing about where an answer goes from which on something is told."""

_OF_LABEL = lazy(rf"(?:{LEAD}|{BIT}|no|not|yes|aye|please|pls|actually|think|want|would|you|me)$")


_SAYS_WHERE = lazy(
    r"^\W*(?:(?:but|no|yes|aye|sorry|and)\W+)*"
    r"(?:it|that|this|i (?:said|wrote|put|told you)(?: it| that)?)"
    r"(?:'s| is| stands| was| wis)?(?: \w+){0,2} (?:under|in|at|intae|into) (?:the )?\w+"
)

_PUT_RIGHT = lazy(r"\b(?:not|no)\b")


def says_where(text: str) -> bool:
    """Return whether it is said where something stands that was told: “it stands under …”."""
    return _SAYS_WHERE.match(in_small_letters(text)) is not None


def put_right(text: str, names: StepNames = THING_2) -> Announced | None:
    """Return the step that is meant instead of another: “no not management, the situation”."""
    patterns, plain = patterns_of(names), in_small_letters(text)
    if not (names and _PUT_RIGHT.search(plain)):
        return None
    steps = list(patterns.mention.finditer(plain))
    wrong = [each for each in steps if _NOT_THIS.search(plain[: each.start()])]
    right = [each for each in steps if each not in wrong]
    if len(wrong) != 1 or len(right) != 1 or not _AT_END.match(plain, right[0].end()):
        return None
    span = Span(right[0].start(), right[0].end())
    return Announced(patterns.pointers.step_of(right[0]), span, before=False)


_NOT_THIS = lazy(r"\b(?:not|no) (?:the |my |for |in |under )*$")
_AT_END = lazy(r"'?s?(?: (?:one|yin|bit|part|answer|question|please))*\W*$")


_I_GAVE = lazy(
    r"^\W*(?:(?:but|no|och|oh|well|sorry|aye|and|so|hi|hello)\W+)*"
    r"(?:(?:i|ah|a)(?:'?ve| ?v| have| hae)?|you(?:'?ve| have|) (?:got|had)) "
    r"(?:already |awready |just )?(?:gave|gied|given|gien|told|telt|wrote|written|said|put|sent|"
    r"did|done|answered|covered|got|had)(?: (?:you|ye|u))? (?:in |under )?(?:the |ma |my )?$"
)
_BEFORE_NOW = lazy(
    r"'?s?(?: \w+)?(?:$|\W*(?:already|awready|alredy|at the (?:very )?(?:beginning|start|top)|"
    r"before|earlier|above|first|in (?:my|ma|the) (?:first|last)|(?:please|pls) look|look|see|"
    r"scroll|it (?:was|wis)|that (?:was|wis)|yesterday|ages ago|the noo)\b)"
)
_TOLD_MOST = 14
"""Words of the longest message that only says that a part was told."""


def says_told(text: str, names: StepNames = THING_2) -> str:
    """Return the step that is said to have been told already, "" for none: “I gave the overlap at
    the beginning, please look”."""
    plain = in_small_letters(text)
    if not names or plain.count(" ") >= _TOLD_MOST:
        return ""
    patterns = patterns_of(names)
    for each in patterns.mention.finditer(plain):
        if _I_GAVE.search(plain[: each.start()]) and _BEFORE_NOW.match(plain, each.end()):
            return patterns.pointers.step_of(each)
    return ""
