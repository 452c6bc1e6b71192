"""“Take out because the last one was left alone”: words as they stand there, without marks."""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.marks import Told
from bot.analysis.reading.own_text.ordered import Orders
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which

_OF_WORDS = lazy(
    r"\W*(?:(?:please|pls|plz|kindly|just|can|could|cd|cud|would|will|you|u|ye)\W+)*"
    r"(?:(?:take|tak|get|git|cut|leave|rub|score|strike|cross) (?:out|oot|off)"
    r"|(?:delete|del|remove|rmv|get rid of|drop|lose|bin|scrap|strike|cut|erase|omit|undo))"
    r" (?:that )?(?P<words>[^\n]{9,})"
)
_ONE = frozenset(("the", "my", "a", "an", "that", "this", "his", "her", "their", "our", "your"))
"""What words may begin with that but name a thing: “the night nurse”."""

LEAST = 3
"""Words of the shortest; of those that begin as a name does there must be more."""


def said_as_written(text: str, lines: Told) -> Orders | None:
    """Return an order about words as they stand in some lines, None where it is another."""
    small = text.casefold().replace("’", "'")
    found = _OF_WORDS.fullmatch(small) if len(small) == len(text) else None
    words = found["words"].strip(" .!?") if found else ""
    said = words.split()
    if len(said) < LEAST + (said[:1] != [] and said[0] in _ONE):
        return None
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    if not any(whole.search(each.casefold().replace("’", "'")) for each in lines()):
        return None
    span = (0, len(text))
    return Orders((Request("out", (Which(quote=words),), (span,)),), (span,))
