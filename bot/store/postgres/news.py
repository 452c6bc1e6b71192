"""Hearing at once that something was brought, by a connection that does nothing else."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import Connection, Notify, sql

from bot.errors import StoreError
from bot.store.postgres.intake import CHANNEL

LINES = "'coach_lines ' || current_schema()"
"""What is notified when a conversation has new lines, which a page may show."""

NEW_LINES = f"SELECT pg_notify({LINES}, ?)"

Tell = Callable[[str, int], None]

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
        self._tell: Tell | None = None
        self._writer: Callable[[], Connection[Any] | None] = lambda: None

    def hear(self, tell: Tell, writer: Callable[[], Connection[Any] | None]) -> None:
        """Tell of lines that others add; those of our own ``writer`` are known here."""
        self._tell, self._writer = tell, writer
        self._begin()

    def _begin(self) -> asyncio.Event:
        if self._arrived is None:
            self._arrived, loop = asyncio.Event(), asyncio.get_running_loop()
            given = (loop, self._arrived)
            self._thread = threading.Thread(target=self._listen, args=given, daemon=True)
            self._thread.start()
        return self._arrived

    async def wait(self, seconds: float) -> None:
        """Wait until something was brought, but no longer than so many seconds."""
        arrived = self._begin()
        try:
            async with asyncio.timeout(seconds):
                await arrived.wait()
        except TimeoutError:
            return
        arrived.clear()

    def close(self) -> None:
        """Listen no more."""
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _listen(self, loop: asyncio.AbstractEventLoop, arrived: asyncio.Event) -> None:
        while not self._ended.is_set():
            try:
                with self._connect() as connection:
                    found = connection.execute(f"SELECT {CHANNEL}, {LINES}").fetchone()
                    brought, lines = found or ("", "")
                    for each in (brought, lines):
                        connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(each)))
                    while not self._ended.is_set():
                        for heard in connection.notifies(timeout=LOOK_EVERY, stop_after=1):
                            if heard.channel == brought:
                                loop.call_soon_threadsafe(arrived.set)
                            else:
                                self._tell_of(heard, loop)
            except (psycopg.Error, StoreError):
                time.sleep(LOOK_EVERY)  # what was brought is looked for all the same
            except RuntimeError:  # the loop has ended
                return

    def _tell_of(self, heard: Notify, loop: asyncio.AbstractEventLoop) -> None:
        """Tell of lines, unless we have added them ourselves."""
        writer = self._writer()
        if self._tell and (writer is None or writer.info.backend_pid != heard.pid):
            version, _, conversation = heard.payload.partition(" ")
            loop.call_soon_threadsafe(self._tell, conversation, int(version))
