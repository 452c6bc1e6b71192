"""How many words a learner wrote.

The rule: split on Unicode white space (non-breaking spaces too); a token counts when it holds a
letter or a digit; a list marker at the start of a line does not. A hyphenated word is one. What
stands for something that must not be kept, such as [phone number], counts nothing.
"""

from __future__ import annotations

import re

# A marker is followed by a space or ends the line: "2" and "3.5" are words, "2." is not.
# Three digits at most: "2019. We moved" begins with a year.
# Word writes a lone "o" for a bullet, with a wide space after it; "o the bairns" is Scots.
_BULLET = r"[•‣◦▪*\-–—\uf0b7\uf0a7§]|o(?=\t|\xa0|[^\S\n]{2,})|\d{1,3}[.)]"

_MARKER = re.compile(rf"^[^\S\n]*(?:{_BULLET})(?=\s|$)", re.MULTILINE)

_STANDS_FOR = re.compile(r"\[[A-Za-z][A-Za-z -]{1,22}\]")


def count_words(text: str) -> int:
    """Return the number of words in a text. Emoji, bullets and lone marks are none."""
    tokens = _STANDS_FOR.sub(" ", _MARKER.sub(" ", text)).split()
    return sum(1 for token in tokens if token.isalnum() or any(map(str.isalnum, token)))
