"""A test that waits for ever fails after a while, and says what it waits for.

A run would else never end, and the tests after it would never be done. Where each task of a loop
stands is what pytest-timeout does not show: its thread waits in ``select``.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest

LIMIT = 900.0
"""Seconds for one test with all that it needs: none takes as long, however busy the machine is."""

AGAIN = 60.0
"""Seconds for each thing that is still tidied up after that."""


@contextmanager
def limited(seconds: float = LIMIT, again: float = AGAIN) -> Iterator[None]:
    """Let the body fail where it takes longer. Only the main thread can be interrupted."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def fail(*_: object) -> NoReturn:
        pytest.fail(f"it waits for ever: longer than {seconds:.0f} s\n{_waiting()}")

    before = signal.signal(signal.SIGALRM, fail)
    signal.setitimer(signal.ITIMER_REAL, seconds, again)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _waiting() -> str:
    """Return where each task of the event loop stands; the thread itself is in the traceback."""
    try:
        tasks = asyncio.all_tasks()
    except RuntimeError:  # there is no loop
        return ""
    return "\n".join(f"{each.get_name()} waits: {' > '.join(_frames(each))}" for each in tasks)


def _frames(task: asyncio.Task[object]) -> Iterator[str]:
    """Yield the places from the outermost coroutine of a task to where it waits."""
    inner: Any = task.get_coro()
    while inner is not None:
        if frame := getattr(inner, "cr_frame", None) or getattr(inner, "gi_frame", None):
            yield f"{frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_name}"
        inner = getattr(inner, "cr_await", None) or getattr(inner, "gi_yieldfrom", None)
