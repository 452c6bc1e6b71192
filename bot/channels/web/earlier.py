"""The HTML of lines that were said before: each is made once, for as long as its row is known."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ref

from markupsafe import Markup

from bot.domain.outbox import Outgoing


class EarlierLines:
    """The HTML of each row that the store still has at hand.

    The store gives the same object while a row says the same, and lets it go when its conversation
    is deleted: with it goes what was made of it here.
    """

    def __init__(self) -> None:
        """None was made yet."""
        self._made: dict[int, tuple[ref[Outgoing], tuple[str, str], Markup]] = {}

    def html(self, row: Outgoing, of: tuple[str, str], make: Callable[[], Markup]) -> Markup:
        """Return what ``make`` made of a row.

        ``of`` is what it depends on besides: the base of its links, and the text of a message.
        """
        known = self._made.get(row.number)
        if known and known[0]() is row and known[1] == of:
            return known[2]
        number, made = row.number, make()
        self._made[number] = ref(row, lambda _: self._made.pop(number, None)), of, made
        return made
