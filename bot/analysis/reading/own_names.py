"""“That's not it, it was planning”: the name that somebody gives to their own act."""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import plain_text, words_of

LONGEST = 12
"""Words of the longest such remark."""

STEM = 4
"""Letters that a name and what was said must share: *planning* and *plannin*."""

_NAMES = lazy(
    r"\b(?:it|that|this)(?:'s|s)? ?(?:was|wis|is)? ?(?:more|mair|just|jist|really)?"
    r"(?: like| o'?(?= )| of)* ?\b(?P<a>\w{4,})"
    r"|\b(?:i|ah)(?:'d| would)? (?:just )?(?:call|cry) (?:it|that) (?P<b>\w{4,})"
    r"|\b(?:i|ah) (?:was|wis) (?P<c>\w{4,}in[g]?)\b|\bmore (?:like|of) (?P<d>\w{4,})"
)
_DENIES = lazy(
    r"\b(?:no|naw|nah|not|isn'?t|wasn'?t|wasnae|isnae|wrong|call|cry|rather|instead|more|mair)\b"
)


def own_name(text: str, names: Mapping[str, str]) -> str:
    """Return the id of the practice that an act is called, "" for none.

    ``names`` are the names of the practices by their ids; the first whose first word is said wins.
    """
    plain = plain_text(text)
    if len(plain.split()) > LONGEST or not _DENIES.search(plain):
        return ""
    said = {
        word[:STEM]
        for found in _NAMES.finditer(plain)
        for word in found.groupdict().values()
        if word
    }
    return next((id_ for id_, name in names.items() if words_of(name)[0].plain[:STEM] in said), "")
