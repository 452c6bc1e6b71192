"""Which answer is named: “my leadership answer”, “the second box”."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.vocabulary import NTH, TEXT
from bot.analysis.reading.places import StepNames


def step_named(words: Sequence[str], names: StepNames) -> str:
    """Return the step that is named, "" for none."""
    if {"answer", "question", "box", "section"} & set(words):
        at = next((NTH[each] for each in words if each in NTH), None)
        if at is not None and at < len(names):
            return [*names][at]
    if not (TEXT | {"answer", "answers", "question", "in", "under", "one", "box"}) & set(words):
        return next((step for step in names if words[-1:] == [step] and len(words) <= 2), "")
    both = {"both", "baith"} if not _ONE_BOTH.search(" ".join(words)) else set[str]()
    said = set(words) - both
    return next(iter([step for step, called in names.items() if not said.isdisjoint(called)]), "")


_ONE_BOTH = lazy(r"\bboth (?:bit|part|answer|question|one|box|section)\b|\b(?:in|under) both\b")
"""What names the step “both”: “both bits” are two pieces."""


def is_answer(words: Sequence[str], names: StepNames, step: str) -> bool:
    """Whether a whole answer is named by its name: “my leadership answer”."""
    named = {*names[step], *NTH, "answer", "answers", "question", "box", "section", "my", "the"}
    said = {*named, "whole", "all", "of", "in", "under", "for", "that", "this", "text"}
    return said.issuperset(words) and not {"last", "end"} & set(words)
