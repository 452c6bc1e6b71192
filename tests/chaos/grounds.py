"""Where an attack takes place: a coach on a folder of its own, and people who write to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import open_coach
from bot.content.library import Content, Operator, shipped_folder
from bot.content.loading import load_content
from bot.domain.events import Event
from bot.domain.turn import Turn
from bot.services.coach import Coach
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore


@lru_cache(maxsize=1)
def content() -> Content:
    """The content that is shipped."""
    return load_content(shipped_folder(), Operator("The care team", "care@example.org"))


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with TemporaryDirectory(prefix="coach-chaos-") as name:
        yield Path(name)


def settings_in(place: Path) -> Settings:
    """Data and key below a folder, each in its own."""
    return Settings(coach_data=place / "data", coach_key_file=place / "config" / "key")


def opened(place: Path) -> Coach:
    """A coach on that folder. Raises StoreError."""
    return open_coach(settings_in(place), content())


def store_of(coach: Coach) -> SqliteStore:
    assert isinstance(coach.store, SqliteStore)
    return coach.store


async def say(coach: Coach, chat: str, text: str, key: str) -> Turn | None:
    """Somebody writes. What comes back was committed."""
    return await coach.service.receive(Event(chat, "say", text, f"{chat} {key}", key))


async def begun(coach: Coach, chat: str) -> None:
    """Somebody is at the first question."""
    await say(coach, chat, "Start", "start")


async def texts(coach: Coach, chat: str) -> list[str]:
    """What is kept of somebody, in order."""
    return [message.text for message in (await coach.store.load(chat)).messages]


def sentence(number: int) -> str:
    """A message like no other."""
    return f"I moved bed {number} of the ward to the top floor."
