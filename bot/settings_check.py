"""Faults of settings that are of the right kind, each with its mend."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from bot.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts that are this machine: nothing that goes there can be read on its way."""

NO_VALUE = {
    "int_parsing": "it is no whole number, so write one such as 8080",
    "float_parsing": "it is no number, so write one such as 20",
    "greater_than_equal": "it is too small, so use {ge} or more",
    "less_than_equal": "it is too large, so use {le} or less",
    "greater_than": "it is too small, so use more than {gt:g}",
    "literal_error": "it is not {expected}, so use one of these",
}
"""What is said of a value by the kind of pydantic's complaint, whose own words are for programs."""

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
        elif len(secret) < SHORTEST_SECRET:
            fault = "is too short" if secret else "is missing"
            yield "webhook_secret", f"it {fault}, so use {SHORTEST_SECRET} characters or more"
    yield from _wrong_addresses(settings)
    yield from _wrong_mail(settings)


def _wrong_mail(settings: Settings) -> Iterator[tuple[str, str]]:
    if not settings.smtp_host:
        return
    if "@" not in settings.smtp_from:
        yield "smtp_from", "letters need the e-mail address that they come from"
    is_near = settings.smtp_host in LOOPBACK
    if settings.smtp_user and settings.smtp_security == "none" and not is_near:
        why = "the password could be read on its way, so use starttls or tls"
        yield "smtp_security", why


def _wrong_addresses(settings: Settings) -> Iterator[tuple[str, str]]:
    place = settings.database_url.get_secret_value()
    if place and not place.startswith(("postgresql://", "postgres://")):
        yield "database_url", "it is no address that begins with postgresql://"
    for name in ("telegram_api_url", "web_url"):
        url = getattr(settings, name)
        if url and not _is_address(url, ("http", "https")):
            yield name, "it is no address that begins with https://"
    web = settings.web_url
    if _is_address(web, ("http",)) and urlsplit(web).hostname not in LOOPBACK:
        yield "web_url", "words could be read on their way, so let it begin with https://"


def _is_address(url: str, schemes: Collection[str]) -> bool:
    try:
        found = urlsplit(url)
        return found.scheme in schemes and bool(found.hostname) and found.port != 0
    except ValueError:
        return False


def no_value(error: ErrorDetails) -> str:
    """Return what is wrong with a value of the wrong kind, and the mend."""
    said = NO_VALUE.get(error["type"], "it is no value for this, so see .env.example")
    return said.format(**error.get("ctx", {}))


def misspelt(
    file: Path | None, known: Collection[str], environment: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield the names in a ``.env`` file that are no settings, with the one that was meant.

    In the environment, which other programs share, only names that begin as ours do are looked at.
    """
    ours = sorted(each for each in environment if each.startswith(("COACH_", "TELEGRAM_")))
    for name in dict.fromkeys([*_names_in(file), *ours]):
        if name.lower() in known:
            continue
        near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.75)
        if near:
            yield name, f"there is no such setting, did you mean {near[0].upper()}"


def _names_in(file: Path | None) -> Iterator[str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file else []
    except (OSError, UnicodeError):  # that it cannot be read is said elsewhere
        return
    for line in lines:
        name = line.partition("=")[0].removeprefix("export ").strip()
        if name and not name.startswith("#"):
            yield name
