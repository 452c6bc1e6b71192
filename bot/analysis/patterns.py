"""Patterns that are compiled when they are first tried, and not tried where they can find nothing.

To compile all of them takes longer than to load all files that hold them, so no start waits for
what reads an answer. And most find nothing, for which they look at every letter: once a pattern was
tried some times, it is known which strings it needs, and a text is looked through once for the
strings of all patterns. Whoever has time makes all of them ready before they are tried, in a thread
of its own if they like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import itemgetter, or_
from threading import Lock
from typing import Any, Generic, TypeVar, cast
from weakref import ref

from ahocorasick_rs import AhoCorasick

from bot.analysis.needed import needs_of

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")

_SPARED = ("search", "match")
"""Those that are spared: each returns None where nothing is found."""

OFTEN = 20
"""How often a pattern is tried before it is asked what it needs. That takes as long as some tries,
and a first message should not wait for it."""

MOST_KEPT = 256
"""Texts of which it is remembered what is in them, for as long as they are read."""


class _Strings:
    """The strings that patterns need, as one automaton. One thread may add some while another looks
    through a text: what is kept of a text knows every pattern that was added before."""

    def __init__(self) -> None:
        self._patterns = dict[str, int]()
        self._automaton: AhoCorasick | None = None
        self._unknown = 0
        """The bits of patterns of which it is not known what they need: each may find something."""
        self._made: tuple[int, list[int], AhoCorasick] | None = None
        self.kept = dict[str, int]()
        self._count = 0
        self._lock = Lock()

    def bit(self) -> int:
        """Return the bit of one more pattern."""
        with self._lock:
            bit = 1 << self._count
            self._count += 1
            self._unknown |= bit
            self._made = None
            self.kept.clear()
            return bit

    def add(self, bit: int, needed: frozenset[str]) -> None:
        """Take up what the pattern of a bit needs."""
        with self._lock:
            for each in needed:
                self._patterns[each] = self._patterns.get(each, 0) | bit
            self._unknown &= ~bit
            self._made = self._automaton = None  # often several are added before the next text
            self.kept.clear()

    def possible(self, text: str) -> int:
        """Return the bits of the patterns that may find something in a text."""
        found = self.kept.get(text)
        if found is None:
            made = self._made or self.make()
            found = _look_through(text, *made)
            with self._lock:
                if len(self.kept) >= MOST_KEPT:
                    self.kept.clear()
                if made is self._made:
                    self.kept[text] = found
        return found

    def make(self) -> tuple[int, list[int], AhoCorasick]:
        """Return the bits that are in each text, those of each string, and the automaton, made if
        they have to be."""
        with self._lock:
            if self._made is None:
                self._automaton = self._automaton or AhoCorasick(self._patterns)
                self._made = self._unknown, [*self._patterns.values()], self._automaton
            return self._made


_FIRST = itemgetter(0)


def _look_through(text: str, found: int, bits: Sequence[int], automaton: AhoCorasick) -> int:
    try:
        matches = automaton.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:  # half of a character, which the automaton cannot take
        return -1
    for number in set(map(_FIRST, matches)):
        found |= bits[number]
    return found


_STRINGS = _Strings()

look = _STRINGS.possible
"""Returns the bits of the patterns that may find something in a text. Where many are tried on one
text, it is looked at once, and ``look(text) & bits_of(pattern)`` says whether to try one."""


def bits_of(*patterns: re.Pattern[str]) -> int:
    """Return the bits by which it is known whether one of some lazy patterns may find something."""
    return reduce(or_, [cast("_Waiting", each).bit for each in patterns])


_EVERY = list["ref[_Waiting]"]()
"""All patterns there are."""


Name = TypeVar("Name")


class Several(Generic[Name]):
    """Patterns that answer one question, each with a name: what is tried of them is what may find
    something, and a text that holds nothing which any of them needs is asked for once."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Name]]) -> None:
        self._every = tuple(patterns)
        self._bits = [bits_of(pattern) for pattern, _ in self._every]
        self._any = reduce(or_, self._bits, 0)
        self._left = OFTEN
        """How often they are tried until it is asked what each needs."""
        self._kept = dict[int, Sequence[tuple[re.Pattern[str], Name]]]()

    def worth_trying(self, text: str) -> Sequence[tuple[re.Pattern[str], Name]]:
        """Return those that may find something in a text, in their order."""
        if self._left:
            self._left -= 1
            if not self._left:
                self._spare()
        possible = _STRINGS.possible(text) & self._any
        found = self._kept.get(possible)
        if found is None:
            pairs = zip(self._every, self._bits, strict=True)
            found = tuple([each for each, bit in pairs if bit & possible])
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[possible] = found
        return found

    def _spare(self) -> None:
        for each in [cast("_Waiting", pattern) for pattern, _ in self._every]:
            if not each.is_spared:
                each.spare()


