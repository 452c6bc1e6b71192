"""Hearing at once that something was brought, by a connection that does nothing else."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import Connection

from bot.errors import StoreError
from bot.store.postgres.intake import CHANNEL

LOOK_EVERY = 0.5
"""Seconds after which the thread looks whether it should end."""


class News:
    """A thread that listens. Whoever waits is woken; should it be deaf, they wake by themselves."""

    def __init__(self, connect: Callable[[], Connection[Any]]) -> None:
        """Listen from the first ``wait`` on."""
        self._connect = connect
        self._arrived: asyncio.Event | None = None
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    async def wait(self, seconds: float) -> None:
        """Wait until something was brought, but no longer than so many seconds."""
        if self._arrived is None:
            self._arrived, loop = asyncio.Event(), asyncio.get_running_loop()
            given = (loop, self._arrived)
            self._thread = threading.Thread(target=self._listen, args=given, daemon=True)
            self._thread.start()
        try:
            async with asyncio.timeout(seconds):
                await self._arrived.wait()
        except TimeoutError:
            return
        self._arrived.clear()

    def close(self) -> None:
        """Listen no more."""
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _listen(self, loop: asyncio.AbstractEventLoop, arrived: asyncio.Event) -> None:
        while not self._ended.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    while not self._ended.is_set():
                        for _ in connection.notifies(timeout=LOOK_EVERY, stop_after=1):
                            loop.call_soon_threadsafe(arrived.set)
            except (psycopg.Error, StoreError):
                time.sleep(LOOK_EVERY)  # what was brought is looked for all the same
            except RuntimeError:  # the loop has ended
                return
