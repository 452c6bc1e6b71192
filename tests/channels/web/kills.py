"""Somebody's browsers, and a page that is killed again and again under them."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import aiohttp

from tests.channels.web.test_beside_telegram import opened
from tests.support.browser import Browser
from tests.support.forked import Forked


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


PER_KILL = 4
"""Messages of each: a browser may send 60 forms a minute."""


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


async def run_web_kills(server: Server, kills: int, chance: random.Random) -> list[list[str]]:
    """Let three people write through kills. Return for each what was sent and not found so."""
    url = f"http://127.0.0.1:{server.port}/"
    people = [await opened(url) for _ in range(3)]
    for each in people:
        await each.press("Start")
    sent: list[list[str]] = [[] for _ in people]

    async def write(place: int) -> None:
        for number in range(kills * PER_KILL):
            text = f"I moved bed {number} of ward {place} to the top floor."
            sent[place].append(text)
            await send_until_receipted(people[place], text)
            await asyncio.sleep(chance.random() / 20)

    async def kill() -> None:
        for _ in range(kills):
            await asyncio.sleep(0.3 + chance.random() / 2)
            await server.kill()
            await server.start()

    await asyncio.gather(kill(), *(write(place) for place in range(len(people))))
    await (await opened(url)).close()  # the last start is through
    wrong = list[list[str]]()
    for place, each in enumerate(people):
        page = await each.press("See all that is saved about you")
        found = [line for line in page.now.splitlines() if line.startswith("I moved bed")]
        counts = {text: found.count(text) for text in sent[place]}
        wrong.append([text for text, count in counts.items() if count != 1])
        if found != sent[place] and not wrong[-1]:
            wrong[-1].append("out of order")
        await each.close()
    return wrong
