"""Whether two clauses tell of one person, as far as their words show: doubt means two."""

from __future__ import annotations

from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import words_of

_HER = word_list("she she's shes her hers")
_HIM = word_list("he he's hes him his")
_WOMEN = word_list("woman wummin wifie lady girl lass lassie girlfriend")
_MEN = word_list("man mannie gentleman boy lad laddie guy bloke fella chap boyfriend")
_OTHERS = word_list("""
    resident client tenant patient child kid teenager pupil colleague nurse carer worker apprentice
    volunteer manager boss cook driver doctor supervisor senior baby bairn wean toddler family
""")

_NEW = word_list("a an another anither new other ither second")

LONG = 4
"""Letters that a word must have to tell one lady from another: “corner”, “deaf”."""

_COMMON = word_list(
    "with from that this were when what until after before they them there asked have"
)


def is_one_person(one: str, other: str, between: str | None) -> bool:
    """Return whether two clauses, in their order, surely tell of one person.

    ``between`` is what stands between them, None where they are in two messages. Where both name a
    lady, they have a word in common that tells which. Somebody told of by “she” alone is the last
    who was named: one of the same message, with nobody else brought in between.
    """
    first, second = _told(one), _told(other)
    nouns = _nouns(first), _nouns(second)
    if all(nouns):
        return bool(nouns[0] & nouns[1]) and bool(_telling(first) & _telling(second))
    if between is None or _nouns(_told(between)) or _brings_in(second):
        return False
    return bool(_sex(first)) and _sex(first) == _sex(second)


def _told(clause: str) -> list[str]:
    return [word.plain for word in words_of(clause)]


def _nouns(words: list[str]) -> set[str]:
    return {each for each in words if each in _WOMEN or each in _MEN or each in _OTHERS}


def _brings_in(words: list[str]) -> bool:
    """Whether somebody is told of for the first time: “another woman came”."""
    nouns = _nouns(words)
    return any(
        words[place] in nouns and _NEW & {*words[max(0, place - 2) : place]}
        for place in range(len(words))
    )


def _telling(words: list[str]) -> set[str]:
    return {each for each in words if len(each) >= LONG and each not in _COMMON} - _nouns(words)


def _sex(words: list[str]) -> str:
    """Return which of the two is told of first, "" for neither."""
    for each in words:
        if each in _HER or each in _WOMEN:
            return "she"
        if each in _HIM or each in _MEN:
            return "he"
    return ""
