"""The page in a browser, put together: alone, on trial, or beside a bot."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import begin_log, files_of
from bot.channels.mail.kept_letters import mail_of_trial
from bot.channels.mail.letters import Letters
from bot.channels.mail.outbox import MailOutbox
from bot.channels.mail.smtp import MailServer
from bot.channels.watching import Watching, watched
from bot.channels.web import CHANNEL
from bot.channels.web.place import Place, check
from bot.channels.web.server import WebPage
from bot.channels.web.serving import serve
from bot.channels.web.trial import TrialMail
from bot.clock import Clock, MovableClock, wall_clock
from bot.content.library import Content
from bot.domain.mail import CHANNEL as MAIL
from bot.domain.shards import is_in_shard
from bot.flows.registry import FLOWS
from bot.logs import set_up
from bot.services.coach import Coach
from bot.services.ports import Outbox
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.operating import OperatorStore
from bot.store.places import place_of, shared_by_others
from bot.store.sqlite.store import SqliteStore

Outboxes = dict[str, Outbox]
"""Where replies and letters go that are no message over Telegram, by channel."""


def page_on(
    settings: Settings, store: OperatorStore, content: Content, place: Place
) -> tuple[WebPage, Outboxes]:
    """Return the page on a store. It sends letters where the settings name a server."""
    post = _post_of(settings, store, content, place)
    page = WebPage(store, wall_clock, content.words, post)
    return page, _outboxes(page, post)


def run_page(
    settings: Settings, content: Content, place: Place, say: Callable[[str], None]
) -> None:
    """Serve the page on the data of the settings. Raises UsageError, StoreError, ChannelError."""
    check(place)
    data = place_of(settings)
    key = data.key()
    begin_log(settings, [key])
    store = data.open_shared(key)
    store.take_sending()
    page, outboxes = page_on(settings, store, content, place)
    coach = _coach(store, content, data.folder, wall_clock, outboxes)
    watching = watched(Watching(store, data.folder, wall_clock), settings.health_port)
    if shared_by_others(store):
        coach.service.conversations.may_have = is_in_shard
    asyncio.run(serve(page, coach, place, say, beside=watching))


def try_page(content: Content, place: Place, say: Callable[[str], None]) -> None:
    """Serve the page on data that is gone afterwards. Raises UsageError, ChannelError."""
    check(place)
    with TemporaryDirectory(prefix="coach-") as folder:
        store = SqliteStore.open(Path(folder), secrets.token_hex(32), Path("(in memory)"))
        set_up([])
        clock = MovableClock(wall_clock)
        post, letters = mail_of_trial(store, clock, content.words)
        page = WebPage(store, clock, content.words, post)
        coach = _coach(store, content, Path(folder), clock, _outboxes(page, post))

        def told(address: str) -> None:
            post.letters.address = f"{address}as/you/"
            say(address)

        asyncio.run(serve(page, coach, place, told, (clock, TrialMail(post, letters))))


def _post_of(
    settings: Settings, store: OperatorStore, content: Content, place: Place
) -> MailOutbox | None:
    """Return who sends letters for the page at this place, None where no server is set."""
    server = MailServer.of(settings)
    if server is None:
        return None
    letters = Letters(content.words, server.sender, place.address)
    return MailOutbox(store, wall_clock, server, letters)


def _outboxes(page: WebPage, post: MailOutbox | None) -> Outboxes:
    return {CHANNEL: page.outbox, MAIL: post} if post else {CHANNEL: page.outbox}


def _coach(
    store: OperatorStore, content: Content, data: Path, clock: Clock, outboxes: Outboxes
) -> Coach:
    """Return the coach whose replies the page shows."""
    files = files_of(content, data)
    service = Service(FLOWS, content, store, clock, outboxes=outboxes, files=files)
    return Coach(content, store, service, files, clock)
