"""How the time of reading a text grows with the text, whatever the speed of the machine."""

from __future__ import annotations

import time
from collections.abc import Callable

NOISE = 0.02
"""Seconds that a look at a text may take longer for no reason of its own."""


LOOKS = 8


def grows_with_the_text(read: Callable[[str], object], unit: str, size: int = 20_000) -> bool:
    """Return whether twice the text takes about twice the time, not four times.

    The text is ``unit`` again and again, up to ``size`` characters. Only the processor's time
    counts, and the fastest of as many looks as it takes, up to ``LOOKS``: a machine that is busy
    with something else slows down some looks, and hardly all.
    """
    half = whole = float("inf")
    for _ in range(LOOKS):
        half = min(half, _seconds(read, unit, size // 2))
        whole = min(whole, _seconds(read, unit, size))
        if whole < 3 * half + NOISE:
            return True
    return False


def _seconds(read: Callable[[str], object], unit: str, size: int) -> float:
    text = (unit * size)[:size]
    begin = time.process_time()
    read(text)
    return time.process_time() - begin
