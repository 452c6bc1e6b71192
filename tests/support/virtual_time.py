"""A loop whose time is nobody's clock: where all wait, it jumps to what comes next."""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Coroutine
from typing import Any

import pytest


class _NeverWaits(selectors.DefaultSelector):
    """Where the loop would wait, its time moves on instead."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        self.now += timeout or 0.0
        return super().select(0)


def run_in_no_time(
    monkeypatch: pytest.MonkeyPatch, many: Coroutine[Any, Any, None], begins: float = 100.0
) -> None:
    """Run it to its end; ``time.monotonic`` tells the loop's time meanwhile.

    Nothing in it may wait for another thread or for the network.
    """
    selector = _NeverWaits()
    selector.now = begins
    loop = asyncio.SelectorEventLoop(selector)
    with monkeypatch.context() as changed, asyncio.Runner(loop_factory=lambda: loop) as runner:
        changed.setattr(loop, "time", lambda: selector.now)
        changed.setattr(time, "monotonic", lambda: selector.now)
        runner.run(many)
