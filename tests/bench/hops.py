"""Calls from file to file, and the figures of a walk, for ``tests/bench/walk.py``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

LEAST_TAKES = 3


@dataclass(frozen=True)
class Call:
    """A function of a file was entered. ``caller`` is "" where the event loop did it."""

    caller: str
    caller_function: str
    file: str
    function: str

    @property
    def is_hop(self) -> bool:
        return self.caller != self.file

    @property
    def room(self) -> str:
        return self.file.partition("/")[0]

    def __str__(self) -> str:
        start = f"{self.caller} {self.caller_function}" if self.caller else "…"
        return f"{start} → {self.file} {self.function}"


@dataclass(frozen=True)
class Walk:
    """The figures of a walk, and its hops in the order in which each was first made."""

    hops: int
    distinct_hops: int
    files: int
    stays: int
    stays_on_the_way: int
    """The same counted once a distinct hop: how often a reader of ``way`` changes rooms."""
    calls: int
    way: tuple[str, ...]

    @classmethod
    def of(cls, calls: Sequence[Call]) -> Walk:
        assert not any(each.function == "<module>" for each in calls), "something was imported"
        hops = [each for each in calls if each.is_hop]
        rooms = {str(each): each.room for each in hops}
        made = Counter(map(str, hops))
        way = tuple(each if many == 1 else f"{each} ×{many}" for each, many in made.items())
        files = {each.file for each in calls} | {each.caller for each in calls} - {""}
        stays = sum(1 for _ in groupby(each.room for each in calls))
        on_the_way = sum(1 for _ in groupby(rooms[each] for each in made))
        return cls(len(hops), len(way), len(files), stays, on_the_way, len(calls), way)


def shortest(takes: Sequence[Walk]) -> Walk | None:
    """The walk that nothing slow was mixed into: none is shorter, and it was met twice."""
    found = min(takes, key=lambda walk: (walk.calls, walk.hops, walk.way))
    return found if len(takes) >= LEAST_TAKES and takes.count(found) > 1 else None
