"""``coach run``: one bot, or several side by side in one process, until asked to stop.

Several have a store, a pace and a lock each. One that cannot go on stops no other: it is tried
again where that may help, and said in the log where it does not.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot import __version__
from bot.app import begin_log, content_folder, files_of, open_content
from bot.channels.telegram_bot.bot import TelegramBot, run_fast, secrets_in
from bot.channels.watching import Watching, WatchingSeveral, watched
from bot.channels.web.place import Place, page_beside
from bot.clock import wall_clock
from bot.content.kept import mark_of
from bot.content.library import Content, Operator
from bot.domain.shards import is_in_shard
from bot.engine.wording import fill
from bot.errors import CoachError, StoreError, UsageError
from bot.flows.registry import FLOWS
from bot.logs import BOT, ChatHasher, describe
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.services.ports import Outbox
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.operating import OperatorStore
from bot.store.place import DataPlace
from bot.store.places import place_of, shared_by_others

LASTING = (
    "key_missing",
    "key_bad",
    "unreadable",
    "server_key",
    "newer",
    "data_missing",
    "data_missing_mark_bad",
    "data_unknown",
    "database_gone",
)
"""Errors of a start that a service manager need not try again after: a disk is away, or was never
there, or the key, the build or the file is another."""

AGAIN_AFTER = 30.0
"""Seconds until one of several bots that had to end is begun anew."""

_log = logging.getLogger(__name__)


@dataclass
class Bot:
    """One bot, and what must stand in no log."""

    settings: Settings
    content: Content
    new: bool
    hidden: list[str]
    place: Place | None = None
    key: str = field(default="", repr=False)

    @classmethod
    def of(cls, settings: Settings, content: Content, hidden: list[str], *, new: bool) -> Bot:
        """Nothing is opened yet. ``hidden`` takes what it must hide. Raises UsageError."""

        hidden += secrets_in(settings)
        return cls(settings, content, new, hidden, page_beside(settings))

    @property
    def data(self) -> DataPlace:
        """Where its data is."""
        return place_of(self.settings)

    def open(self, begin_log: Callable[[], None] = lambda: None) -> OperatorStore:
        """Open its data, and be the one that sends. ``begin_log`` once its key is hidden.

        Raises StoreError.
        """
        data = self.data
        try:
            self.key = data.new_key() if self.new else data.key()
            self.hidden.append(self.key)
            begin_log()
            if self.new:
                data.begin_anew()
            store = data.open_shared(self.key)
            store.take_sending()
        except StoreError as error:
            if error.sentence in LASTING:
                error.exit_status = UsageError.exit_status
            raise
        self.new = False  # the next time there is data
        return store

    async def opened(self) -> OperatorStore:
        """Open its data, and let nobody wait for a server that is away. Raises StoreError."""
        if self.data.is_far:
            return await asyncio.to_thread(self.open)
        return self.open()

    async def talk(self, store: OperatorStore, stop: asyncio.Event) -> None:
        """Talk over Telegram until asked to stop. Raises StoreError or ChannelError."""

        settings, content, place = self.settings, self.content, self.place
        try:
            shared, folder = shared_by_others(store), self.data.folder
            if shared:
                build = f"coach {__version__} content {mark_of(content.folder)}"
                await asyncio.to_thread(shared.be_known_as, build)
            bot = TelegramBot(settings, content, store, wall_clock, drawing(content), shared)
            files = files_of(content, folder)
            page, ways = None, dict[str, Outbox](bot.outboxes)
            if place:  # what shows a page is loaded only where there is one
                from bot.page import page_on  # noqa: PLC0415

                page, more = page_on(settings, store, content, place)
                ways |= more
            service = Service(FLOWS, content, store, wall_clock, outboxes=ways, files=files)
            if shared:
                service.conversations.may_have = is_in_shard
            scheduler = Scheduler.of(content, service, store, wall_clock, files)
            async with AsyncExitStack() as beside:
                if page and place:
                    if shared:
                        shared.hear(page.watching.tell)
                    app = page.application(Coach(content, store, service, files), place)
                    await beside.enter_async_context(page.listening(app, place))
                await bot.run(service, scheduler, ChatHasher(self.key), store.watch, stop)
        finally:
            await store.close()

    def watching(self, store: OperatorStore) -> Watching:
        """Return what looks whether it is well."""

        return Watching(store, self.data.folder, wall_clock)


def run_bot(settings: Settings, content: Content, *, new: bool = False) -> None:
    """Talk over Telegram until asked to stop. Raises UsageError, StoreError or ChannelError.

    ``new`` makes a database also where there was one and nothing is left of it.
    """

    bot = Bot.of(settings, content, [], new=new)
    store = bot.open(partial(begin_log, settings, bot.hidden))

    async def run() -> None:
        async with watched(bot.watching(store), settings.health_port):
            await bot.talk(store, _stopping())

    run_fast(run())


def run_bots(each: Mapping[str, Settings], installation: Settings, *, new: bool = False) -> None:
    """Talk as several bots until asked to stop. Raises UsageError, StoreError or ChannelError.

    It ends by itself when none of them can go on.
    """

    hidden = list[str]()
    contents = dict[Path, Content]()
    bots = dict[str, Bot]()
    for name, settings in each.items():
        folder = content_folder(settings)
        first = contents.get(folder) or open_content(settings)
        contents[folder] = first.common or first
        operator = Operator(settings.operator_name, settings.operator_contact, settings.keep_months)
        bots[name] = Bot.of(settings, contents[folder].run_by(operator), hidden, new=new)
    begin_log(installation, hidden)
    watching = WatchingSeveral(bots, wall_clock)

    async def run() -> None:
        stop = _stopping()
        async with watched(watching, installation.health_port):
            going = (_kept_up(name, bot, watching, stop) for name, bot in bots.items())
            ended = await asyncio.gather(*going)
        if not stop.is_set():
            raise next(filter(None, ended))

    run_fast(run())


async def _kept_up(
    name: str, bot: Bot, watching: WatchingSeveral, stop: asyncio.Event
) -> CoachError | None:
    """Let one of several bots talk until asked to stop; return what no new start would mend."""
    BOT.set(name)
    while not stop.is_set():
        try:
            store = await bot.opened()
            watching.running[name] = bot.watching(store)
            await bot.talk(store, stop)
        except CoachError as error:
            words = bot.content.words
            _log.error(fill(words, getattr(words.errors, error.sentence), **error.facts))
            if error.exit_status != CoachError.exit_status:
                return error
        except Exception as error:  # a fault of ours with one of them must not silence the others
            _log.error("it has ended: %s", describe(type(error), error.__traceback__))
        finally:
            watching.running[name] = None
        with suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_AFTER):
                await stop.wait()
    return None


def _stopping() -> asyncio.Event:
    """Return what is set once the process is asked to stop."""
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    return stop
