"""The composition root: settings in, a coach that can be talked to out."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.clock import Clock, wall_clock
from bot.content.library import Content, Operator, load_content, shipped_folder
from bot.errors import StoreError, UsageError
from bot.flows.registry import FLOWS
from bot.logs import ChatHasher, set_up
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.encryption_key import get_key, note_use, refuse_missing
from bot.store.files import Files
from bot.store.sqlite.connection import DATABASE, give_up, is_left
from bot.store.sqlite.store import SqliteStore

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What Telegram takes as a webhook's secret."""

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
    data, key_file = _places(settings)
    key = get_key(key_file, data / DATABASE, new=new)
    return _coach(content, _open_store(settings, key), data, clock)


def open_beside(settings: Settings) -> SqliteStore:
    """The store, to read and to plan, also while a coach is running. Raises StoreError."""
    data, key_file = _places(settings)
    return _open_store(settings, get_key(key_file, data / DATABASE), beside=True)


def has_data(settings: Settings) -> bool:
    """Return whether there is a database, or the rest of one. Raises DataMissing."""
    data, key_file = _places(settings)
    refuse_missing(key_file, data / DATABASE)
    return is_left(data / DATABASE)


def _places(settings: Settings) -> tuple[Path, Path]:
    """The data folder and the key file."""
    return settings.coach_data.expanduser(), settings.coach_key_file.expanduser()


def _open_store(settings: Settings, key: str, *, beside: bool = False) -> SqliteStore:
    data, key_file = _places(settings)
    store = SqliteStore.open(data, key, key_file, beside=beside)
    note_use(key_file, data)
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
    from bot.channels.telegram_bot.api import Api  # noqa: PLC0415
    from bot.channels.telegram_bot.bot import run  # noqa: PLC0415
    from bot.channels.telegram_bot.reminder_sender import ReminderSender  # noqa: PLC0415
    from bot.channels.telegram_bot.rendering import ChannelWords  # noqa: PLC0415
    from bot.channels.telegram_bot.reply_sender import ReplySender  # noqa: PLC0415
    from bot.channels.telegram_bot.update_handler import UpdateHandler  # noqa: PLC0415

    token = settings.telegram_bot_token.get_secret_value()
    secret = settings.webhook_secret.get_secret_value()
    if not token:
        raise UsageError("no_token")
    if settings.webhook_url and not _SECRET.fullmatch(secret):
        raise UsageError("no_secret")
    data, key_file = _places(settings)
    try:
        key = get_key(key_file, data / DATABASE, new=new)
        set_up([token, secret, key])
        if new:
            give_up(data / DATABASE)
        store = _open_store(settings, key)
    except StoreError as error:
        if error.sentence in _AWAY:
            error.exit_status = UsageError.exit_status
        raise

    async def turn() -> None:
        api = Api(token, settings.telegram_api_url, drawing(content))
        words = content.words
        lines = ChannelWords(words.telegram.more_choices, words.coach.not_deleted)
        sender = ReplySender(api, store, wall_clock, settings.send_rate_limit, lines)
        files = Files(data / "files", drawing(content))
        service = Service(FLOWS, content, store, wall_clock, outbox=sender, files=files)
        handler = UpdateHandler(service, store, sender, api, content, wall_clock, ChatHasher(key))
        try:
            reminders = ReminderSender(api, store, sender)
            scheduler = Scheduler(service, store, wall_clock, reminders.in_hand)
            await run(settings, content, handler, reminders, scheduler)
        finally:
            await store.close()

    _run_fast(turn())


def _run_fast(work: Coroutine[Any, Any, None]) -> None:
    """Run on uvloop where it can be installed: a third less work for each reply."""
    try:
        import uvloop  # noqa: PLC0415 - not on Windows
    except ImportError:
        asyncio.run(work)
    else:
        uvloop.run(work)


def _coach(content: Content, store: SqliteStore, data: Path, clock: Clock) -> Coach:
    files = Files(data / "files", drawing(content))
    return Coach(content, store, Service(FLOWS, content, store, clock, files=files), files)
