"""E-mail addresses and postcodes."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.identifiers.numbers import NI, WORDS_OF_TWO
from bot.analysis.identifiers.plain_text import Guess
from bot.analysis.patterns import lazy
from bot.analysis.tokens import word_set

_HOSTS = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|aol|btinternet|sky|talktalk)\b"

_EMAILS = [
    lazy(rf"(?i)(?<![\w.%+'-])([\w.%+'-]++){rest}")
    for rest in (
        r"@(?:[\w-]+\.)+[^\W\d_]{2,}",
        r"(?: {0,2}@ {0,2}| ?[\[(] ?at ?[\])] ?)(?:[\w-]+[.,])+(?:com|net|org|uk|scot|eu|ie|pl)\b",
        rf" ?(?:@|(?:[\[(]at[\])]|\bat\b)(?= ?\w+ ?[\[(]?dot\b)) ?{_HOSTS}"
        r"(?: ?[\[(]?dot[\])]? ?[a-z]{2,3}\b){0,2}",
    )
]

# Royal Mail's areas; the last two letters are never C I K M O V, so "B12 5mg" is none.
_POSTCODE = lazy(
    r"(?i)(?<![\w£])(A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?"
    r"|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]"
    r"|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
    r"[0-9][0-9A-HJKMNP-Y]?([ -]{0,2})[0-9]([ABD-HJLNP-UW-Z]{2})(?!\w)"
)

_UNITS = word_set("st nd rd th hr pt ft lb pp be ex")


def find_codes(plain: str) -> Iterator[Guess]:
    """Yield the spans of NI numbers, e-mail addresses and postcodes, with their rank and kind."""
    for match in NI.finditer(plain):
        prefix, gap, last_gap, suffix = (part.lower() for part in match.groups())
        # "at 123456 a day" is nobody's number.
        if not (gap == last_gap == " " and suffix == "a" and prefix in WORDS_OF_TWO):
            yield 8, "ni", *match.span()
    for match in (match for pattern in _EMAILS for match in pattern.finditer(plain)):
        if local := match[1].lstrip("'.-%"):
            yield 9, "email", match.end(1) - len(local), match.end()
    for match in _POSTCODE.finditer(plain):
        area, gap, letters = match.groups()
        # "B1 2nd floor", "CO2 5lb", "se25th": too like a code and a measure.
        if letters not in _UNITS or (len(area) == 2 and gap and area.islower()):
            yield 4, "postcode", *match.span()
