"""The composition root: settings in, a coach that can be talked to out."""

from __future__ import annotations

import logging
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs

from bot.clock import Clock, wall_clock
from bot.content.kept import open_kept
from bot.content.library import Content, Operator, shipped_folder
from bot.exports.making import maker
from bot.flows.registry import FLOWS
from bot.installation import files_with_secrets
from bot.logs import set_up
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.services.turns import Service
from bot.settings import APP, Settings, settings_file
from bot.store.encryption_key import warn_of_others
from bot.store.files import Files
from bot.store.operating import OperatorStore
from bot.store.places import place_of
from bot.store.sqlite.store import SqliteStore

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
    data = place_of(settings)
    return _coach(content, data.open(data.new_key() if new else data.key()), data.folder, clock)


def open_beside(settings: Settings) -> OperatorStore:
    """The store, to read and to plan, also while a coach is running. Raises StoreError."""
    data = place_of(settings)
    return data.open(data.key(), beside=True)


@contextmanager
def coach_that_reads(settings: Settings, content: Content) -> Iterator[tuple[Coach, OperatorStore]]:
    """Open a coach to read with, beside one that runs or where nothing can be written.

    Raises StoreError.
    """
    data = place_of(settings)
    with data.reading() as store:
        yield _coach(content, store, data.folder, wall_clock), store


def has_data(settings: Settings) -> bool:
    """Return whether there is a database, or the rest of one. Raises DataMissing."""
    return place_of(settings).has_data()


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
    """Log from here on, and first of all where the settings came from, and who else can read them.

    Raises ContentError.
    """
    set_up(hidden, as_json=settings.log_format == "json")
    read = settings_file()
    _log.info("settings: %s", f"{read} and the environment" if read else "the environment alone")
    for each in files_with_secrets(settings):
        warn_of_others(each, stat.S_IRWXG | stat.S_IRWXO, "600")


def files_of(content: Content, data: Path) -> Files:
    """Return the files that learners ask for, which lie in the data."""
    return Files(data / "files", maker(drawing(content)))


def _coach(content: Content, store: OperatorStore, data: Path, clock: Clock) -> Coach:
    files = files_of(content, data)
    return Coach(content, store, Service(FLOWS, content, store, clock, files=files), files)
