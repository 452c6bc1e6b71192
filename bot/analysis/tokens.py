"""The words of a text, their stems, and an index of texts by the features that they share.

Nothing that somebody typed is kept here from one call to the next.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from Stemmer import Stemmer

from bot.analysis.patterns import lazy

APOSTROPHES = "'’‘ʼ`´"
"""What phones and word processors put where an apostrophe belongs."""

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"

WORD = lazy(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
"""Letters and digits; an apostrophe joins: "don't", "7am"."""

LETTERS = lazy(rf"[^\W\d_]{_LETTER}*(?:[{APOSTROPHES}]{_LETTER}+)*")
"""Letters alone, with accents of their own: names and headings are made of them."""

COMPOUND = lazy(r"(?<!\w)[^\W_]+(?:['-][^\W_]+)*")
"""Letters and digits of plain text; a hyphen joins too: "mary-ann"."""


def straight(text: str) -> str:
    """Return a text with straight apostrophes, of the same length."""
    if text.isascii():  # a table would be asked about every letter
        return text.replace("`", "'")
    for other in APOSTROPHES[1:]:
        text = text.replace(other, "'")
    return text


def fold(word: str) -> str:
    """Return a word as words are compared: in small letters, with straight apostrophes."""
    return straight(word.casefold())


def words(text: str, pattern: re.Pattern[str] = WORD) -> list[str]:
    """Return the words of a text in its order, folded."""
    return [fold(word) for word in pattern.findall(text)]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


def stems(of: Iterable[str]) -> list[str]:
    """Return the English stem of each folded word: "coaching" and "coaches" have one."""
    # Made anew each time, which costs nothing: two threads may ask, and no typed word stays in it.
    found: list[str] = Stemmer("english", 0).stemWords(list(of))
    return found


Vector = Mapping[str, float]
"""How much each feature of a text weighs. A feature is a stem, or a pair of neighbours."""

Key = TypeVar("Key", bound=Hashable)


def unit(vector: Vector) -> Vector:
    """Return the vector with length 1; an empty one stays as it is."""
    length = math.sqrt(sum([value * value for value in vector.values()])) or 1.0
    return {name: value / length for name, value in vector.items()}


def frequencies(documents: Iterable[Collection[str]]) -> Counter[str]:
    """Return in how many documents each feature is."""
    return Counter(name for each in documents for name in set(each))


ROUNDED = 1e-6
"""How far rounding may take a nearness off, at most."""


class Index(Generic[Key]):
    """Unit vectors by a key, found by the features that they share (the cosine of TF-IDF)."""

    def __init__(self, vectors: Iterable[tuple[Key, Vector]]) -> None:
        self._vectors = dict(vectors)
        self._keys: dict[str, list[Key]] = defaultdict(list)
        for key, vector in self._vectors.items():
            for name in vector:
                self._keys[name].append(key)

    def nearness(self, vector: Vector, least: float = 0.0) -> dict[Key, float]:
        """Return how near each key is to a unit vector, from 0 to 1; what shares nothing is out.

        What is not ``least`` near may be out, too: only what shares one of the rarest features can
        be so near, once those weigh more than is left for all others.
        """
        found, rest, keys = set[Key](), 1 - least * least + ROUNDED, self._keys
        having = {name: keys.get(name, ()) for name in vector}
        many = {name: len(each) for name, each in having.items()}
        for name in sorted(vector, key=many.__getitem__):
            if rest < 0:
                break
            rest -= vector[name] * vector[name]
            found.update(having[name])
        return {key: self._near(key, vector) for key in found}

    def _near(self, key: Key, vector: Vector) -> float:
        known = self._vectors[key]
        return sum([value * known[name] for name, value in vector.items() if name in known])
