"""A loopback Bot API server, the real ``coach run`` beside it, and people who talk to it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User
from tests.support.forked import Forked
from tests.support.postgres import KEY


@dataclass
class Bot:
    """A process of its own. Its log is kept in a file."""

    environment: dict[str, str]
    folder: Path
    process: Forked | None = None

    async def start(self, **more: str) -> Bot:
        log, environment = self.folder / "log", {**self.environment, **more}
        log.touch()  # it can be read at once
        self.process = Forked(("run",), environment, self.folder, stdout=log, stderr=log)
        return self

    async def kill(self) -> None:
        """kill -9."""
        assert self.process
        self.process.kill()
        await self.process.wait()

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; gives its exit status."""
        assert self.process
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(how)
        return await asyncio.wait_for(self.process.wait(), 60)

    async def ends(self, within: float = 60) -> int:
        """Wait until it ends by itself."""
        assert self.process
        return await asyncio.wait_for(self.process.wait(), within)

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()


@dataclass
class Fleet:
    """Several processes that are one bot, on one database.

    Each has a folder of its own; they have the key in common.
    """

    bots: list[Bot]

    @classmethod
    def of(
        cls, api: BotApi, environment: dict[str, str], folder: Path, url: str, many: int
    ) -> Fleet:
        key = folder / "key"
        key.write_text(KEY + "\n")
        key.chmod(0o600)
        bots = list[Bot]()
        for number in range(many):
            place = folder / f"process-{number}"
            place.mkdir()
            more = {
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_URL": api.url,
                "DATABASE_URL": url,
                "COACH_KEY_FILE": str(key),
                "COACH_DATA": str(place / "data"),
            }
            bots.append(Bot({**environment, **more}, place))
        return cls(bots)

    async def start(self) -> None:
        await asyncio.gather(*(each.start() for each in self.bots))

    async def all_have_a_share(self) -> None:
        """Wait until every process has taken up shards, however slow the machine is."""
        async with asyncio.timeout(60):
            while not all("takes up" in each.log for each in self.bots):
                await asyncio.sleep(0.1)

    async def end(self) -> None:
        for each in self.bots:
            if each.process and each.process.returncode is None:
                await each.kill()

    @property
    def log(self) -> str:
        return "\n".join(f"== {each.folder.name}\n{each.log}" for each in self.bots)


@pytest.fixture
async def stopped_bot(
    api: BotApi, environment: dict[str, str], tmp_path: Path
) -> AsyncIterator[Bot]:
    """A bot that is set up and not running yet."""
    bot = Bot({**environment, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}, tmp_path)
    yield bot
    if bot.process and bot.process.returncode is None:
        await bot.kill()


@pytest.fixture
async def bot(stopped_bot: Bot) -> Bot:
    return await stopped_bot.start()


@pytest.fixture
async def fleet(
    api: BotApi, environment: dict[str, str], tmp_path: Path, database_url: str
) -> AsyncIterator[Fleet]:
    """Three processes on one database, none of which runs yet."""
    fleet = Fleet.of(api, environment, tmp_path, database_url, 3)
    yield fleet
    await fleet.end()


@pytest.fixture
def somebody(api: BotApi) -> Callable[[int], User]:
    return lambda number: User(api, 100_000 + number)


@pytest.fixture
def ann(api: BotApi) -> User:
    return User(api, 31337)


async def ended(task: asyncio.Future[Any]) -> None:
    """Cancel a task and wait for its end, which may not take for ever."""
    task.cancel()
    _, goes_on = await asyncio.wait([task], timeout=60)
    assert not goes_on, f"a minute after it was cancelled it goes on: {task}"


async def begun(ann: User) -> User:
    """At the first question."""
    await ann.asks("/start", "Who can read your words?")
    await ann.asks("Start", "Tell me your role")
    return ann
