"""Which of those that were shown is meant: “just the first”, “whole thing”, “no the other bit”."""

from __future__ import annotations

from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.marks import voiced
from bot.analysis.reading.own_text.vocabulary import NTH

Choice = int | Literal["bit", "sentence", "last", "other", ""]

MOST = 9
"""Words of the longest message that only chooses."""

_AROUND = (
    r"(?:no|naw|na|nah|yes|aye|yeah|ok|okay|oh|och|eh|um|well|i|want|meant|mean|think|only|it's|its|"
    r"it|is|that's|just|take|out|the|a|get|rid|of|remove|delete|lose|cut|leave|go|for|with|then|"
    r"now|would|like|can|could|you|thank|thanks)"
)
_WHAT = (
    r"(?P<sentence>(?:whole|entire|full|all|hale|lot|everything|long|longer|bigger)"
    r"(?: (?:of|the|it|thing|sentence|line|lot|one|bit|message))*|sentence|line)"
    r"|(?P<bit>(?:(?:that|this|small|smaller|wee|short|shorter|little) )*(?:bit|part|clause|words?|"
    r"phrase)(?: (?:there|you (?:said|showed)))*|(?:that|this|small|smaller|short|shorter) one)"
    r"|(?:number |nr |no )?(?P<n>[1-9]|one|two|three|four|first|second|third|fourth)"
    r"(?: (?:one|bit|line|sentence))?"
    r"|(?P<last>last|bottom)(?: (?:one|bit|line|sentence))?"
    r"|(?P<other>(?:other|different|another)(?: (?:one|bit|part|line|sentence|half))?|neither|none|"
    r"(?:none|neither) of (?:them|these|those|it)|not (?:that|this|it|these)(?: (?:one|bit))?"
    r"(?: (?:the )?(?:other|another)(?: (?:one|bit))?)?|something else)"
)
_CHOICE = lazy(rf"(?:{_AROUND} )*?(?:{_WHAT})(?: {_AROUND})*")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, **{w: at + 1 for w, at in NTH.items()}}


def chosen_in(text: str) -> Choice:
    """Return what is chosen by no more than a few words, "" where they say more, or other words."""
    words = voiced(text)
    found = _CHOICE.fullmatch(" ".join(words)) if 0 < len(words) <= MOST else None
    if found is None:
        return ""
    if said := found["n"]:
        return _NUMBERS.get(said) or int(said)
    if found["other"]:
        return "other"
    return "last" if found["last"] else "sentence" if found["sentence"] else "bit"
