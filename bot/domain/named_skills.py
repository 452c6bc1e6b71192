"""The practices that people have named themselves, counted for a cohort: of whom is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from bot.content.models.base import Side
from bot.content.models.dialogue import Dialogue
from bot.domain.conversation import Attempt

FEWEST = 2
"""People who have named a practice, for it to be shown: one alone might be known by it."""


@dataclass(frozen=True, slots=True)
class NamedSkill:
    """How many people of a cohort have named a practice on a side."""

    side: Side
    practice: str
    people: int


def named_in(dialogue: Dialogue, attempt: Attempt) -> tuple[str, ...]:
    """Return what somebody has named in an attempt, each as ``side:practice``, in order.

    What stands on both sides stands in the middle.
    """
    sides = dict[str, set[Side]]()
    for step, practices in attempt.named.items():
        side = dialogue.side_of(step)
        for practice in practices if side else ():
            sides.setdefault(practice, set()).add(cast(Side, side))
    one = {each: next(iter(on)) if len(on) == 1 else "both" for each, on in sides.items()}
    return tuple(sorted(f"{side}:{practice}" for practice, side in one.items()))


def counted_skills(named: Iterable[tuple[str, int]]) -> tuple[NamedSkill, ...]:
    """Return what is shown of ``side:practice`` and how many named it: the most often first."""
    shown = sorted((each for each in named if each[1] >= FEWEST), key=lambda e: (-e[1], e[0]))
    return tuple(
        NamedSkill(cast(Side, name.partition(":")[0]), name.partition(":")[2], people)
        for name, people in shown
    )