class _Waiting:
    """Stands for a pattern. Once it was tried, its methods are those of the compiled one."""

    def __init__(self, text: str, flags: int, *, spared: bool) -> None:
        self.pattern, self.flags = text, flags
        self._may_be_spared = spared
        self._tried = 0
        self.bit = _STRINGS.bit()
        _EVERY.append(ref(self))

    def __getattr__(self, name: str) -> Any:
        # Asked for what is not there yet only.
        if name not in _METHODS:
            raise AttributeError(name)
        found = re.compile(self.pattern, self.flags)
        for each in _METHODS:
            method = getattr(found, each)
            # Another thread may have spared it in the meantime.
            self.__dict__.setdefault(each, self._counted(method) if each in _SPARED else method)
        return self.__dict__[name]

    def _counted(self, method: Callable[..., Any]) -> Callable[..., Any]:
        """Return a method that is spared once it was used often."""

        def counted(text: str, *where: int) -> Any:
            self._tried += 1
            if self._tried == OFTEN:
                self.spare()
            return method(text, *where)

        return counted

    @property
    def is_spared(self) -> bool:
        """Whether it is known where it can find nothing."""
        return self._tried >= OFTEN

    def spare(self) -> None:
        """Try no more what can find nothing."""
        found, needs = re.compile(self.pattern, self.flags), needs_of(self.pattern, self.flags)
        is_looked_for = bool(needs.strings) and self._may_be_spared
        bit = _STRINGS.bit() if needs.any_case and is_looked_for else self.bit
        if is_looked_for:
            _STRINGS.add(bit, needs.strings)
        for each in _METHODS:
            self.__dict__.setdefault(each, getattr(found, each))
        for each in _SPARED:
            # Who searches for what is at the beginning alone tries it at every letter.
            method = found.match if needs.at_start else getattr(found, each)
            spared = _spared_in_any_case if needs.any_case else _spared
            setattr(self, each, spared(method, bit) if is_looked_for else method)
        self._tried = max(self._tried, OFTEN)


def _spared(method: Callable[..., Any], bit: int) -> Callable[..., Any]:
    kept, possible = _STRINGS.kept, _STRINGS.possible

    def spared(text: str, *where: int) -> Any:
        return method(text, *where) if (kept.get(text) or possible(text)) & bit else None

    return spared


def _spared_in_any_case(method: Callable[..., Any], bit: int) -> Callable[..., Any]:
    possible = _STRINGS.possible

    def spared(text: str, *where: int) -> Any:
        may = not text.isascii() or possible(text.lower()) & bit
        return method(text, *where) if may else None

    return spared


def lazy(text: str, flags: int = 0, *, spared: bool = True) -> re.Pattern[str]:
    """Return a pattern as ``re.compile`` does; it is compiled when it is first tried.

    Not ``spared`` is one that is tried only where its words stand, or on texts which no other
    pattern is tried on: to look through those for all strings would take longer than to try it.
    """
    return cast("re.Pattern[str]", _Waiting(text, flags, spared=spared))


def make_ready() -> Iterator[None]:
    """Make every pattern ready for use, one at each step; then what looks for their strings."""
    for each in _EVERY.copy():
        if (pattern := each()) and not pattern.is_spared:
            pattern.spare()
        yield
    _STRINGS.make()
