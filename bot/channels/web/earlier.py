"""Things made of lines that were said, once each, for as long as the line's row is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import ref

from bot.domain.outbox import Outgoing

Of = TypeVar("Of")
Made = TypeVar("Made")


class MadeOnce(Generic[Of, Made]):
    """A thing made of each row that the store still has at hand.

    The store gives the same object while a row says the same, and lets it go when its conversation
    is deleted: with it goes what was made of it here.
    """

    def __init__(self) -> None:
        """Nothing was made yet."""
        self._made: dict[int, tuple[ref[Outgoing], Of, Made]] = {}

    def of(self, row: Outgoing, of: Of, make: Callable[[], Made]) -> Made:
        """Return what ``make`` made of a row. ``of`` is what it depends on besides."""
        known = self._made.get(row.number)
        if known and known[0]() is row and known[1] == of:
            return known[2]
        number, made = row.number, make()
        self._made[number] = ref(row, lambda _: self._made.pop(number, None)), of, made
        return made
