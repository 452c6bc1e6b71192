"""How it is said what shall become of some words: one sentence in one voice, and what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.analysis.patterns import Several, lazy
from bot.analysis.reading.own_text.forms import Act, Form, forms
from bot.analysis.reading.own_text.vocabulary import AROUND


def _numbered(form: str) -> str:
    """Return a form whose groups have names of their own."""
    count = iter(range(9))
    return re.sub(r"\?P<x>", lambda _: f"?P<x{next(count)}>", form)


_EACH = Several((lazy(_numbered(form)), act) for act, form in forms())

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
    tried = _EACH.worth_trying(" ".join(words))
    if not tried:
        return
    before = AROUND | {"that", "this"}  # “THAT. delete it”
    leading = 0
    while leading < len(words) - 1 and words[leading] in before:
        leading += 1
    for start in range(leading, -1, -1):
        for end in range(len(words), max(len(words) - LONGEST_AFTER, start), -1):
            if end < len(words) and words[end] not in AROUND:
                break
            said = " ".join(words[start:end])
            for form, act in tried:
                if found := form.fullmatch(said):
                    yield _said(found, act, tuple(words[:start]))


def _said(found: re.Match[str], form: Form, before: tuple[str, ...]) -> Said:
    told = {name: text.strip() for name, text in found.groupdict().items() if text}
    to, said = told.pop("to", ""), found[0]
    named = tuple([each for each in told.values() if not _NOTHING.issuperset(each.split())])
    act: Act = "out" if form in ("still", "remark") else form  # type: ignore[assignment]
    is_remark = form == "remark" or said.startswith("what about")
    return Said(act, named, before, form == "still", is_remark, said.split(" ", 1)[0], to)


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
