"""kill -9 at any moment: what was receipted is there, what was not is sent again, nothing twice."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.web.kills import Server, run_web_kills
from tests.support.ports import free_port

pytestmark = pytest.mark.long


@pytest.fixture
async def server(environment: dict[str, str], tmp_path: Path) -> AsyncIterator[Server]:
    made = Server(environment, tmp_path, free_port())
    await made.start()
    yield made
    await made.kill()


async def test_every_receipt_is_true_after_a_kill(server: Server) -> None:
    assert await run_web_kills(server, 6, random.Random(20261124)) == [[], [], []]
