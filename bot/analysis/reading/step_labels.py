"""Which steps stand in a text as labels: a message that has several tells several answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import (
    THING_2,
    Announced,
    Patterns,
    in_small_letters,
    patterns_of,
)
from bot.analysis.reading.places import StepNames, before


def labels_in(text: str, names: StepNames = THING_2) -> set[str]:
    """Return the steps that stand in a text as labels: before a colon, or called a part."""
    if not names:
        return set()
    patterns, plain = patterns_of(names), in_small_letters(text)
    if not patterns.pointers.may_name(text):
        return set()
    return {*_labels(patterns, plain), *_in_capitals(patterns, plain, text)}


_AS_LABEL = lazy(
    r"\s*(?:[:=–-]|\.{2,}|…|(?:bit|part|pairt|side|wise|yin|one|is|was|wis|would be|wid be)\b)"
)

_BEFORE_LABEL = lazy(r"(?:^|[\n.,;!?]\s*|\b(?:for|fur|and|my|ma|the)\s+|i\s+)$")


def _labels(patterns: Patterns, plain: str) -> Iterator[str]:
    for each in patterns.mention.finditer(plain):
        if _AS_LABEL.match(plain[each.end() :]) or (
            _BEFORE_LABEL.search(before(plain, each))
            and re.match(r"\s+(?:i|ah|me)\b", plain[each.end() :])
        ):
            yield patterns.pointers.step_of(each)


def _in_capitals(patterns: Patterns, plain: str, text: str) -> Iterator[str]:
    """Yield the steps whose names alone are in capitals: “MANAGEMENT i wrote it up”."""
    if len(plain) != len(text) or text.isupper():
        return
    for each in patterns.mention.finditer(plain):
        if text[each.start() : each.end()].isupper():
            yield patterns.pointers.step_of(each)


def is_whole_without(text: str, found: Announced) -> bool:
    """Return whether what follows a label is a whole thought without it: a stop stands between, or
    the label says where the words go. In “the leadership bit I find harder” it is what is told of.
    """
    label, rest = in_small_letters(text[: found.span.end]), text[found.span.end :]
    if _STOP.search(label) or _STOP.match(rest):
        return True
    return bool(_SAYS_WHERE_TO.search(label)) and not _OF_THE_LABEL.match(rest.casefold())


_STOP = lazy(r"\s*(?:[:=.,;!?\n–—➡👉👇-]\ufe0f?\s*$|[:=.,;!?\n–—➡👉👇-])")
_SAYS_WHERE_TO = lazy(r"\b(?:for|fur|fer|under|in|to|tae|here'?s|this is|add)\b")
_OF_THE_LABEL = lazy(r"\s*(?:is|was|wis|were|would|wid|has|had|and|or|of|that|which|does|did)\b")
