"""“it still says Good then put that”: words of an answer that somebody complains are in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analysis.letters import small
from bot.analysis.patterns import bits_of, lazy, look
from bot.analysis.reading.own_text.marks import Told
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.words import words_of

MOST = 30
"""Words of the longest such message."""

LONGEST = 600
"""Letters of it."""

LEAST = 1
"""Words that must stand in an answer to be meant where it *still says* them; else ``MORE``."""

MORE = 3

_SAYS = lazy(
    r"(?:^|[.!?,;:\n]\s*|"
    r"(?P<where>\b(?:in|at) (?:my|ma|the) (?:answer|statement|text|form|badge) )|"
    r"\b(?:but|and|why|no|naw|och|because|cos|that|see|notice|"
    r"noticed|what's|whit's|whats|whits|wots|why's) )"
    r"(?:(?:does|is) )?(?P<it>(?:it|that|this|(?:my|ma|the) (?:answer|statement|text|badge|page|"
    r"form|thing)|the (?:top|end|start|beginning)|you|ye|u)(?:'s|'ve| have| has| is)? )?"
    r"(?P<still>(?:still|stil|even|now|noo|also|always|yet) )?"
    r"(?:(?P<says>says?|sez|sais|reads?|shows?|showing|sayin|saying)|got|has|have|"
    r"(?:start|begin|end)s? (?:with|wi)|(?P<keeps>keeps? (?:on )?saying))\b"
    r"(?P<still_too> still)? (?P<words>.+)$",
    re.DOTALL,
)
_MAY_SAY = bits_of(_SAYS)

_WHERE = (
    r"(?:right |just )?(?:at|in|on|near|under) (?:the |my |ma )?(?:very )?(?:start|end|top|bottom|"
    r"beginning|it|there|answer|statement|text|form|badge|middle)"
)
_END = lazy(
    rf"(?:[,;.!?]? ?(?:{_WHERE}|please|pls|remove(?: it)?|(?:take|tak|get) (?:it|that) (?:out|oot|"
    r"away)|dear|pal|hen|mate|still|though|and|lol|for|fur))+\W*$|[,;.!?\n].*$",
    re.DOTALL,
)
"""What stands behind the words themselves."""


def still_said(text: str, told: Told) -> Request | None:
    """Return the request that words go which a message says are in an answer, None where it says
    nothing of the kind. Of the words that it surely names all must have been told; what
    follows may stand behind them."""
    if len(text) > LONGEST:  # tried at every blank, a page of them would cost minutes
        return None
    plain = small(text)
    if not look(plain) & _MAY_SAY or len(words_of(plain)) > MOST:
        return None
    found = _SAYS.search(plain)
    if found is None or not (found["it"] or found["still"]):
        return None
    words = [each.plain for each in words_of(found["words"])]
    sure = len(words_of(_END.sub("", found["words"])))
    still = found["where"] or found["still"] or found["still_too"] or found["keeps"]
    is_still = bool((found["says"] or found["keeps"]) and still)
    quote = "" if sure < (LEAST if is_still else MORE) else _told_of(words, sure, told())
    which = (Which(quote=quote or " ".join(words)),)
    request = Request("out", which, ((0, len(text)),), sure=bool(quote), still=not quote)
    return request if words and (quote or is_still) else None


def _told_of(words: list[str], sure: int, told: Sequence[str]) -> str:
    """Return words as they were told last, at least the first that are sure, whatever signs are
    between them; "" where they were not."""
    for text in reversed(told):
        said = words_of(text)
        plain = [each.plain for each in said]
        for size in range(len(words), max(sure, 1) - 1, -1):
            for begin in range(len(plain) - size + 1):
                if plain[begin : begin + size] == words[:size]:
                    quote = text[said[begin].start : said[begin + size - 1].end]
                    return small(quote)
    return ""
