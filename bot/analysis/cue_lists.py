"""Which of the authors' lists of words a text says: all of them are looked for in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from unicodedata import combining, normalize

from ahocorasick_rs import AhoCorasick

from bot.analysis.letters import small
from bot.analysis.plain_spelling import plainly_spelt

CueList = tuple[str, ...]
"""Words as people type them in small letters; ``hand*`` is each that begins so."""


class CueLists:
    """All lists of one content."""

    def __init__(self, lists: Iterable[CueList]) -> None:
        bearers = defaultdict[str, list[tuple[CueList, bool]]](list)
        for each in lists:
            for word in each:
                bearers[word.removesuffix("*")].append((each, word.endswith("*")))
        self._bearers = [*bearers.values()]
        self._automaton = AhoCorasick(bearers)

    def said_in(self, text: str) -> AbstractSet[CueList]:
        """Return the lists of which a word stands in a text, as it is or plainly spelt."""
        return self.words_said_in(text).keys()

    def words_said_in(self, text: str) -> Mapping[CueList, int]:
        """Return the same, each with how many words its longest has that stands there."""
        plain = plain_letters(text)
        spelt = plainly_spelt(plain)
        said = self._said_in(plain)
        if spelt != plain:
            for each, size in self._said_in(spelt).items():
                said[each] = max(size, said.get(each, 0))
        return said

    def _said_in(self, plain: str) -> dict[CueList, int]:
        said = dict[CueList, int]()
        try:
            found = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        except UnicodeEncodeError:  # half of a character: such a text cannot be kept
            return said
        for number, start, end in found:
            before, after = plain[start - 1 : start], plain[end : end + 1]
            if before.isalnum() or before == "_":
                continue
            goes_on = after.isalnum() or after == "_"
            for each, is_begun in self._bearers[number]:
                if is_begun or not goes_on:
                    said[each] = max(said.get(each, 0), plain.count(" ", start, end) + 1)
        return said


@lru_cache(maxsize=8)  # each list of a turn is held against the same text
def plain_letters(text: str) -> str:
    """Return a text in small letters and without accents: authors type none."""
    plain = small(text)
    if plain.isascii():
        return plain
    return "".join([each for each in normalize("NFKD", plain) if not combining(each)])
