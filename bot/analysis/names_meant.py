"""Whose name is meant: “the gentleman's name”, “Mr Adamson's”, “her surname”, “the road”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.name_tokens import tokens
from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list

NAME = word_list("name names surname surnames forename forenames initials nickname")
"""One of these says that a name is meant, and not all that is told of somebody."""

TOWN = word_list("town village city")
PLACE = TOWN | word_list("""
    address addresses road street roads streets road's postcode house avenue lane close terrace
    where
""")
"""One of these says that the place is meant where somebody lives."""

_SURNAME = word_list("surname surnames second last family")
_AROUND = (
    NAME
    | PLACE
    | _SURNAME
    | word_list("""
    the a of my our that this their called real full proper first for and or all any one other
    which who whose is it s
""")
)
_HE = word_list(
    "man gentleman bloke fella chap boy lad laddie husband son him his he mr dad father"
)
_SHE = word_list(
    "lady woman wifie girl lassie lass wife daughter her she hers mrs ms miss mum mother"
)
_TITLES_OF = {"mr": _HE, "mrs": _SHE, "ms": _SHE, "miss": _SHE}
_SOMEBODY = (
    _HE
    | _SHE
    | word_list("""
    resident tenant client patient user service person child kid wean colleague manager boss nurse
    staff people residents colleagues children they them
""")
)
TITLES = word_list("mr mrs ms miss dr sister nurse")


@dataclass(frozen=True, slots=True)
class Meant:
    """What is told of a name: words of it as they are typed, words for whose it is, and whether
    the last of its words alone is meant. ``said``: it is said that a name is meant."""

    spelt: tuple[str, ...]
    whose: tuple[str, ...]
    surname: bool
    said: bool
    many: bool


def meant_by(about: Sequence[str], around: str) -> Meant:
    """Return what some words tell of a name; ``around`` is all that is said."""
    words = [each.removesuffix("'s").removesuffix("'") for each in about]
    said = set(re.findall(r"[^\W_]+", around.casefold()))
    core = [each for each in words if each not in _AROUND]
    whose = [each for each in said if each in _SOMEBODY]
    return Meant(
        spelt=tuple(each for each in core if each not in _SOMEBODY - TITLES),
        whose=tuple(whose),
        surname=bool(_SURNAME & said and NAME & said),
        said=bool(NAME & said),
        many=bool({"names", "surnames", "initials"} & said),
    )


def is_spelt(name: str, spelt: Sequence[str]) -> bool:
    """Whether a name has all the words that are told of it: “jeans” may be Jean's."""
    own = {each.fold for each in tokens(name)}
    told = [each for each in spelt if each not in TITLES] or spelt
    return bool(told) and all({each, each.removesuffix("s")} & own for each in told)


def is_theirs(name: str, beside: str, whose: Sequence[str]) -> bool:
    """Whether a name may be that of somebody who is called so; ``beside`` is what stands there."""
    own = [each.fold for each in tokens(name)]
    by_title = _TITLES_OF.get(own[0] if own else "")
    if by_title:
        return not by_title.isdisjoint(whose)
    return not set(re.findall(r"[^\W_]+", beside.casefold())).isdisjoint(whose)


def without_surname(name: str) -> str:
    """Return the first names, "" where a name has none."""
    words = name.split()
    is_short = len(words) < 2 or words[0].casefold().strip(".") in TITLES
    return "" if is_short else " ".join(words[:-1])


_STREET = lazy(
    r"(?:(?:flat|no|number) )?(?:\d+[a-z]?,? )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Terrace|Crescent|Close|Drive|Place|Court|Gardens|Way|"
    r"Row|Square|Wynd|Brae|Loan|Grove|View|Park)\b"
)
_LED = lazy(r"(?:\b(?:in|at|on|of|from|off|near|to|along|up|down)\s+)$")


_TOWN = lazy(
    r"\b(?:in|near|at|outside|from|of|to|round|by) "
    r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Mr|"
    r"Mrs|Ms|Miss|Dr|Christmas|Easter|I)\b)[A-Z][a-z]{2,}\b"
)


def towns_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a town may be named, with the small word that leads to it: “near Alloa”."""
    for found in _TOWN.finditer(text):
        yield found.span()


def streets_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a street is named, with the small word that leads to it: “in Craigie Road”."""
    for found in _STREET.finditer(text):
        led = _LED.search(text, 0, found.start())
        if led or any(map(str.isdigit, found[0])):  # “Ellen Park” may be somebody
            yield (led.start() if led else found.start()), found.end()
