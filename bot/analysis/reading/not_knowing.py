"""Where “dunno” begins what is told all the same, or stands in it."""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy

_DUNNO = lazy(
    r"(?P<before>^|[,.!–—-] ?)(?:(?:eh|och|ach|oh|well|hmm+|um|er|honestly|naw|no|nah) ?[,.]? )*"
    r"(?:dunno|dunna|dinno|idk|(?:i |ah )?(?:dinnae|dinna|don'?t|do not|dinny) (?:ken|know)|"
    r"no idea|"
    r"nae idea|no clue|not sure|hard to say|cannae mind)(?: (?:really|tbh|hen|pal|mate|likes?|lol|"
    r"eh))*"
    r"(?: ?(?:[,.!–—-]|\.\.\.?)\s*| (?=(?:it|we|they|she|he|i|ah|just|jist|nobody|everybody)\b))"
    r"(?!(?:what|whit|if|how|why|who|where|when|which)\b)",
    re.IGNORECASE,
)


def not_knowing(text: str) -> list[tuple[int, int]]:
    """Return where “dunno” begins what is told, or stands in it: “dunno, it just got done, nobody
    shouted”. It says nothing of what is told, and stays as it was written."""
    found = _DUNNO.search(text)
    return [(found.end("before"), found.end())] if found else []
