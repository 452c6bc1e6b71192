"""“See the price ah tellt ye aboot, boss said aye”: what goes on about something that was told."""

from __future__ import annotations

from typing import NamedTuple

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import in_small_letters
from bot.analysis.reading.label_sentence import tells
from bot.analysis.reading.own_text.by_words import about_of

_BEGINS = r"(?:^|[.!?\n,;]\s*)(?:(?:oh|och|and|so|right|wait|sorry|well|aye|but|hi|hello) )*"
_SEE = r"(?:see|mind|remember|ken|about|aboot|as for|(?:you|ye) (?:know|ken|mind)|regarding|re) "
_YOU = r"(?: (?:to )?(?:you|ye|u|yous))"
_TOLD = (
    rf"(?:(?:have |ve |hae |just |already )*(?:told|telt|tellt|tell){_YOU}|mentioned{_YOU}?"
    rf"|(?:spoke|talked|was telling|wis tellin|was on|wis oan){_YOU}?(?= (?:about|aboot|of)\b)"
    r"|(?:wrote|said|put)(?= (?:about|aboot|before|earlier)\b))"
)
_WHAT_I_TOLD = lazy(
    rf"{_BEGINS}(?:{_SEE})?(?:the|that|thon|yon|thae|those|ma|my|our|oor) "
    rf"(?P<what>(?:[\w']+ ){{1,4}}?)(?:that |which )?(?:i|ah|a|we)(?:'ve)? {_TOLD}"
    r"(?: (?:about|aboot|of|before|earlier))?(?! (?:it|this|that|him|her|them)\b)"
)
_THE_BIT = lazy(
    rf"{_BEGINS}{_SEE}(?:the|that|my|ma) (?:bit|part|pairt|thing|story|line|piece) "
    r"(?:with|wi|about|aboot|where|on|oan) (?:the |ma |my |a )?(?P<what>[\w']+(?: [\w']+){0,2})"
)

_FROM_BEFORE = lazy(
    rf"{_BEGINS}{_SEE}(?:the|that|my|ma|our|oor) (?P<what>(?:[\w']+ ){{1,4}}?)"
    r"(?:from|fae|frae) (?:before|afore|earlier|above|the (?:start|beginning))\b"
)
_REMEMBER = lazy(
    rf"{_BEGINS}(?:remember|mind|(?:you|ye) (?:mind|know|ken)) (?:that |how )?(?:i|ah|a) "
    r"(?:told|telt|tellt|said|wrote)(?: (?:you|ye|u))?(?: (?:about|aboot|that|of))? "
    r"(?P<what>[^,.!?;\n]{5,80})[,.;]"
)
_ALL = (_WHAT_I_TOLD, _THE_BIT, _FROM_BEFORE, _REMEMBER)


class SpokenOf(NamedTuple):
    """The words for something that was told, which tell the answer that it goes on with, and where
    they end."""

    about: tuple[str, ...]
    end: int


LETTERS = 1_000
"""Letters at the beginning of a message that are looked through: it is said there."""


def spoken_of_before(text: str) -> SpokenOf | None:
    """Return what a message says was told before, None where it says so of nothing."""
    plain = in_small_letters(text)[:LETTERS]
    found = next(filter(None, (each.search(plain) for each in _ALL)), None)
    about = about_of(found["what"]) if found else ()
    return SpokenOf(about, found.end()) if found and about else None


def goes_on_with_it(text: str) -> bool:
    """Return whether more is told of something that was told before."""
    found = spoken_of_before(text)
    return found is not None and tells(text[found.end :])
