"""The composition root: settings in, a coach that can be talked to out."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.content.content import Content, Operator, load_content, shipped_folder
from bot.files import Files
from bot.service import Clock, Service
from bot.settings import Settings
from bot.store.key import get_key
from bot.store.sqlite import DATABASE, SqliteStore


@dataclass(frozen=True, slots=True)
class Coach:
    """Everything a channel needs."""

    content: Content
    store: SqliteStore
    service: Service
    files: Files


def wall_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def content_folder(settings: Settings) -> Path:
    """Where dialogues and frameworks are read from."""
    return settings.coach_content or shipped_folder()


def open_content(settings: Settings) -> Content:
    """The content with the operator's name in it. Raises ContentError."""
    operator = Operator(settings.operator_name, settings.operator_contact)
    return load_content(content_folder(settings), operator)


def open_coach(settings: Settings, content: Content, clock: Clock = wall_clock) -> Coach:
    """A coach on the data folder of the settings. Raises StoreError."""
    data = settings.coach_data.expanduser()
    key_file = settings.coach_key_file.expanduser()
    key = get_key(key_file, data / DATABASE)
    return _coach(content, SqliteStore.open(data, key, key_file), data, clock)


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


def _coach(content: Content, store: SqliteStore, data: Path, clock: Clock) -> Coach:
    return Coach(content, store, Service(content, store, clock), Files(data / "files"))
