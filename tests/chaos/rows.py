"""What an attack gives, and the table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Outcome:
    """So many tries, and what was lost in them, each as a line."""

    tried: int = 0
    losses: list[str] = field(default_factory=list)
    note: str = ""

    def check(self, holds: object, what: str) -> None:
        """Count a try, and what it has lost unless something holds."""
        self.tried += 1
        if not holds:
            self.losses.append(what)


Run = Callable[[int, int], Coroutine[Any, Any, Outcome]]


@dataclass(frozen=True, slots=True)
class Attack:
    """One line of the table. ``tries`` is its full size, ``short`` that of the tests.

    ``short`` is 0 where a test of the same subject is that already."""

    name: str
    title: str
    run: Run
    tries: int
    short: int
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What came of an attack."""

    attack: Attack
    seed: int
    tries: int
    outcome: Outcome
    seconds: float

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        found, again = self.outcome, f"{self.attack.name} --seed {self.seed} --tries {self.tries}"
        lost = len(found.losses)
        counts = (f"{each:,}" for each in (found.tried, found.tried - lost, lost))
        said = f"{self.attack.title}; {found.note}" if found.note else self.attack.title
        return (said, *counts, str(self.seed), f"`{again}`")


HEAD = ("attack", "tried", "survived", "lost", "seed", "again: `.venv/bin/python -m tests.chaos …`")


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [HEAD, ("---", "--:", "--:", "--:", "--:", "---"), *(each.cells for each in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
