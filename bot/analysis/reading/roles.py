"""Who it is about, where somebody works, as what and since when, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.patterns import bits_of, lazy
from bot.analysis.reading.verbs import is_verb

BRIEF, MOST = 9, 16
"""Words up to which a clause is no more, whatever its verb; and at most, where it has none."""

_PLACE = lazy(
    r"\b(?:care home|nursing home|supported living|nursery|day cent(?:re|er)|hospital|hostel|"
    r"school|home help|home care|housing|children'?s (?:house|home|unit)|sheltered|respite|"
    r"out of school|community|prison|foster|(?:criminal|youth) justice|unpaid work|bail|probation|"
    r"throughcare|aftercare|dementia unit|hospice|reablement|(?:support|day) service)\b"
    r"|^(?:mrs?|ms|miss|dr)\.? \w+$"
)


def names_place(plain: str) -> bool:
    """Return whether a text, in small letters, names a kind of place that somebody works at."""
    return _PLACE.search(plain) is not None


def is_role(plain: str, words: Sequence[str]) -> bool:
    """Return whether a few words, in small letters, only say who it is about, where somebody works,
    as what or since when."""
    is_short = len(words) < BRIEF or (len(words) <= MOST and not any(map(is_verb, words)))
    return _YEARS.match(plain) is not None or (is_short and _PLACE.search(plain) is not None)


_YEARS = lazy(
    r"^(?:(?:i|ah|we|it|by|the|of|god|been|have|has|hae|had|done|doing|this|at|is|was|that|now|for|"
    r"just|nearly|about|over|it's|i've|ah've|so|and|well|here|in|grace) ){0,9}"
    r"(?:\d+|an?|two|twa|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty) ?"
    r"(?:years?|yrs?|yr|months?|mnths?)(?: (?:in|at|here|now|noo|the)\b.*)?$"
)
"""How long somebody has worked there: “by the grace of God it is four years now”."""


_HAS_NONE = lazy(
    r"^(?:i|ah|we)(?:'ve)? (?:have|hae|had)?(?:n'?t|nae| not| no)\b(?: got)?(?: an?| any)? \w+"
)


def has_none(plain: str) -> bool:
    """Return whether a clause, in small letters, says whom or what they have not: “I haven't got a
    coordinator” is nobody's role."""
    return _HAS_NONE.search(plain) is not None


ROLE = bits_of(_YEARS, _PLACE)
"""One of these is in what ``look`` returns of a clause for which the reader is worth asking."""
