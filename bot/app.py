"""The composition root: settings in, a coach that can be talked to out."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.channels.web import CHANNEL
from bot.channels.web.place import Place, check
from bot.clock import Clock, MovableClock, wall_clock
from bot.content.library import Content, Operator, load_content, shipped_folder
from bot.errors import StoreError, UsageError
from bot.flows.registry import FLOWS
from bot.logs import ChatHasher, set_up
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.services.ports import Outbox
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.encryption_key import get_key, note_use, refuse_missing
from bot.store.files import Files
from bot.store.sqlite.connection import DATABASE, give_up, is_left
from bot.store.sqlite.store import SqliteStore

_AWAY = ("key_missing", "data_missing", "database_gone")
"""Errors that a service manager need not try again after: a disk is away, or was never there."""


def content_folder(settings: Settings) -> Path:
    """Where dialogues and frameworks are read from."""
    return (settings.coach_content or shipped_folder()).expanduser()


def open_content(settings: Settings) -> Content:
    """The content with the operator's name in it. Raises ContentError."""
    operator = Operator(settings.operator_name, settings.operator_contact)
    return load_content(content_folder(settings), operator)


def open_coach(
    settings: Settings, content: Content, clock: Clock = wall_clock, *, new: bool = False
) -> Coach:
    """Return a coach on the data folder of the settings. Raises StoreError.

    ``new`` makes a database also where the key has opened one before and there is none.
    """
    data = _Data.of(settings)
    return _coach(content, data.open(data.key(new=new)), data.folder, clock)


def open_beside(settings: Settings) -> SqliteStore:
    """The store, to read and to plan, also while a coach is running. Raises StoreError."""
    data = _Data.of(settings)
    return data.open(data.key(), beside=True)


def has_data(settings: Settings) -> bool:
    """Return whether there is a database, or the rest of one. Raises DataMissing."""
    data = _Data.of(settings)
    refuse_missing(data.key_file, data.database)
    return is_left(data.database)


@dataclass(frozen=True, slots=True)
class _Data:
    """Where an operator keeps the data, and the key to it."""

    folder: Path
    key_file: Path

    @classmethod
    def of(cls, settings: Settings) -> _Data:
        return cls(settings.coach_data.expanduser(), settings.coach_key_file.expanduser())

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    def key(self, *, new: bool = False) -> str:
        return get_key(self.key_file, self.database, new=new)

    def open(self, key: str, *, beside: bool = False) -> SqliteStore:
        store = SqliteStore.open(self.folder, key, self.key_file, beside=beside)
        note_use(self.key_file, self.folder)
        return store


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


def run_bot(settings: Settings, content: Content, *, new: bool = False) -> None:
    """Talk over Telegram until asked to stop. Raises UsageError, StoreError or ChannelError.

    ``new`` makes a database also where there was one and nothing is left of it.
    """
    # Telegram's library costs 0.3 s: a conversation in a terminal has no need of it.
    from bot.channels.telegram_bot.bot import TelegramBot, run_fast, secrets_in  # noqa: PLC0415
    from bot.channels.web.server import WebPage  # noqa: PLC0415

    hidden, place = secrets_in(settings), page_beside(settings)
    data = _Data.of(settings)
    try:
        key = data.key(new=new)
        set_up([*hidden, key])
        if new:
            give_up(data.database)
        store = data.open(key)
    except StoreError as error:
        if error.sentence in _AWAY:
            error.exit_status = UsageError.exit_status
        raise

    async def turn() -> None:
        try:
            bot = TelegramBot(settings, content, store, wall_clock, drawing(content))
            files, page = _files(content, data.folder), WebPage(store, wall_clock, content.words)
            outboxes: dict[str, Outbox] = dict(bot.outboxes)
            if place:
                outboxes[CHANNEL] = page.outbox
            service = Service(FLOWS, content, store, wall_clock, outboxes=outboxes, files=files)
            scheduler = Scheduler(service, store, wall_clock)
            async with AsyncExitStack() as beside:
                if place:
                    app = page.application(Coach(content, store, service, files), place)
                    await beside.enter_async_context(page.listening(app, place))
                await bot.run(service, scheduler, ChatHasher(key))
        finally:
            await store.close()

    run_fast(turn())


def page_beside(settings: Settings) -> Place | None:
    """Return where the page is served beside a bot, None where it is not. Raises UsageError."""
    if not settings.web_url:
        return None
    proxies = frozenset(each.strip() for each in settings.forwarded_allow_ips.split(","))
    place = Place(settings.web_host, settings.web_port, settings.web_url, proxies)
    check(place)
    return place


async def serve(
    store: SqliteStore,
    content: Content,
    files: Files,
    place: Place,
    say: Callable[[str], None],
    trial: MovableClock | None = None,
) -> None:
    """Serve the page until asked to stop. ``say`` is told its address. Raises ChannelError.

    ``trial`` is the clock of a trial.
    """
    from bot.channels.web.doors import TELEGRAM  # noqa: PLC0415
    from bot.channels.web.server import WebPage, until_stopped  # noqa: PLC0415

    clock = trial or wall_clock
    try:
        page = WebPage(store, clock, content.words)
        outboxes = {CHANNEL: page.outbox}
        service = Service(FLOWS, content, store, clock, outboxes=outboxes, files=files)
        coach, scheduler = (
            Coach(content, store, service, files, clock),
            Scheduler(service, store, clock),
        )
        if trial:
            app = await page.trial(coach, place, trial, scheduler)
        else:
            app = page.application(coach, place)
        async with page.listening(app, place) as address:
            if not trial:  # no bot runs beside it
                await store.set_meta(TELEGRAM, "")
                await store.set_meta("page_address", address)
                await store.set_meta("invitation_address", f"{address}join/{{token}}")
            say(address)
            await until_stopped(scheduler)
    finally:
        await store.close()


def run_page(
    settings: Settings, content: Content, place: Place, say: Callable[[str], None]
) -> None:
    """Serve the page on the data of the settings. Raises UsageError, StoreError, ChannelError."""
    check(place)
    data = _Data.of(settings)
    key = data.key()
    set_up([key])
    store = data.open(key)
    asyncio.run(serve(store, content, _files(content, data.folder), place, say))


def try_page(content: Content, place: Place, say: Callable[[str], None]) -> None:
    """Serve the page on data that is gone afterwards. Raises UsageError, ChannelError."""
    check(place)
    with TemporaryDirectory(prefix="coach-") as folder:
        store = SqliteStore.open(Path(folder), secrets.token_hex(32), Path("(in memory)"))
        set_up([])
        clock = MovableClock(wall_clock)
        asyncio.run(serve(store, content, _files(content, Path(folder)), place, say, clock))


def _files(content: Content, data: Path) -> Files:
    return Files(data / "files", drawing(content))


def _coach(content: Content, store: SqliteStore, data: Path, clock: Clock) -> Coach:
    files = _files(content, data)
    return Coach(content, store, Service(FLOWS, content, store, clock, files=files), files)
