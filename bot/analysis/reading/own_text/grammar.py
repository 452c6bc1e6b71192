"""How it is said what shall become of some words: one sentence in one voice, and what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.forms import Act, forms
from bot.analysis.reading.own_text.vocabulary import AROUND


def _numbered(form: str) -> str:
    """Return a form whose groups have names of their own."""
    count = iter(range(9))
    return re.sub(r"\?P<x>", lambda _: f"?P<x{next(count)}>", form)


_EACH = [(act, lazy(_numbered(form))) for act, form in forms()]
_ANY = lazy("|".join(re.sub(r"\?P<(?:[xy]|to)>", "?:", form) for _, form in forms()))

LONGEST_AFTER = 4
"""Words behind an order that may stand around it."""


class Said(NamedTuple):
    """What a sentence orders, what it names, and whether it only tells that it was not done."""

    act: Act
    named: tuple[str, ...]
    before: tuple[str, ...]
    complains: bool = False
    remarks: bool = False
    verb: str = ""
    to: str = ""


def said_in(words: list[str]) -> Iterator[Said]:
    """Yield each way in which words in one voice may be an order, the likeliest first."""
    before = AROUND | {"that", "this"}  # “THAT. delete it”
    leading = next((at for at, each in enumerate(words) if each not in before), len(words) - 1)
    for start in range(leading, -1, -1):
        for end in range(len(words), max(len(words) - LONGEST_AFTER, start), -1):
            if end < len(words) and words[end] not in AROUND:
                break
            said = " ".join(words[start:end])
            if _ANY.fullmatch(said):
                yield from _ways(said, tuple(words[:start]))


def _ways(said: str, before: tuple[str, ...]) -> Iterator[Said]:
    for act, form in _EACH:
        if found := form.fullmatch(said):
            told = {name: text.strip() for name, text in found.groupdict().items() if text}
            to = told.pop("to", "")
            groups = [*told.values()]
            named = tuple(each for each in groups if not _NOTHING.issuperset(each.split()))
            verb = said.split(" ", 1)[0]
            meant: Act = "out" if act in ("still", "remark") else act  # type: ignore[assignment]
            is_remark = act == "remark" or said.startswith("what about")
            yield Said(meant, named, before, act == "still", is_remark, verb, to)


_NOTHING = AROUND - {
    "it",
    "is",
    "both",
    "only",
    "first",
    "two",
    "three",
    "i",
    "said",
    "told",
    "all",
    "of",
}
"""Words that name nothing, alone or together."""
