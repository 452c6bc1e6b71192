"""The page served on loopback, and somebody with a browser that knows forms and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from playwright.async_api import Browser as Chromium
from playwright.async_api import BrowserContext

from bot.app import open_coach
from bot.channels.mail.kept_letters import mail_of_trial
from bot.channels.mail.letters import Letters
from bot.channels.mail.outbox import MailOutbox
from bot.channels.mail.smtp import MailServer
from bot.channels.web import CHANNEL
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage
from bot.channels.web.trial import TrialMail, keep_addresses
from bot.clock import MovableClock, wall_clock
from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.turn import Turn
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.ports import Outbox
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.sqlite.store import SqliteStore
from tests.support.browser import Browser
from tests.support.chromium import PHONE, chromium
from tests.support.mail_server import MailOffice


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


@asynccontextmanager
async def served(settings: Settings, content: Content, at: str = "") -> AsyncIterator[Site]:
    """The page on a port of its own. ``at`` is its address to the world, where it has one."""
    now = [datetime(2026, 11, 24, 10, tzinfo=UTC)]
    opened = open_coach(settings, content)
    store = opened.store
    assert isinstance(store, SqliteStore)
    page = WebPage(store, lambda: now[0], content.words)
    outboxes = {CHANNEL: page.outbox}
    service = Service(FLOWS, content, store, lambda: now[0], outboxes=outboxes, files=opened.files)
    coach = Coach(content, store, service, opened.files, lambda: now[0])
    place = Place("127.0.0.1", 0, proxies=frozenset({"127.0.0.1"}))  # as the settings have it
    scheduler = Scheduler(service, store, lambda: now[0])
    app = page.application(coach, replace(place, url=at))
    async with page.listening(app, place) as url:
        made = Site(url, store, page, scheduler, now)
        yield made
        for each in made.browsers:
            await each.close()
    await store.close()


@pytest.fixture
async def office() -> AsyncIterator[MailOffice]:
    made = await MailOffice.opened()
    yield made
    made.close()


@pytest.fixture
async def post_site(
    settings: Settings, content: Content, office: MailOffice
) -> AsyncIterator[tuple[Site, MailOutbox]]:
    """The page with a mail server beside it."""
    now = [datetime(2026, 11, 24, 10, tzinfo=UTC)]
    opened = open_coach(settings, content)
    store = opened.store
    assert isinstance(store, SqliteStore)
    server = MailServer("127.0.0.1", office.port, "coach@example.org", security="none", timeout=5)
    letters = Letters(content.words, server.sender, "http://127.0.0.1/")
    post = MailOutbox(store, lambda: now[0], server, letters, again=0.01)
    page = WebPage(store, lambda: now[0], content.words, post)
    outboxes: dict[str, Outbox] = {CHANNEL: page.outbox, "mail": post}
    service = Service(FLOWS, content, store, lambda: now[0], outboxes=outboxes, files=opened.files)
    coach = Coach(content, store, service, opened.files, lambda: now[0])
    place = Place("127.0.0.1", 0, proxies=frozenset({"127.0.0.1"}))  # as the settings have it
    scheduler = Scheduler(service, store, lambda: now[0])
    async with page.listening(page.application(coach, place), place) as url:
        letters.address = url
        site = Site(url, store, page, scheduler, now)
        yield site, post
        for each in site.browsers:
            await each.close()
    await store.close()


@pytest.fixture
def mail_site(post_site: tuple[Site, MailOutbox]) -> Site:
    return post_site[0]


@pytest.fixture
def post(post_site: tuple[Site, MailOutbox]) -> MailOutbox:
    return post_site[1]


@pytest.fixture
async def site(settings: Settings, content: Content) -> AsyncIterator[Site]:
    async with served(settings, content) as made:
        yield made


@pytest.fixture
async def stranger(settings: Settings, content: Content) -> AsyncIterator[Browser]:
    clock = MovableClock(wall_clock, datetime(2026, 11, 24, 10, tzinfo=UTC))
    opened = open_coach(settings, content)
    post, letters = mail_of_trial(opened.store, clock, content.words)
    page = WebPage(opened.store, clock, content.words, post)
    outboxes: dict[str, Outbox] = {CHANNEL: page.outbox, "mail": post}
    service = Service(FLOWS, content, opened.store, clock, outboxes=outboxes)
    coach = Coach(content, opened.store, service, opened.files, clock)
    place, mail = Place("127.0.0.1", 0), TrialMail(post, letters)
    app = await page.trial(coach, place, clock, Scheduler(service, opened.store, clock), mail)
    async with page.listening(app, place) as url:
        post.letters.address = f"{url}as/you/"
        await keep_addresses(opened.store, url)
        browser = Browser(url)
        yield browser
        await browser.close()
    await opened.store.close()


@pytest.fixture
async def ann(site: Site) -> Browser:
    return site.browser()


@pytest.fixture
async def browser() -> AsyncIterator[Chromium]:
    async with chromium() as found:
        yield found


__all__ = ["Site", "aiohttp"]


@pytest.fixture
async def context() -> AsyncIterator[BrowserContext]:
    """A phone's browser, as nobody yet."""
    async with chromium() as browser:
        made = await browser.new_context(viewport=PHONE)
        yield made
        await made.close()
