"""Which part of an answer is asked for next. Plain data in and out; words are found elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bot.content.models.parts import PartName

Needs = Sequence[PartName | tuple[PartName, ...]]

MOST = 2
"""The most questions after an answer at one step."""

MAIN = 2
"""The first of a step's needs, which are asked for however long the answer is."""

SHORT = 25
"""Words up to which an answer is asked about for less than its main needs."""


def part_to_ask(
    needs: Needs, told: Collection[str], asked: Sequence[str], step: str, words: int
) -> PartName | None:
    """Return the part whose absence hurts most, None where nothing is to be asked.

    ``told`` is told anywhere in the attempt. ``asked`` holds what was asked for, each as
    ``step:part``, in that order; ``words`` are those of the answer.
    """
    here = [part for at, _, part in (each.partition(":") for each in asked) if at == step]
    if len(here) >= MOST:
        return None
    last = asked[-1] if asked else ""
    for place, need in enumerate(needs):
        either = need if isinstance(need, tuple) else (need,)
        if place >= MAIN and words > SHORT:
            return None
        if not any(part in told for part in either) and f"{step}:{either[0]}" != last:
            return either[0]
    return None


def misses_act(needs: Needs, told: Collection[str]) -> bool:
    """Return whether a step needs an act first of all, and none is told."""
    first = needs[0] if needs else ""
    return isinstance(first, tuple) and "own_act" in first and not any(e in told for e in first)


def of_both(needs: Needs, told_here: Collection[str]) -> PartName | None:
    """Return what is asked at a step for both sides of an act that is told elsewhere, None where
    the step does not ask for both, or both are told."""
    both: tuple[PartName, ...] = ("people_part", "task_part")
    return next((part for part in both if part in needs and part not in told_here), None)


ONCE: Mapping[str, PartName] = {"leadership": "why"}
"""What a story that tells all is asked for at a step, so that each has one question at least."""

FEW = 45
"""Words up to which an answer tells of one act, and is asked what came of that."""

OF_ONE_ACT: frozenset[PartName] = frozenset(("result", "evidence", "people_part", "task_part"))
"""Parts that belong to one act, and are not told by what another led to."""

FULL = 70
"""Words from which on such a story is full, and nothing is asked about it."""


def at_least_one(step: str, told: Collection[str], words: int) -> PartName | None:
    """Return what is asked for where nothing was asked yet and no need is missed, None for nothing.

    ``told`` are the parts of the newest message, ``words`` those of the answer.
    """
    part = ONCE.get(step)
    return part if part and part not in told and words < FULL else None


DEEPER: Sequence[PartName] = (
    *("evidence", "why", "how", "who", "result", "people_part", "task_part", "own_act"),
)
"""What a reader is glad of where no need is missed, in the order it is asked for."""

FIRST: Mapping[str, Sequence[PartName]] = {
    "leadership": ("why", "result"),
    "overlap": ("people_part", "task_part"),
}
"""What a reader is glad of first of all at a step."""


def deeper(told: Collection[str], asked: Sequence[str], step: str) -> PartName:
    """Return what to ask for at a step whose needs are all told: what is not told, and was not
    asked for there, first. Never what was asked for last, wherever that was."""
    order = (*FIRST.get(step, ()), *DEEPER)
    pairs = [each.split(":") for each in asked]
    here, all_of_them = [part for at, part in pairs if at == step], [part for _, part in pairs]
    return min(
        (part for part in DEEPER if part not in all_of_them[-1:]),
        key=lambda part: (
            *(here.count(part), part in told, all_of_them.count(part)),
            order.index(part),
        ),
    )
