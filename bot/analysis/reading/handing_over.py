"""Words that hand an answer to the coach: “Good. Then put that | I told the manager …”.

They are no part of the answer, and of no quote. They stand at its very beginning, and somebody who
acts or is acted on follows: in “put the list on the wall” nothing is handed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.words import words_of

LOOKED_AT = 16
"""Words of a text that are looked at."""

LEAST = 4
"""Words that must be left to be an answer."""

_BEFORE = (
    r"(?:(?:good|great|grand|ok|okay|right|rite|fine|well|aye|yes|yeah|no|naw|nah|then|so|and|but|"
    r"also|please(?: to)?|pls|just|jist|now|noo|maybe|mibbe|perhaps|instead|in that case|"
    r"very well|certainly|of course|as you wish|all right|alright|awright|sure|so be it|"
    r"(?:can|could|will|would|wid) (?:you|ye|u|we)|(?:you|ye|u) (?:can|could|may|should)|"
    r"(?:i|ah) (?:want|would like|wid like) (?:you|ye) (?:to|tae)|i'd like you to|kindly|"
    r"let me|let us|let's|lets) )*"
)
_WHO = r"(?:i|ah|we|my|ma|our|oor|he|she|they|there|everyone|everybody|nobody|naebody|no one)\b"
_HANDS_OVER = lazy(
    rf"{_BEFORE}(?:"
    r"(?:put|pit|write|rite|say|add|note|type|stick|record|include|state|mention|enter)"
    r"(?: it| this)?(?: down| doon| in| there| as| here)* (?:that|how|about how) "
    rf"(?={_WHO}|(?<=add that )(?:the|it|a)\b|(?<=say that )(?:the|it|a)\b|(?<=write that )the\b)"
    r"|(?:put|pit|write|rite|add|(?<=\w )say)"
    r"(?: down| doon| in| there)? (?=(?:i|ah|we)\b)"
    r")",
    spared=False,
)


def words_handing_over(words: Sequence[str]) -> int:
    """Return how many of some words in small letters hand over what follows, 0 for none."""
    said = " ".join(words[:LOOKED_AT])
    found = _HANDS_OVER.match(said)
    count = found[0].count(" ") if found else 0
    return count if len(words) - count >= LEAST else 0


def hands_over(text: str) -> bool:
    """Return whether a text is no more than words that hand an answer over."""
    words = [each.plain for each in words_of(text)]
    return words_handing_over([*words, *_ANSWER]) == len(words) > 0


_ANSWER = ("i", "did", "it", "all")
"""What may stand behind them."""


def as_heard(text: str) -> str:
    """Return what is read for whom it is said to: in one voice, without words that hand it over."""
    heard = in_one_voice(text)
    words = words_of(heard)
    size = words_handing_over([each.plain for each in words])
    return heard[words[size].start :] if size else heard
