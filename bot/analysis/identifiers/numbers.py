"""CHI, NHS and National Insurance numbers, by their check digits or by their label."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from bot.analysis.identifiers.births import DATE
from bot.analysis.identifiers.phones import TIMES
from bot.analysis.identifiers.plain_text import BEGIN, GAP, IS, Guess, Kind, is_near
from bot.analysis.patterns import lazy
from bot.analysis.tokens import word_set

_TEN_OR_SO = "|".join(rf"[0-9](?:{GAP}[0-9]){{{more}}}(?!\w)" for more in (9, 10, 8))

_LABELLED: tuple[tuple[int, Kind, re.Pattern[str]], ...] = (
    (6, "chi", lazy(rf"(?i)(?<!tai )\bc\.?h\.?i\b\.?{IS}({_TEN_OR_SO})")),
    (6, "nhs", lazy(rf"(?i)\bnhs ?(?:numbers?|no\b|num|nr|id|#){IS}({_TEN_OR_SO})")),
    (6, "ni", lazy(rf"(?i)\b(?:n\.?i|nino|national insurance)\b\.?{IS}([a-z]{GAP}[a-z]"
                         rf"(?:{GAP}[0-9]){{6}}(?:{GAP}[a-d])?)(?!\w)")),
    (4, "phone", lazy(rf"(?i)\b(?:tel|(?:tele)?phone|mobile|mob|fone|whatsapp)\b\.?{IS}"
                            r"([0-9]{3,13}(?:[ .)-]{1,3}[0-9]{3,6}){0,3})(?!\w)")),
)  # fmt: skip


def find_labelled(plain: str) -> Iterator[Guess]:
    """Yield the spans of numbers behind a word that names their kind, right check digit or not."""
    for sure, kind, pattern in _LABELLED:
        for match in pattern.finditer(plain):
            raw, digits = match[1], re.sub("[^0-9]", "", match[1])
            public = digits.startswith(("03", "08", "09", "116")) or not 6 <= len(digits) <= 13
            if kind != "phone" or not (public or TIMES.match(raw) or DATE.match(raw)):
                yield sure, kind, *match.span(1)


# Each possible start is looked at, for a wrong one may lie over the right one.
_TEN = lazy(rf"{BEGIN}(?=([0-9](?:(?: ?[-./] ?| {{1,2}})?+[0-9]){{9}})(?!\w|[.,:/]-?[0-9]))")

_CHI_NEAR = lazy(r"(?i)(?<!tai )\bc\.?h\.?i\b|community health index")

_CHI_SIZES = word_set("10 64 2224 22222 622 631 334 424 55 46 433 226 613")


_IN_A_ROW = ("0123456789", "1234567890")
"""All digits there are: somebody tries them out, in whatever script."""


def find_ten_digits(plain: str) -> Iterator[Guess]:
    """Yield the spans of CHI and NHS numbers: ten digits that pass a check, or have a label."""
    for match in _TEN.finditer(plain):
        raw, (start, end) = match[1], match.span(1)
        groups = re.findall("[0-9]+", raw)
        digits, sizes = "".join(groups), "".join(str(len(group)) for group in groups)
        day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
        dated = 1 <= month <= 12 and 1 <= day <= monthrange(2000 + year, month)[1]
        near = is_near(_CHI_NEAR, plain, start, -30) or is_near(_CHI_NEAR, plain, end, 15)
        if dated and (near or (sizes in _CHI_SIZES and _is_chi(raw, digits, groups))):
            yield 7, "chi", start, end
        elif (
            digits not in _IN_A_ROW
            and sizes in ("10", "334")
            and _mod_11(digits)
            and not set(raw) & set("./")
        ):
            yield 5, "nhs", start, end


def _is_chi(raw: str, digits: str, groups: Sequence[str]) -> bool:
    # "rooms 10 11 12 13 14" is counting; "01/02/24 1530" is a date and a time.
    counting = groups == [f"{int(groups[0]) + more:02}" for more in range(5)]
    clock = len(groups) > 4 or (digits[6:8] < "24" and digits[8:] < "60")
    timed = set(raw) & set("./") and clock
    return (_mod_11(digits) or _luhn(digits)) and not counting and not timed


def _mod_11(digits: str) -> bool:
    return sum(int(digit) * (10 - at) for at, digit in enumerate(digits)) % 11 == 0


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


NI = lazy(
    r"(?i)(?<!\w)(?!bg|gb|nk|kn|tn|nt|zz)([A-CEGHJ-PR-TW-Z] ?[A-CEGHJ-NPR-TW-Z])([ .-]{0,3})"
    r"[0-9](?:[ .-]{0,3}[0-9]){5}([ .-]{0,3})([A-D])(?!\w)"
)

WORDS_OF_TWO = word_set("am an as at be by he ma me my na or pm re wa we ye")
