"""House numbers with a street."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.identifiers.plain_text import BEGIN, Guess, is_near
from bot.analysis.identifiers.word_lists import CALENDAR, TITLE
from bot.analysis.name_words import NameWords
from bot.analysis.patterns import lazy
from bot.analysis.tokens import COMPOUND, word_set

_HOUSE = lazy(
    rf"(?i){BEGIN}(?<![0-9]-)(?=((?:(?:flat|apartment|apt|unit)\.? ?[0-9]{{1,3}}(?:/[0-9]{{1,2}})?"
    r"[a-z]?|[0-9]{1,2}/[0-9]{1,2}|[0-9]f[0-9])(?: ?, ?| ))?"
    r"([0-9]{1,4})([a-z]?(?: ?[/-] ?[0-9]{1,4}[a-z]?)?) ?,? "
    r"([^\W\d_][\w'-]*(?:(?:(?<=\bst)\.)? {1,2}[^\W\d_][\w'-]*){1,4}))"
)

_STRONG = word_set(
    "street st road rd avenue ave av crescent cres terrace terr wynd brae grove gardens gdns drive"
    " lane loan court vennel pend croft quadrant mews"
)

_STREETS = _STRONG | word_set("dr place pl ct ln way close square sq row walk view park gate hill")

_IN_STREETS = word_set("of the old main new lady")

_LIVES = lazy(r"(?i)\b(?:at|address|live[sd]?|living|stay(?:s|ed|ing)?)(?: is)?:? (?:no )?$")

_NO_HOUSE = lazy(r"(?i)\b(?:room|rm|bus|route|page|chapter|level|ward|bay|thing|step) $")


def find_addresses(plain: str, words: NameWords) -> Iterator[Guess]:
    """Yield the spans of house numbers with a street, each with its rank and kind."""
    for match in _HOUSE.finditer(plain):
        lives = bool(match[1] or match[3]) or is_near(_LIVES, plain, match.start(), -25)
        year = 1900 <= int(match[2]) <= 2099 and not lives
        street = list(COMPOUND.finditer(plain, *match.span(4)))
        last = _street_end([word[0] for word in street], lives, words.ordinary)
        if last and not year and not is_near(_NO_HOUSE, plain, match.start(), -12):
            yield 4, "address", match.start(), street[last].end()


def _street_end(words: Sequence[str], lives: bool, ordinary: frozenset[str]) -> int:
    """Which word ends the name of the street; 0 when these words are no street."""
    low = [word.lower() for word in words]
    named = words[0][0].isupper()
    for at, word in enumerate(low):
        if at and word in _STREETS and _STRONG.isdisjoint(low[at + 1 : at + 2]):
            if named and (words[at][0].isupper() or word in _STRONG):
                return at
            # In small letters "2 people close" looks the same, so no ordinary word may be in it.
            sure = lives or (word in _STRONG and at <= 2 + low.count("of"))
            odd = ordinary.intersection(low[:at]) - (_IN_STREETS if lives else {"of"})
            return at if sure and not odd else 0
        small = named and words[at].islower() and word not in ("of", "the")
        if small or CALENDAR.fullmatch(word) or TITLE.match(word):
            return 0
    return 0
