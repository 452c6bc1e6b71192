"""How much work something is: a count that is the same on every machine, however busy it is."""

from __future__ import annotations

import ctypes
import functools
import itertools
import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any


def _last_look(*_: object) -> None:
    """Take the last look that was asked for, and ask for no other."""


def work_of(act: Callable[[], Any]) -> int:
    """Return how often the interpreter looked for signals while it carried out an act.

    It looks at each call and at each turn of a loop, and ``re`` at each 4,096 steps of one try at
    one place: what is cheap at each of many places is not seen here. The handler asks for the next
    look by itself. It is C alone: a line of Python would be looked at, too, and never come to its
    end. Only the main thread can count.
    """
    looks = itertools.count()
    again = ctypes.PyDLL(None).PyErr_SetInterruptEx
    counted = SimpleNamespace(from_param=functools.partial(next, looks))
    again.argtypes = (ctypes.c_int, counted)  # type: ignore[assignment]  # what C has is enough
    before = signal.signal(signal.SIGUSR2, again)
    try:
        again(signal.SIGUSR2, None)
        act()
    finally:
        signal.signal(signal.SIGUSR2, _last_look)
        signal.signal(signal.SIGUSR2, before)
    return next(looks)
