"""How many words a learner wrote.

The rule: split on Unicode white space (non-breaking spaces too); a token counts when it holds a
letter or a digit; a list marker at the start of a line does not. A hyphenated word is one. What
stands for something that must not be kept, such as [phone number], counts nothing, and neither does
what a form leaves to be filled in, such as [insert …]. The learner's own words in brackets count.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.content.models.markers import MARKERS

# A marker is followed by a space or ends the line: "2" and "3.5" are words, "2." is not.
# Three digits at most: "2019. We moved" begins with a year.
# Word writes a lone "o" for a bullet, with a wide space after it; "o the bairns" is Scots.
_BULLET = r"[•‣◦▪*\-–—\uf0b7\uf0a7§]|o(?=\t|\xa0|[^\S\n]{2,})|\d{1,3}[.)]"

_MARKER = re.compile(rf"^[^\S\n]*(?:{_BULLET})(?=\s|$)", re.MULTILINE)

_TO_FILL_IN = (
    r"(?:text|answers?|examples?|details?|date|names?|role|job|workplace|situation|reflection|"
    r"statement|evidence|response|words?|title|number)"
)

PLACEHOLDER = (
    r"[\[<{](?:(?:please |to )?insert\b|"
    # “[type 2 diabetes]” and “[give her time, I thought]” are the learner's own.
    r"(?![^\[\]<>{}\n]{0,120}\b(?:i|me|my|we|us|our|he|him|she|her)\b)(?:"
    r"(?:please |to )?(?:enter|type|write|add|describe|explain|delete|give|include|state|click|tap|"
    r"choose|select|complete|put|your)\b"
    rf"(?=[^\[\]<>{{}}\n]{{0,120}}\b(?:{_TO_FILL_IN}|here|how|what|why|where|when|which|who|your?|"
    rf"appropriate)\b)|{_TO_FILL_IN} (?:goes )?here\b))[^\[\]<>{{}}\n]{{0,120}}[\]>}}]"
)
"""A pattern of what a form leaves to be filled in, whatever its case: seen, and counted nowhere."""

_STANDS_FOR = re.compile("|".join([*map(re.escape, MARKERS), f"(?i:{PLACEHOLDER})"]))

_PLACEHOLDER = re.compile(PLACEHOLDER, re.IGNORECASE)


def has_placeholder(text: str) -> bool:
    """Return whether a form has left something to be filled in."""
    return bool(_PLACEHOLDER.search(text))


@lru_cache(maxsize=64)  # a whole answer is asked for again and again within one turn
def count_words(text: str) -> int:
    """Return the number of words in a text. Emoji, bullets and lone marks are none."""
    text = _MARKER.sub(" ", text)
    if "[" in text or "<" in text or "{" in text:
        text = _STANDS_FOR.sub(" ", text)
    tokens = text.split()
    return sum([token.isalnum() or any(map(str.isalnum, token)) for token in tokens])
