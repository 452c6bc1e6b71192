"""No test waits for ever: whatever it waits for, it fails and says so."""

from __future__ import annotations

import asyncio
import queue
import subprocess
from collections.abc import Callable

import pytest

from tests.support.limit import limited


async def never_set() -> None:
    await asyncio.Event().wait()


def in_a_loop() -> None:
    asyncio.run(never_set())


def for_a_process() -> None:
    with subprocess.Popen(["sleep", "1000"]) as process:  # noqa: S607
        try:
            process.wait()
        finally:
            process.kill()


@pytest.mark.parametrize("wait", [in_a_loop, queue.Queue[None]().get, for_a_process])
def test_whoever_waits_for_ever_fails(wait: Callable[[], object]) -> None:
    with pytest.raises(pytest.fail.Exception, match="it waits for ever"), limited(0.2):
        wait()


def test_it_is_said_what_a_loop_waits_for() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"test_limit\.py:\d+ never_set"), limited(0.2):
        in_a_loop()


def test_who_waits_again_while_tidying_up_fails_again() -> None:
    with limited(0.2, 0.2):
        with pytest.raises(pytest.fail.Exception):
            in_a_loop()
        with pytest.raises(pytest.fail.Exception):
            in_a_loop()
