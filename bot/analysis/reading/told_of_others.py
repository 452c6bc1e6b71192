"""Whether words of a life in danger are of somebody else: “lads on the phone, he has a blade”."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.people import tells_of_other_people
from bot.analysis.reading.words import heard_text

_OTHER = lazy(r"\b(?:he|she|they|him|her|his|them|their)\b")
_TO_ME = lazy(
    r"\b(?:told|tells|texts?|texted|says? to|said to|phoned|rang|calls?|called|messaged|off|to|"
    r"with) "
    r"me\b|\b(?:one of|some of|of) (?:my|mine|our)\b|\bmy (?:\w+ )?(?:tenants?|residents?|clients?|"
    r"lads?|lady|ladies|gents?|regulars?|young \w+|patients?|pupils?|colleagues?|manager|boss)\b"
)
"""How the writer is named who only heard of it."""

_ME = lazy(r"\b(?:i|me|my|myself|mine)\b")


def is_told_of_others(text: str) -> bool:
    """Return whether others are spoken of, and the writer only as who heard it."""
    heard = _TO_ME.sub(" ", heard_text(text))
    is_other = _OTHER.search(heard) is not None or tells_of_other_people(text)
    return is_other and _ME.search(heard) is None
