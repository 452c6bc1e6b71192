"""Where the second of two stories begins in a message that tells both and asks which it shall be.

“The den week … and theres the boy at the gate … dunno which one you want”: who asks so has not
chosen yet. Without such a question two stories are one account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.by_words import HALF, about_of, likeliest
from bot.analysis.reading.words import words_of

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
    r"|\b(?:and|or) another (?:time|day|one|thing)\b|\bthen there'?s\b|\bsecond(?:ly)?[,:] "
    r"|(?<=[.!?,;] )second (?:one |thing |story )?(?:is|was|wis)\b",
    re.IGNORECASE,
)
_THERE = lazy(r"\b(?:and )?there(?:'?s| is| was) (?:the|a|when|also)\b", re.IGNORECASE)

_MAY_I = r"\b(?:can|could|cud|may|should|shall|shud|might|wid|would) (?:i|ah|a|we) (?:\w+ )?"
_TELL = (
    r"(?:do|did|dae|use|used|tell|told|telt|write|wrote|take|took|pick|go|went|change|swap|talk|"
    r"have)"
)
_OR = r"\b[^.?!\n]{0,60}\bor\b[^.?!\n]{1,40}\?*\W*$"
_ONE = r"(?:one|wan|yin|ane|story|time|situation|day)"
_ASKS_WHICH = lazy(
    r"\b(?:which|whit yin|whit wan|what one|wich)\b[^.?!]{0,40}\b(?:better|best|easier|stronger)\b"
    r"[^.?!\n]{0,20}\?*\W*$"
    r"|\bor\b[^.?!\n]{1,80}[,.;–-] ?(?:which|whit yin|whit wan|what one|wich)\b[^.?!]{0,40}\?*\W*$"
    rf"|\bwhat (?:do|would|wid) (?:you|ye|u) (?:think|say|reckon),? (?:the|my|ma) \w+{_OR}"
    rf"|{_MAY_I}(?:do|dae|use|tell|pick|take) (?:the|my|ma|that) (?:[\w']+ ){{1,3}}{_ONE}{_OR}",
    re.IGNORECASE,
)
_DROPS = rf"(?:scrap|forget|bin|drop|never mind) (?:the |that |ma |my )?(?:\w+ )??{_ONE}?"
_ANOTHER = lazy(
    r"^\W*(?:(?:actually|no|naw|nah|och|oh|wait|hang on|sorry|right|well|hm+|or|so|and|but|"
    rf"{_DROPS})\W+)*?{_MAY_I}{_TELL}\b"
    r"(?: (?:you|ye|u|about|aboot|of|on|with|wi|to|tae|for|instead))* "
    rf"(?:the|a|an|ma|my|another|that) (?:[\w']+ ){{0,3}}?{_ONE}\b",
    re.IGNORECASE,
)
_FINE = (
    r"(?: (?:do|dae|fine|better|best|then|please|it is|instead|ok|okay|for me|one|yin|wan|story))"
)
_WELL = r"(?:na|naw|no|nah|nae|aye|yes|ok|okay|right|well|just|then|actually|fine|hm+|och|oh)"
_GO_WITH = r"(?:i'?ll|ah'?ll|i will|i think|let's|lets|go|go with|go wi|take|do|use|keep|stick wi)"
_CHOOSES = lazy(
    rf"(?:{_WELL} )*(?:{_GO_WITH} )*(?:the|that|this|ma|my|thon|yon) (?:[\w']+ ){{0,2}}?"
    rf"\w+?(?:'?ll|'?s| will| wull| wid| would| is)?{_FINE}+$"
    rf"|(?:{_WELL} |{_GO_WITH} |the )*(?:first|second|other|new|former|latter){_FINE}*$"
)

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


def asks_which(text: str) -> bool:
    """Return whether a text ends by asking which of two it shall be."""
    text = text.replace("’", "'")
    found = _ASKS_WHICH.search(text)
    return found is not None and _REPORTED.search(text[: found.start()]) is None


_REPORTED = lazy(
    r"\b(?:ask\w*|tell|told|telt|said|saw|see|knew|know\w*|show\w*|chose|choose|decid\w*|pick\w*|"
    r"find|found|work\w* out)\b[^,;.?!]{0,30}$",
    re.IGNORECASE,
)
"""“I asked the girls which was better for them.” It was asked of others."""


def asks_for_another(text: str) -> bool:
    """Return whether a text asks to tell another story: “could I do the summer one where …”."""
    return _ANOTHER.match(text.replace("’", "'")) is not None


def tells_another(text: str) -> bool:
    """Return whether a text begins by saying that it tells another story: “scrap that one”."""
    return asks_for_another(text) or _IN_ITS_PLACE.search(text[:BEGINS]) is not None


_IN_ITS_PLACE = lazy(
    rf"\b{_DROPS}\b|\b(?:better|another|anither|other|ither|different|new) "
    r"(?:one|wan|yin|story|situation|example|time)\b|\binst(?:ead|id|eid)\b",
    re.IGNORECASE,
)
BEGINS = 100
"""Characters in which that is said."""


def chooses(text: str) -> bool:
    """Return whether a few words choose one: “na the milk'll dae”, “the second one then”."""
    return _CHOOSES.match(" ".join(each.plain for each in words_of(text))) is not None


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
