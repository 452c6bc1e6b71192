"""No test, and no process that a test starts, can reach beyond this machine."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.support.offline.sitecustomize import OfflineError

ELSEWHERE = ("192.0.2.1", 80)  # an address that is reserved for documents


def test_the_tests_themselves_stay_here() -> None:
    with pytest.raises(OfflineError):
        socket.create_connection(ELSEWHERE, timeout=1)


def test_a_process_that_they_start_stays_here(environment: dict[str, str]) -> None:
    code = f"import socket; socket.create_connection({ELSEWHERE!r}, timeout=1)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env=environment, text=True
    )
    assert "tests stay on this machine" in done.stderr


def test_so_does_the_loop_that_the_bot_runs_on(environment: dict[str, str]) -> None:
    code = f"""
import aiohttp, uvloop
async def go():
    async with aiohttp.ClientSession() as session:
        await session.get("http://{ELSEWHERE[0]}/")
uvloop.run(go())
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env=environment, text=True
    )
    assert "tests stay on this machine" in done.stderr
