"""What can be wrong with settings that are of the right kind, each with its mend."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from bot.settings import Settings

SHORTEST_SECRET = 16
"""Characters: a shorter one can be guessed over the network."""


def problems(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the name of each setting that cannot work, and why."""
    for name in ("coach_data", "coach_key_file", "coach_content"):
        path = getattr(settings, name)
        if path and "$" in str(path):
            yield name, f"nobody fills in the $ of {path}, so write the whole path"
    if settings.coach_key_file.expanduser().is_dir():
        yield "coach_key_file", "it is a folder, so name a file in it"
    if settings.coach_data.expanduser().is_file():
        yield "coach_data", "it is a file, so name the folder"
    secret = settings.webhook_secret.get_secret_value()
    if settings.webhook_url:
        if not _is_address(settings.webhook_url, ("https",)):
            yield "webhook_url", "it is no address that begins with https://"
        if 0 < len(secret) < SHORTEST_SECRET:
            yield "webhook_secret", f"it is too short, so use {SHORTEST_SECRET} characters or more"
    yield from _wrong_addresses(settings)


def _wrong_addresses(settings: Settings) -> Iterator[tuple[str, str]]:
    place = settings.database_url.get_secret_value()
    if place and not place.startswith(("postgresql://", "postgres://")):
        yield "database_url", "it is no address that begins with postgresql://"
    for name in ("telegram_api_url", "web_url"):
        url = getattr(settings, name)
        if url and not _is_address(url, ("http", "https")):
            yield name, "it is no address that begins with https://"


def _is_address(url: str, schemes: Collection[str]) -> bool:
    try:
        found = urlsplit(url)
        return found.scheme in schemes and bool(found.hostname) and found.port != 0
    except ValueError:
        return False


def misspelt(file: Path, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the names in a ``.env`` file that are no settings, with the one that was meant."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):  # that it cannot be read is said elsewhere
        return
    for line in lines:
        name = line.partition("=")[0].removeprefix("export ").strip()
        if not name or name.startswith("#") or name.lower() in known:
            continue
        near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.75)
        if near:
            yield name, f"there is no such setting, did you mean {near[0].upper()}"
