"""The composition root: settings in, a coach that can be talked to out."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import platformdirs

from bot.channels.web import CHANNEL
from bot.channels.web.place import Place, check
from bot.clock import Clock, MovableClock, wall_clock
from bot.content.kept import open_kept
from bot.content.library import Content, Operator, shipped_folder
from bot.domain.mail import CHANNEL as MAIL
from bot.domain.shards import is_in_shard
from bot.exports.making import maker
from bot.flows.registry import FLOWS
from bot.logs import set_up
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.services.ports import Outbox
from bot.services.turns import Service
from bot.settings import APP, Settings, settings_file
from bot.store.files import Files
from bot.store.operating import OperatorStore
from bot.store.place import DataPlace, shared_by_others
from bot.store.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from bot.channels.mail.outbox import MailOutbox
    from bot.channels.web.server import WebPage

_log = logging.getLogger(__name__)


def content_folder(settings: Settings) -> Path:
    """Where dialogues and frameworks are read from."""
    return (settings.coach_content or shipped_folder()).expanduser()


def open_content(settings: Settings) -> Content:
    """The content with the operator's name in it. Raises ContentError."""
    operator = Operator(settings.operator_name, settings.operator_contact, settings.keep_months)
    return open_kept(content_folder(settings), operator, platformdirs.user_cache_path(APP))


def open_coach(
    settings: Settings, content: Content, clock: Clock = wall_clock, *, new: bool = False
) -> Coach:
    """Return a coach on the data folder of the settings. Raises StoreError.

    ``new`` makes a database also where the key has opened one before and there is none.
    """
    data = DataPlace.of(settings)
    return _coach(content, data.open(data.key(new=new)), data.folder, clock)


def open_beside(settings: Settings) -> OperatorStore:
    """The store, to read and to plan, also while a coach is running. Raises StoreError."""
    data = DataPlace.of(settings)
    return data.open(data.key(), beside=True)


@contextmanager
def coach_that_reads(settings: Settings, content: Content) -> Iterator[tuple[Coach, OperatorStore]]:
    """Open a coach to read with, beside one that runs or where nothing can be written.

    Raises StoreError.
    """
    data = DataPlace.of(settings)
    with data.reading() as store:
        yield _coach(content, store, data.folder, wall_clock), store


def has_data(settings: Settings) -> bool:
    """Return whether there is a database, or the rest of one. Raises DataMissing."""
    return DataPlace.of(settings).has_data()


@contextmanager
def try_out(content: Content, clock: Clock = wall_clock) -> Iterator[TryOut]:
    """A data folder for one run: real, encrypted with a key that is never written, then gone."""
    with TemporaryDirectory(prefix="coach-") as folder:
        yield TryOut(Path(folder), secrets.token_hex(32), content, clock)


@dataclass(frozen=True, slots=True)
class TryOut:
    """Opens a coach on a folder that will not outlive the run, as often as asked."""

    folder: Path
    key: str
    content: Content
    clock: Clock

    def open_coach(self) -> Coach:
        """A coach on that folder."""
        store = SqliteStore.open(self.folder, self.key, Path("(in memory)"))
        return _coach(self.content, store, self.folder, self.clock)


def begin_log(settings: Settings, hidden: list[str]) -> None:
    """Log from here on, and first of all where the settings came from."""
    set_up(hidden, as_json=settings.log_format == "json")
    read = settings_file()
    _log.info("settings: %s", f"{read} and the environment" if read else "the environment alone")


def _with_page(
    store: OperatorStore,
    content: Content,
    files: Files,
    clock: Clock,
    post: MailOutbox | None = None,
) -> tuple[WebPage, Coach]:
    """Return a page, and the coach whose replies it shows."""
    page = page_on(store, content, clock, post)
    outboxes = outboxes_of(page, post)
    service = Service(FLOWS, content, store, clock, outboxes=outboxes, files=files)
    return page, Coach(content, store, service, files, clock)


def page_on(
    store: OperatorStore, content: Content, clock: Clock, post: MailOutbox | None
) -> WebPage:
    """Return the page. What shows it is loaded only where there is one."""
    from bot.channels.web.server import WebPage

    return WebPage(store, clock, content.words, post)


def outboxes_of(page: WebPage | None, post: MailOutbox | None) -> dict[str, Outbox]:
    """Return where replies and letters go that are no message over Telegram."""
    found: dict[str, Outbox] = {CHANNEL: page.outbox} if page else {}
    return {**found, MAIL: post} if post else found


def post_of(
    settings: Settings, store: OperatorStore, content: Content, place: Place
) -> MailOutbox | None:
    """Return who sends letters for the page at this place, None where no server is set."""
    from bot.channels.mail.letters import Letters
    from bot.channels.mail.outbox import MailOutbox
    from bot.channels.mail.smtp import MailServer

    server = MailServer.of(settings)
    if server is None:
        return None
    letters = Letters(content.words, server.sender, place.address)
    return MailOutbox(store, wall_clock, server, letters)


def run_page(
    settings: Settings, content: Content, place: Place, say: Callable[[str], None]
) -> None:
    """Serve the page on the data of the settings. Raises UsageError, StoreError, ChannelError."""
    from bot.channels.watching import Watching, watched
    from bot.channels.web.serving import serve

    check(place)
    data = DataPlace.of(settings)
    key = data.key()
    begin_log(settings, [key])
    store = data.open(key, shared=True)
    store.take_sending()
    post = post_of(settings, store, content, place)
    page, coach = _with_page(store, content, files_of(content, data.folder), wall_clock, post)
    watching = watched(Watching(store, data.folder, wall_clock), settings.health_port)
    if shared_by_others(store):
        coach.service.conversations.may_have = is_in_shard
    asyncio.run(serve(page, coach, place, say, beside=watching))


def try_page(content: Content, place: Place, say: Callable[[str], None]) -> None:
    """Serve the page on data that is gone afterwards. Raises UsageError, ChannelError."""
    from bot.channels.mail.kept_letters import mail_of_trial
    from bot.channels.web.serving import serve
    from bot.channels.web.trial import TrialMail

    check(place)
    with TemporaryDirectory(prefix="coach-") as folder:
        store = SqliteStore.open(Path(folder), secrets.token_hex(32), Path("(in memory)"))
        set_up([])
        clock = MovableClock(wall_clock)
        post, letters = mail_of_trial(store, clock, content.words)
        page, coach = _with_page(store, content, files_of(content, Path(folder)), clock, post)

        def told(address: str) -> None:
            post.letters.address = f"{address}as/you/"
            say(address)

        asyncio.run(serve(page, coach, place, told, (clock, TrialMail(post, letters))))


def files_of(content: Content, data: Path) -> Files:
    """Return the files that learners ask for, which lie in the data."""
    return Files(data / "files", maker(drawing(content)))


def _coach(content: Content, store: OperatorStore, data: Path, clock: Clock) -> Coach:
    files = files_of(content, data)
    return Coach(content, store, Service(FLOWS, content, store, clock, files=files), files)
