"""Telephone numbers of the United Kingdom and from abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.identifiers.plain_text import GAP, Guess
from bot.analysis.patterns import lazy

# A hurried thumb types o7700 9oo123: o is 0 and l is 1, but only beside another digit.
_PHONE = lazy(
    rf"(?<![\w£$€+])(?<![0-9][.,:/])(?:\(?(?:(?:\+ ?|00)44|44(?={GAP}7)){GAP}0?|\(?[0oO]){GAP}"
    rf"([1257lI](?:{GAP}(?:[0-9]|(?<=[0-9oO])[oOlI]|[oOlI](?=[0-9oO]))){{8,9}})(?!\w)"
    r"(?:[ ,]{0,2}(\()?(?:extension|extn|ext|x)[ .:]{0,2}[0-9]{1,5}(?!\w)(?(2)\)))?"
)

_ABROAD = lazy(rf"(?<![\w+])(?:\+ ?|00(?=[34]))(?!44)[1-9](?:{GAP}[0-9]){{7,14}}(?!\w)")

TIMES = lazy(r"(?:(?:[0-2]?[0-9][.:]|[0-2][0-9])[0-5][0-9](?:[ -]+|$)){2,}$")


def find_phones(plain: str) -> Iterator[Guess]:
    """Yield the spans of telephone numbers, each with its rank and kind."""
    for match in _PHONE.finditer(plain):
        digits = re.sub("[^0-9]", "", match[1].translate(str.maketrans("oOlI", "0011")))
        # A few areas in towns have one digit less; they are so rare that the spacing must show it.
        whole = len(digits) == 10 or re.fullmatch(r"1[0-9]{3}\)?[ -]{1,2}[0-9]{5}", match[1])
        whole = whole and re.match(r"1[1-9]|2[03489]|5[56]|7", digits)
        if whole and sum(map(str.isdecimal, match[1])) >= 5 and not TIMES.match(match[0]):
            spare = match[0].count("(") - match[0].count(")")  # the number may stand in brackets
            start, end = match.start() + (spare > 0), match.end() - (spare < 0)
            yield 8 if "44" in match[0][:4] else 6, "phone", start, end
    for match in _ABROAD.finditer(plain):
        yield 8, "phone", *match.span()
