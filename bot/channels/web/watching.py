"""Pages that are open and wait for something new."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class News(asyncio.Event):
    """Is set when there is something new; ``version`` is the turn that it is of."""

    version = 0


MOST_OF_ONE = 20
"""Open pages of one conversation that are told by themselves; others show it when asked."""

MOST = 700
"""The same of all: each holds a connection, and a process may often have 1,024 files open."""


class Watching:
    """The open pages of every conversation."""

    def __init__(self) -> None:
        """Nobody watches yet."""
        self._pages: defaultdict[str, set[News]] = defaultdict(set)

    @contextmanager
    def page(self, conversation: str) -> Iterator[News]:
        """Yield what is set whenever there is something new in a conversation."""
        new = News()
        self._pages[conversation].add(new)
        try:
            yield new
        finally:
            self._pages[conversation].discard(new)
            if not self._pages[conversation]:
                del self._pages[conversation]

    def is_full(self, conversation: str) -> bool:
        """Whether no more pages of a conversation can be told."""
        mine = len(self._pages.get(conversation, ()))
        return mine >= MOST_OF_ONE or sum(map(len, self._pages.values())) >= MOST

    def tell(self, conversation: str, version: int) -> None:
        """Tell the open pages of a conversation that there is something new, of that turn."""
        for each in self._pages.get(conversation, ()):
            each.version = version
            each.set()
