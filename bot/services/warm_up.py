"""All that the first turns of a process would wait for, made ready while nobody waits.

No start waits for it: patterns, tables and lists are made when they are first asked for. So the
first hundred turns took five times as long as later ones, and one of them a quarter of a second, in
which nobody was answered. A thread of its own makes them, so that the loop goes on.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Iterator
from itertools import chain

from bot.analysis import patterns
from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.logs import describe

_log = logging.getLogger(__name__)


async def warm_up(content: Content) -> None:
    """Make ready what reads messages. Cancelled, it ends with the step that it is at.

    A fault in it ends nothing else: the turn that needs the same will say so.
    """
    try:
        await step_by_step(chain(Knowledge.of(content).make_ready(), patterns.make_ready()))
        gc.freeze()  # it stays: nobody waits any more while all of it is looked through for waste
    except Exception as error:
        _log.warning("not all is ready: %s", describe(type(error), error.__traceback__))


async def step_by_step(steps: Iterator[None]) -> None:
    """Go through steps in a thread; cancelled, none begins any more."""
    leaving = threading.Event()

    def go() -> None:
        for _ in steps:
            if leaving.is_set():
                return

    try:
        await asyncio.to_thread(go)
    finally:
        leaving.set()
