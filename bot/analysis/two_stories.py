"""Where the second of two stories begins in a message that tells both and asks which it shall be.

“The den week … and theres the boy at the gate … dunno which one you want”: who asks so has not
chosen yet. Without such a question two stories are one account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.by_words import HALF, about_of, likeliest

_WHICH = lazy(
    r"\bwhich (?:one|wan|yin|of them|of the two|is|wid|would|should|shall|do|dae|will)\b"
    r"|\b(?:not sure|dunno|no sure|don'?t know|cannot decide|can'?t decide|cannae decide) which\b"
    r"|\b(?:cannot|can'?t|cannae|could not|couldn'?t) (?:decide|choose|pick)\b"
    r"|\b(?:go|do|use|write|write about) either\b|\beither (?:way|would do|will do|is fine)\b"
    r"|\b(?:two|twa|couple of|both) (?:things|stories|times|occasions|situations|examples)\b"
    r"|\b(?:one|a) or the other\b|\b(?:you |ye |u |just )?(?:pick|choose) (?:one|wan|yin|for me)\b"
    r"|\b(?:you|ye|u) (?:pick|choose|decide)\b",
    re.IGNORECASE,
)
_SECOND = lazy(
    r"\bthe other (?:one |thing |time |story )?(?:is|was|would|wis|happened)\b"
    r"|\bor (?:else|there'?s|it'?s|the time|the day|the one|when)\b"
    r"|\b(?:and|or) another (?:time|day|one|thing)\b|\bthen there'?s\b|\bsecond(?:ly)?[,:] ",
    re.IGNORECASE,
)
_THERE = lazy(r"\b(?:and )?there(?:'?s| is| was) (?:the|a|when|also)\b", re.IGNORECASE)

_NTH = (
    lazy(r"\b(?:1|1st|first|former)\b", re.IGNORECASE),
    lazy(r"\b(?:2|2nd|second|other|latter|last)\b", re.IGNORECASE),
)
_SENTENCE = lazy(r"[.!?]+(?=\s|$)")

MOST = 14
"""Words of the longest message that chooses one."""


def second_story(text: str) -> int:
    """Return where the second of two stories begins, 0 where it is not asked which it shall be."""
    text = text.replace("’", "'")
    if not _WHICH.search(text):
        return 0
    if found := _SECOND.search(text):
        return found.start()
    theirs = list(_THERE.finditer(text))
    return theirs[1].start() if len(theirs) > 1 else 0


def chosen_in(text: str, stories: Sequence[str]) -> int:
    """Return the number of the story that a few words choose, 0 for none: “the zips one”."""
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    if len(text.split()) > MOST:
        return 0
    share, places = likeliest(stories, about_of(first))
    if share >= HALF:
        return places[0] + 1 if len(places) == 1 else 0
    named = [number for number, sign in enumerate(_NTH, 1) if sign.search(first)]
    return named[0] if len(named) == 1 and named[0] <= len(stories) else 0
