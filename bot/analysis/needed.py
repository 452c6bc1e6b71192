"""The strings of which a text must hold one for a pattern to find anything in it.

Most patterns that read an answer find nothing, and to find nothing takes the longest. They are
parsed once more, as ``re`` does it, for strings of which each match holds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from re import _parser  # type: ignore[attr-defined]  # no library tells what a pattern needs
from typing import Any

MOST = 256
"""Strings of one place of a pattern that are told apart."""

SHORTEST = 2
"""Characters that each string must have: a letter alone is in every text."""

ENOUGH = 8
"""Characters of a string that are looked for: what begins like it is rare, and all strings have to
stay near the processor."""

LONG = 4
"""From so many characters on a string is rare, and fewer strings are better than longer ones."""

_COMMON = frozenset(" '’.,-abcdefghijklmnopqrstuvwxyz0123456789")

Strings = frozenset[str]

_NOTHING: Strings = frozenset(("",))

_EMPTY = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
"""Parts of a pattern that take no character."""

_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


@dataclass(frozen=True, slots=True)
class Needs:
    """The need of a pattern: one of some ``strings``, none where nothing is known, in
    ``any_case`` or as they are; and whether it is found at the beginning only."""

    strings: Strings
    any_case: bool
    at_start: bool


def needs_of(pattern: str, flags: int = 0) -> Needs:
    """Return what a text must hold for a pattern to find something in it."""
    parsed = _parser.parse(pattern, flags)
    exact, need = _sequence(parsed)
    strings = (exact if exact is not None else need) or frozenset()
    any_case = bool(parsed.state.flags & re.IGNORECASE)
    if any_case:  # “ſ” is an “s” then: what is said holds for texts in ASCII
        strings = frozenset(each.lower() for each in strings)
        strings = strings if all(map(str.isascii, strings)) else frozenset()
    if not strings or min(map(_rarity, strings)) < SHORTEST:
        strings = frozenset()
    starts = [(str(kind), str(value)) for kind, value in parsed[:1]]
    at_start = starts == [("AT", "AT_BEGINNING")] and not parsed.state.flags & re.MULTILINE
    return Needs(_shortest(strings), any_case, at_start)


def _rarity(string: str) -> int:
    """Return how many letters a string is worth: signs are rare in what people tell."""
    return len(string) if _COMMON.issuperset(string) or string.isalnum() else LONG


def _shortest(strings: Strings) -> Strings:
    """Return how strings begin, less what holds another one: that is found there, too."""
    kept = list[str]()
    for each in sorted({each[:ENOUGH] for each in strings}, key=len):
        if not any(other in each for other in kept):
            kept.append(each)
    return frozenset(kept)


def _sequence(parts: Iterable[tuple[Any, Any]]) -> tuple[Strings | None, Strings | None]:
    """Return all that a sequence can be, where that is little; and what each match of it holds."""
    run, best, is_whole = _NOTHING, list[Strings](), True
    for part in parts:
        exact, need = _part(*part)
        if exact is not None and len(run) * len(exact) <= MOST:
            run = frozenset(map("".join, product(run, exact)))
            continue
        is_whole = False
        best.append(run)
        run = exact if exact is not None else _NOTHING
        best += [need] if need else []
    best.append(run)
    return run if is_whole else None, max(best, key=_worth)


def _worth(strings: Strings) -> tuple[int, int]:
    return min([LONG, *map(_rarity, strings)]), -len(strings)


def _part(kind: Any, value: Any) -> tuple[Strings | None, Strings | None]:
    """Return the same for one part of a sequence."""
    name = str(kind)
    if name in _EMPTY:
        return _NOTHING, None
    if name in _REPEATS:
        return _repeated(*value)
    if name == "BRANCH":
        return _either(value[1])
    if name == "ATOMIC_GROUP":
        return _sequence(value)
    if name == "SUBPATTERN" and not value[1] & re.IGNORECASE:
        return _sequence(value[3])
    return _letters(value if name == "IN" else [(kind, value)]), None


def _letters(of: Sequence[tuple[Any, Any]]) -> Strings | None:
    """Return the characters of a class that only lists some."""
    if any(str(kind) != "LITERAL" for kind, _ in of):
        return None
    return frozenset(chr(value) for _, value in of)


def _either(ways: Sequence[Any]) -> tuple[Strings | None, Strings | None]:
    found = [_sequence(each) for each in ways]
    exacts = [exact for exact, _ in found if exact is not None]
    if len(exacts) == len(found) and sum(map(len, exacts)) <= MOST:
        return frozenset().union(*exacts), None
    needs = list(_needs(found))
    return None, frozenset[str]().union(*needs) if len(needs) == len(found) else None


def _needs(found: Iterable[tuple[Strings | None, Strings | None]]) -> Iterator[Strings]:
    for exact, need in found:
        each = exact if exact is not None else need
        if each and all(each):
            yield each


def _repeated(least: int, most: Any, within: Any) -> tuple[Strings | None, Strings | None]:
    exact, need = _sequence(within)
    if least == 0:
        once = most == 1 and exact is not None
        return (exact | _NOTHING if once and exact is not None else None), None
    return (exact if most == 1 else None), exact if exact is not None else need
