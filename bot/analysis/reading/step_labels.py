"""Which steps stand in a text as labels: a message that has several tells several answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import (
    THING_2,
    Patterns,
    StepNames,
    ahead,
    in_small_letters,
    patterns_of,
    step_of,
)


def labels_in(text: str, names: StepNames = THING_2) -> set[str]:
    """Return the steps that stand in a text as labels: before a colon, or called a part."""
    if not names:
        return set()
    patterns, plain = patterns_of(names), in_small_letters(text)
    if not patterns.may_name(text):
        return set()
    return {*_labels(patterns, plain), *_in_capitals(patterns, plain, text)}


_AS_LABEL = lazy(
    r"\s*(?:[:=–-]|\.{2,}|…|(?:bit|part|pairt|side|wise|yin|one|is|was|wis|would be|wid be)\b)"
)

_BEFORE_LABEL = lazy(r"(?:^|[\n.,;!?]\s*|\b(?:for|fur|and|my|ma|the)\s+|i\s+)$")


def _labels(patterns: Patterns, plain: str) -> Iterator[str]:
    for each in patterns.mention.finditer(plain):
        if _AS_LABEL.match(plain[each.end() :]) or (
            _BEFORE_LABEL.search(ahead(plain, each))
            and re.match(r"\s+(?:i|ah|me)\b", plain[each.end() :])
        ):
            yield step_of(each, patterns.order)


def _in_capitals(patterns: Patterns, plain: str, text: str) -> Iterator[str]:
    """Yield the steps whose names alone are in capitals: “MANAGEMENT i wrote it up”."""
    if len(plain) != len(text) or text.isupper():
        return
    for each in patterns.mention.finditer(plain):
        if text[each.start() : each.end()].isupper():
            yield step_of(each, patterns.order)
