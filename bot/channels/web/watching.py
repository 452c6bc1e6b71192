"""Pages that are open and wait for something new."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Watching:
    """The open pages of every conversation."""

    def __init__(self) -> None:
        """Nobody watches yet."""
        self._pages: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    @contextmanager
    def page(self, conversation: str) -> Iterator[asyncio.Event]:
        """Yield what is set whenever there is something new in a conversation."""
        new = asyncio.Event()
        self._pages[conversation].add(new)
        try:
            yield new
        finally:
            self._pages[conversation].discard(new)
            if not self._pages[conversation]:
                del self._pages[conversation]

    def tell(self, conversation: str) -> None:
        """Tell the open pages of a conversation that there is something new."""
        for each in self._pages.get(conversation, ()):
            each.set()
