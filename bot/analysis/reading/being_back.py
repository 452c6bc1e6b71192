"""Who is back says so: where an answer begins behind “right am back.”, and whether no more is said
than that, with where they were and how it went: “im bk. shes doin ok. where was i”."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.analysis.patterns import lazy
from bot.analysis.reading.leaving import tells_what_was_done
from bot.analysis.reading.words import heard_text, words_of

LOOKED_AT = 16
"""Words of a text that are looked at."""

LEAST = 3
"""Words that must be left to be an answer."""

_BEFORE = (
    r"(?:(?:right|rite|och|oh|ok|okay|k|hi|hiya|hello|helo|hey|sorry|so|well|aye|yes|yeah|and|now|noo|"
    r"again|there|hen|pal|coach|all ?right|good (?:morning|evening|afternoon)|x+) )*"
)
_WHO = r"(?:i'?m|i am|i'?ve|i have|am|a'?m|ah'?m|ah am|ma?e|thats? me|that'?s me|it'?s me)"
_AFTER = (
    r"(?: (?:now|noo|again|then|hen|pal|coach|sorry|x+|lol|finally|at last|at it|here|home|hame))*"
    r"(?: (?:so|and|n|an|but)(?= (?:i|ah|we|my|he|she|they|the)\b))?"
)
_IS_BACK = lazy(
    rf"{_BEFORE}(?:{_WHO} (?:(?:just|now|noo|finally) )?(?:back|bak|bk|bck|returned|here again)"
    rf"|(?:back|bak|bk) (?:again|now|noo|here|at it)|(?:back|bak|bk)(?= (?:i|ah|we|she|he|they)\b)"
    r"|(?:back|bak|bk)(?= \d+ (?!back\b|work\b|mins?\b|minutes\b|later\b|times\b)\w+ )"
    r"|(?:back|bak|bk)(?= (?:no|nae|nane|none|nobody|naebody) (?!bother|problem|worr|need)\w+ ))"
    rf"{_AFTER}\b(?! (?:on|oan|at|in|to|tae|from|fae|with|wi|up|down|doon|for|tomorrow|later|soon|"
    r"when|after|and|an|n|pain|shift|work)\b)",
    spared=False,
)


_BACK_APART = lazy(
    rf"\W*{_BEFORE}(?:(?:{_WHO} )?(?:back|bak|bk|bck)(?: (?:from|fae|frae|aff|after|efter) (?:my |"
    rf"ma |the )?(?:break|brek|piece|tea|lunch|dinner|smoke|fag|nap|bus|shower))?|"
    rf"(?:{_WHO} )?(?:home|hame|in|here) (?:now|noo|again)|(?:{_WHO} )?here)"
    r"\s*(?:[,.!;:–—]|\s-\s)+\s*(?:(?:so|and|n|but) )?(?=\w)",
    re.IGNORECASE,
)
"""“Back, 31 checked 19 wrong”: a sign parts it from what is told."""


def begins_behind_being_back(text: str) -> int:
    """Return where what is told begins behind words that somebody is back, 0 where they do not say
    so at the beginning, or no more."""
    words = words_of(text)
    found = _IS_BACK.match(" ".join([each.plain for each in words[:LOOKED_AT]]))
    size = found[0].count(" ") + 1 if found else 0
    begin = words[size].start if size and len(words) - size >= LEAST else 0
    apart = _BACK_APART.match(text)
    is_told = apart is not None and len(words_of(text[apart.end() :])) >= LEAST
    return max(begin, apart.end()) if apart and is_told else begin


MOST = 26
"""Words of the longest message in which somebody comes back and tells nothing of work."""

_APART = lazy(
    r"[.,;:!?\n–—-]+\s*|\s+(?=(?:so |and |right |ok |now )?"
    r"(?:(?:where|what) (?:was|were|are|did|is) (?:i|we|you|the)\b"
    r"|can (?:we|i) (?:carry|pick|go|start|continue)))|\s+and (?=(?:i )?(?:would|want|can|ready)\b)"
)
_ROUND = (
    r"(?:(?:its? \w+day|its? (?:sat|sun|mon|tue|wed|thu|fri)|right|och|oh|ok|okay|hi|"
    r"hiya|hello|hey|sorry|so|well|aye|yes|yeah|and|now|just|hen|pal|"
    r"coach|lol|haha|btw|x+|good (?:morning|evening|afternoon|day)|morning|evening|please|kindly|"
    r"then|finally|at last|again|thanks|thank you|hello again|but|alright|only|dear) ?)*"
)
_WHO_IS = r"(?:i'm|i am|that's me|it's me|we're|i've|i have|me|its me)"
_TIME = r"(?:a|an|one|two|three|\d+|few|couple(?: of)?|a few|a couple of|nearly a|about a)"
_COMES = lazy(
    rf"{_ROUND}(?:{_WHO_IS} (?:(?:just|finally|now) )?(?:back|home|here|returned|in)|back|"
    r"(?:home|here) now)"
    r"(?: (?:again|now|here|at it|at last|home|safe|in one piece|on|online|to it|to this))*"
    r"(?: (?:from|after|off) .{2,30})?(?: (?:a|one|two|\d+|some) \w+ (?:later|on))? ?"
    rf"{_ROUND}"
    rf"|{_ROUND}(?:here i am(?: again)?|(?:it's |its )?me again(?: .{{0,30}})?)"
    rf"|{_ROUND}(?:(?:it's|its|it has|has) )?been (?:away )?(?:{_TIME} )+(?:weeks?|days?|months?|"
    r"while|hours?|nights?)(?: .{0,12})?"
)
_GOES_ON = lazy(
    rf"{_ROUND}(?:(?:i|we) )?(?:am|i'm|would|can|could|will|shall|may|let|let's|let us|want to|"
    r"ready to|like to|on|i'd like to|i)(?: (?:i|we|us|am|now|ready|like|want|to|now|go|be))* ?"
    r"(?:continue|carry on|resume|go on|pick up|crack on|keep going|start again|we go)"
    r"(?: (?:now|where we left off|with it|again|from here|please|where i left off))* ?"
)
_WHERE = lazy(
    rf"{_ROUND}(?:(?:can you )?(?:remind|tell) me )?(?:where|what)(?: (?:question|bit|part|one))? "
    r"(?:(?:was|were|are|did|am|had|have) (?:i|we)|(?:i|we) (?:was|were|are|got))"
    r"(?: (?:get|got|up|on|oan|at|to|again|now|then|last|doing|about|supposed|meant|be|with|this|"
    r"it|please|pal|hen|so|far))*"
    rf"|{_ROUND}(?:remind me )?what (?:(?:were|did|are) you ask(?:ing|ed)?|"
    r"you (?:asked|were asking)|(?:is|was) (?:the )?(?:last )?question)"
    r"(?: (?:me|again|then|now|please|about|last))*"
)
_WELL = (
    r"(?:ok|okay|fine|well|good|great|grand|better|home|safe|settled|sleeping|asleep|brilliant|"
    r"class|braw|alright|sorted|done|over|magic|lovely|happy|calm|out of (?:hospital|danger)|"
    r"through|on the mend)"
)
_NEWS = lazy(
    rf"{_ROUND}(?:[\w']+ ){{0,3}}?(?:he's|she's|they're|it's|is|are|was|went|doing|pulled|all|"
    rf"everything|got)(?: (?:[\w']+ )?)?(?:doing |feeling |all )?{_WELL}\b.{{0,24}}"
    rf"|{_ROUND}false alarm.{{0,20}}|{_ROUND}(?:just|only) (?:a|the) \w+|{_ROUND}[\w']+ "
    rf"(?:is |are |'s )?(?:{_WELL})(?: now)?"
    rf"|{_ROUND}(?:thank (?:god|goodness|heavens)|phew|all good|feet up)"
)
_OTHER = lazy(
    rf"{_ROUND}|(?:it's|its) (?:\w+day|sat|sun|mon|tues?|wed|thurs?|fri|the weekend|late)"
    r"|(?:holidays?|days off|sick leave|on leave|annual leave|nights|buzzer|phone|bus|tea|break|"
    r"refreshed|rested)"
)


class Back(NamedTuple):
    """Somebody is back: whether they say so plainly, and not only that they go on, and whether they
    say how it went, and it went well."""

    is_plain: bool
    is_good_news: bool


def comes_back(text: str) -> Back | None:
    """Return that somebody comes back and tells no more than how that was, None where they do not,
    or tell something else."""
    heard = _WER.sub("where", heard_text(text))
    if heard.count(" ") >= MOST or len(heard) > LONGEST:
        return None  # a page without a blank is no coming back
    told = [each.strip() for each in _APART.split(heard) if each and each.strip()]
    comes = [each for each in told if any(e.fullmatch(each) for e in (_COMES, _GOES_ON, _WHERE))]
    rest = [each for each in told if each not in comes and not _OTHER.fullmatch(each)]
    other = [each for each in rest if not _NEWS.fullmatch(each)]
    goes_on = bool(told) and any(e.fullmatch(told[-1]) for e in (_GOES_ON, _WHERE))
    is_brief = goes_on and len(other) == 1 and other[0].count(" ") < BESIDE
    if not comes or (other and (not is_brief or tells_what_was_done(text))):
        return None
    is_plain = any(not _GOES_ON.fullmatch(each) for each in comes)
    return Back(is_plain, len(rest) > len(other))


LONGEST = 300
"""Letters of the longest message that is looked through."""

BESIDE = 6
"""Words of the longest piece of something else before they ask where they were."""

_WER = lazy(r"\bwer(?= (?:was|were|are|we|i|did)\b)")
