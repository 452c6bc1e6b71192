"""How the time of reading a text grows with the text, whatever the speed of the machine."""

from __future__ import annotations

import time
from collections.abc import Callable

NOISE = 0.02
"""Seconds that a look at a text may take longer for no reason of its own."""


def grows_with_the_text(read: Callable[[str], object], unit: str, size: int = 20_000) -> bool:
    """Return whether twice the text takes about twice the time, not four times.

    The text is ``unit`` again and again, up to ``size`` characters. Only the processor's time
    counts, and of three looks the fastest.
    """
    half, whole = _seconds(read, unit, size // 2), _seconds(read, unit, size)
    return whole < 3 * half + NOISE


def _seconds(read: Callable[[str], object], unit: str, size: int) -> float:
    text, times = (unit * size)[:size], list[float]()
    for _ in range(3):
        begin = time.process_time()
        read(text)
        times.append(time.process_time() - begin)
    return min(times)
