"""Lists of words under names, and which names a word bears. A star ends the beginning of a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

MOST_KEPT = 8192
"""Words of which it is remembered what they are."""


FIRST = 2
"""Letters of the shortest beginning of a word that bears a name."""


def word_list(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


class _Kept(dict[str, tuple[str, ...]]):
    """The names of words that were met. Beyond ``MOST_KEPT`` of them the memory starts anew."""

    def __init__(self, find: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[word] = self._find(word)
        return found


class Lexicon:
    """Names of words, read from lines such as ``leave: bye later unsubscrib*``.

    The lines are read with the first word that is asked about: no start waits for them.
    """

    def __init__(self, lines: str) -> None:
        self._lines = lines
        self._whole: Mapping[str, list[str]] = {}
        self._begun: Mapping[str, list[str]] = {}
        self._begun_by: Mapping[str, list[tuple[str, list[str]]]] = {}
        """The same by their first letters, the shortest first: few words begin like one of them."""
        self.names_of = _Kept(self._names_of).__getitem__
        """Returns the names of a word in small letters, none for most words."""

    def _read_lines(self) -> None:
        """Read them. Another thread that asks meanwhile reads them too, and never half of them."""
        lines, name = self._lines, ""
        if not lines:
            return  # another has just done so
        whole, begun = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        for line in lines.strip().splitlines():
            head, colon, rest = line.partition(": ")
            name, words = (head, rest) if colon and not line.startswith(" ") else (name, line)
            for word in words.split():
                (begun if word[-1] == "*" else whole)[word.rstrip("*")].append(name)
        by = defaultdict[str, list[tuple[str, list[str]]]](list)
        for each in sorted(begun, key=len):
            by[each[:FIRST]].append((each, begun[each]))
        self._whole, self._begun, self._begun_by = dict(whole), dict(begun), dict(by)
        self._lines = ""

    def words(self) -> list[str]:
        """Return all words that bear a name, and all beginnings that do."""
        if self._lines:
            self._read_lines()
        return [*self._whole, *self._begun]

    def _names_of(self, word: str) -> tuple[str, ...]:
        if self._lines:
            self._read_lines()
        found = dict.fromkeys(self._whole.get(word, ()))
        for begun, names in self._begun_by.get(word[:FIRST], ()):
            if word.startswith(begun):
                found |= dict.fromkeys(names)
        return tuple(found)

    def names_in(self, words: Iterable[str]) -> set[str]:
        """Return the names that any of some words bears."""
        return set[str]().union(*map(self.names_of, words))
