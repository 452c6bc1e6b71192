"""The lists of ``dialogues/names.yaml``, folded so that words can be compared with them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Letters that do not come apart into a letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "þ": "th"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of ``names.yaml``, which explains each; made by ``as_words``."""

    first: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    never: frozenset[str]
    also_words: frozenset[str] = frozenset()
    no_subject: frozenset[str] = frozenset()
    only_capital: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    belongings: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()


def as_words(lists: Mapping[str, Sequence[str]]) -> NameWords:
    """Return the lists of ``names.yaml`` as the rules for names take them."""
    return NameWords(**{name: frozenset(map(folded, words)) for name, words in lists.items()})


def folded(word: str) -> str:
    """Return a word or expression as it is compared: in small letters, without accents.

    An expression of several words loses every ``'s``.
    """
    plain = word.casefold().replace("-", " ")
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.translate(_PLAIN))
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    if " " in plain:
        return " ".join(each.removesuffix("'s") for each in plain.split())
    return plain
