"""Where an answer begins behind “right am back.”: who is back says so before they tell on."""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import words_of

LOOKED_AT = 16
"""Words of a text that are looked at."""

LEAST = 3
"""Words that must be left to be an answer."""

_BEFORE = (
    r"(?:(?:right|rite|och|oh|ok|okay|k|hi|hiya|hello|helo|hey|sorry|so|well|aye|yes|yeah|and|now|noo|"
    r"again|there|hen|pal|coach|all ?right|good (?:morning|evening|afternoon)|x+) )*"
)
_WHO = r"(?:i'?m|i am|i'?ve|i have|am|a'?m|ah'?m|ah am|ma?e|thats? me|that'?s me|it'?s me)"
_AFTER = (
    r"(?: (?:now|noo|again|then|hen|pal|coach|sorry|x+|lol|finally|at last|at it|here|home|hame))*"
    r"(?: (?:so|and|n|an|but)(?= (?:i|ah|we|my|he|she|they|the)\b))?"
)
_IS_BACK = lazy(
    rf"{_BEFORE}(?:{_WHO} (?:(?:just|now|noo|finally) )?(?:back|bak|bk|bck|returned|here again)"
    rf"|(?:back|bak|bk) (?:again|now|noo|here|at it)|(?:back|bak|bk)(?= (?:i|ah|we|she|he|they)\b)"
    r"|(?:back|bak|bk)(?= \d+ (?!back\b|work\b|mins?\b|minutes\b|later\b|times\b)\w+ )"
    r"|(?:back|bak|bk)(?= (?:no|nae|nane|none|nobody|naebody) (?!bother|problem|worr|need)\w+ ))"
    rf"{_AFTER}\b(?! (?:on|oan|at|in|to|tae|from|fae|with|wi|up|down|doon|for|tomorrow|later|soon|"
    r"when|after|and|an|n|pain|shift|work)\b)",
    spared=False,
)


_BACK_APART = lazy(
    rf"\W*{_BEFORE}(?:(?:{_WHO} )?(?:back|bak|bk|bck)(?: (?:from|fae|frae|aff|after|efter) (?:my |"
    rf"ma |the )?(?:break|brek|piece|tea|lunch|dinner|smoke|fag|nap|bus|shower))?|"
    rf"(?:{_WHO} )?(?:home|hame|in|here) (?:now|noo|again)|(?:{_WHO} )?here)"
    r"\s*(?:[,.!;:–—]|\s-\s)+\s*(?:(?:so|and|n|but) )?(?=\w)",
    re.IGNORECASE,
)
"""“Back, 31 checked 19 wrong”: a sign parts it from what is told."""


def begins_behind_being_back(text: str) -> int:
    """Return where what is told begins behind words that somebody is back, 0 where they do not say
    so at the beginning, or no more."""
    words = words_of(text)
    found = _IS_BACK.match(" ".join([each.plain for each in words[:LOOKED_AT]]))
    size = found[0].count(" ") + 1 if found else 0
    begin = words[size].start if size and len(words) - size >= LEAST else 0
    apart = _BACK_APART.match(text)
    is_told = apart is not None and len(words_of(text[apart.end() :])) >= LEAST
    return max(begin, apart.end()) if apart and is_told else begin
