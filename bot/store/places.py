"""Which place of data the settings name: a folder, or a database on a server."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from bot.errors import UsageError
from bot.settings import Settings
from bot.store import Store
from bot.store.place import DataPlace
from bot.store.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from bot.store.postgres.place import ServerPlace
    from bot.store.several import StoreOfSeveral


def place_of(settings: Settings) -> DataPlace:
    """Return the place that the settings name. Raises UsageError, also where it may be any."""
    if settings.database_url.get_secret_value():
        return server_place(settings)
    _refuse_any(settings)
    return DataPlace(settings.coach_data.expanduser(), settings.coach_key_file.expanduser())


def server_place(settings: Settings) -> ServerPlace:
    """Return the place on a server that the settings name. Raises UsageError."""
    _refuse_any(settings)
    if not find_spec("psycopg"):
        raise UsageError("no_postgres")
    # Its library is an extra, and is loaded only where a server is set.
    from bot.store.postgres.place import ServerPlace  # noqa: PLC0415

    url = settings.database_url.get_secret_value()
    return ServerPlace(settings.coach_data.expanduser(), settings.coach_key_file.expanduser(), url)


def _refuse_any(settings: Settings) -> None:
    """Raise UsageError where there are several bots, and none is named."""
    if settings.bots and not settings.coach_bot:
        raise UsageError("which_bot", file=str(settings.bots))


def in_schema(url: str, schema: str) -> str:
    """Return the address of a schema of its own in the database at an address."""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "options"]
    options = " ".join(v for name, v in parse_qsl(parts.query) if name == "options")
    asked.append(("options", f"{options} -csearch_path={schema}".strip()))
    return parts._replace(query=urlencode(asked, quote_via=quote)).geturl()


def shared_by_others(store: Store) -> StoreOfSeveral | None:
    """Return a store as those see it that work on it side by side; None for one in a folder."""
    return None if isinstance(store, SqliteStore) else cast("StoreOfSeveral", store)
