"""Letting the methods of the store run on its connections, each of which has a thread."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial, wraps
from json import JSONDecodeError
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.domain.turn import Turn
from bot.errors import DataUnreadable
from bot.store.postgres.lanes import Here, Lane
from bot.store.postgres.reads import OF_ONE_STATEMENT, READS
from bot.store.postgres.sealing import CannotOpen

Store = TypeVar("Store", bound=type)


class Laned(Protocol):
    """A store with connections."""

    _here: Here
    _writer: Lane
    _readers: Iterator[Lane]

    def note_saved(self, turn: Turn) -> None:
        """Remember what was committed last."""


def on_lanes(store: Store) -> Store:
    """Let every method of a store run on one of its connections."""
    for name, method in inspect.getmembers(store, inspect.iscoroutinefunction):
        if not name.startswith("_") and name not in ("close", "watch", "news"):
            setattr(store, name, _posted(method))
    return store


def _posted(method: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    reads, is_one = method.__name__ in READS, method.__name__ in OF_ONE_STATEMENT

    @wraps(method)
    async def post(store: Laned, *given: Any, **named: Any) -> Any:
        if store._here.execute:  # one method calls another
            return await method(store, *given, **named)
        lane = next(store._readers) if reads else store._writer
        work = partial(method, store, *given, **named)
        done = lane.post(work, is_one=is_one)  # type: ignore[arg-type]
        # Whoever waits may go away; what was posted is done all the same.
        found = await asyncio.shield(asyncio.wrap_future(done))
        if method.__name__ == "save":
            store.note_saved(given[0] if given else named["turn"])
        return found

    return post


class OnLanes:
    """How the rooms read and write here: their lane has begun a transaction, and ends it."""

    def __init__(self, server: str, key_file: Path) -> None:
        """Both are named in messages only."""
        self._server, self._key_file = server, key_file

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read; what cannot be opened becomes a StoreError that says so."""
        try:
            yield
        except (CannotOpen, JSONDecodeError) as error:
            facts = {"server": self._server, "key": str(self._key_file)}
            raise DataUnreadable("server_key", **facts) from error

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Write what the body writes. The lane waits until it is durable."""
        with self.reading():
            yield

    async def empty_log(self) -> None:
        """Do nothing: the log is the server's, and what stands in it is sealed."""
