"""Tears of the writer's own, once and told alone: “I cried in the car park on Tuesday”.

“I cried when she walked” is joy at work. Who cries before every shift is worn to breaking, and is
no such thing.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.people import tells_of_other_people
from bot.analysis.reading.words import heard_text

MOST = 30
"""Words up to which nothing else is told."""

_CRIED = lazy(
    r"(?:^\W*|\b(?:i|and|an|n)(?:'m| am|'ve| have| had| was| just| sat| ended up|,)* |, )"
    r"(?:(?:just|sat|went|and|then) )*(?:cried|wept|grat|sobbed|bawled|broke down|had a (?:wee "
    r"|good )?"
    r"(?:cry|greet)|burst (?:into tears|out crying)|was in (?:floods of )?tears)\b"
)
_MORE = lazy(
    r"\b(?:every|each|always|all the time|constantly|before (?:work|my shift|shift)|can't|"
    r"cannot|cope|"
    r"coping|any ?more|alone|head|an hour|hours|for days|happ\w+|proud|joy|laugh\w*|relief|"
    r"good|nice|"
    r"thanks|leaving do|letter|read\w*|list|film|advert\w*|song|so i|then i|made me|because|when|"
    r"asked|told|resident\w*|tenant\w*|client\w*|onions?)\b"
)
"""What makes it joy, an act, or more than a bad day."""


def is_own_tears(text: str) -> bool:
    """Return whether a message tells that the writer cried, and of nobody else and no act."""
    heard = heard_text(text)
    if heard.count(" ") >= MOST or "?" in heard or tells_of_other_people(text):
        return False
    return _CRIED.search(heard) is not None and _MORE.search(heard) is None
