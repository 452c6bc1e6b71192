"""A loopback Bot API server, the real ``coach run`` beside it, and people who talk to it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User
from tests.support.forked import Forked


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
        return await asyncio.wait_for(self.process.wait(), 20)

    async def ends(self, within: float = 20) -> int:
        """Wait until it ends by itself."""
        assert self.process
        return await asyncio.wait_for(self.process.wait(), within)

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    server = BotApi()
    await server.start()
    yield server
    await server.stop()


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
def somebody(api: BotApi) -> Callable[[int], User]:
    return lambda number: User(api, 100_000 + number)


@pytest.fixture
def ann(api: BotApi) -> User:
    return User(api, 31337)
