"""The page served on loopback, and somebody with a browser that knows forms and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.app import open_coach
from bot.channels.web import CHANNEL
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage
from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.turn import Turn
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.support.browser import Browser


@dataclass
class Site:
    """The page, and its coach."""

    url: str
    store: SqliteStore
    page: WebPage
    scheduler: Scheduler
    clock: list[datetime]
    browsers: list[Browser] = field(default_factory=list)

    def browser(self) -> Browser:
        """A browser that was never here."""
        made = Browser(self.url)
        self.browsers.append(made)
        return made

    async def nobody(self, chat: str) -> Turn:
        """A turn of somebody who has said nothing, to be kept under an id."""
        empty = Conversation(chat)
        return Turn(empty, empty, (), self.clock[0])

    async def later(self, **how: float) -> None:
        self.clock[0] += timedelta(**how)
        await self.scheduler.scheduler()
        await self.page.outbox.settled()


Opened = Callable[[], "AsyncIterator[Site]"]


@pytest.fixture
async def site(settings: Settings, content: Content) -> AsyncIterator[Site]:
    now = [datetime(2026, 11, 24, 10, tzinfo=UTC)]
    opened = open_coach(settings, content)
    store = opened.store
    assert isinstance(store, SqliteStore)
    page = WebPage(store, lambda: now[0], content.words)
    outboxes = {CHANNEL: page.outbox}
    service = Service(FLOWS, content, store, lambda: now[0], outboxes=outboxes, files=opened.files)
    coach = Coach(content, store, service, opened.files, lambda: now[0])
    place = Place("127.0.0.1", 0)
    scheduler = Scheduler(service, store, lambda: now[0])
    async with page.listening(page.application(coach, place), place) as url:
        made = Site(url, store, page, scheduler, now)
        yield made
        for each in made.browsers:
            await each.close()
    await store.close()


@pytest.fixture
async def ann(site: Site) -> Browser:
    return site.browser()


__all__ = ["Site", "aiohttp"]
