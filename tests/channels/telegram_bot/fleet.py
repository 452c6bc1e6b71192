"""Several processes that are one bot, on one database."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from tests.channels.telegram_bot.conftest import Bot
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.postgres import KEY


@dataclass
class Fleet:
    """The processes, each with a folder of its own; they have the key in common."""

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
