"""kill -9 at any moment: what was receipted is there, what was not is sent again, nothing twice."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import aiohttp
import pytest

from tests.channels.web.test_beside_telegram import free_port, opened
from tests.support.browser import Browser
from tests.support.forked import Forked

pytestmark = pytest.mark.long

KILLS = 6


@dataclass
class Server:
    """``coach web``, a process of its own."""

    environment: dict[str, str]
    folder: Path
    port: int
    process: Forked | None = None

    async def start(self) -> None:
        command, log = ("web", "--port", str(self.port)), self.folder / "log"
        self.process = Forked(command, self.environment, self.folder, stdout=log, stderr=log)

    async def kill(self) -> None:
        assert self.process
        self.process.kill()
        await self.process.wait()


@pytest.fixture
async def server(environment: dict[str, str], tmp_path: Path) -> AsyncIterator[Server]:
    made = Server(environment, tmp_path, free_port())
    await made.start()
    yield made
    await made.kill()


async def send_until_receipted(browser: Browser, text: str) -> None:
    """Post a form, and the same form again where no page came back."""
    form = browser.page.forms["talk"]
    fields = {**form.fields, "text": text, "key": uuid4().hex}
    for _ in range(400):
        try:
            page = await browser.post("/say", fields)
        except (aiohttp.ClientError, OSError):
            await asyncio.sleep(0.05)
            continue
        if page.status == 200:
            return
    raise AssertionError("no page came back")


async def test_every_receipt_is_true_after_a_kill(server: Server) -> None:
    chance = random.Random(20261124)
    url = f"http://127.0.0.1:{server.port}/"
    people = [await opened(url) for _ in range(3)]
    for each in people:
        await each.press("Start")
    sent: list[list[str]] = [[] for _ in people]

    async def write(place: int) -> None:
        for number in range(KILLS * 6):
            text = f"I moved bed {number} of ward {place} to the top floor."
            sent[place].append(text)
            await send_until_receipted(people[place], text)
            await asyncio.sleep(chance.random() / 20)

    async def kill() -> None:
        for _ in range(KILLS):
            await asyncio.sleep(0.3 + chance.random() / 2)
            await server.kill()
            await server.start()

    await asyncio.gather(kill(), *(write(place) for place in range(len(people))))
    await (await opened(url)).close()  # the last start is through
    for place, each in enumerate(people):
        page = await each.press("See all that is saved about you")
        found = [line for line in page.now.splitlines() if line.startswith("I moved bed")]
        assert found == sent[place], "in order, each once"
        await each.close()
