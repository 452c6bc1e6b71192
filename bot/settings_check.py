"""Faults of settings. What is said of each stands in ``dialogues/common.yaml``."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import SettingFault

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from bot.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts that are this machine: nothing that goes there can be read on its way."""

_KINDS = frozenset(("int_parsing", "float_parsing", "literal_error"))

_LIMITS = {"greater_than_equal": "ge", "less_than_equal": "le", "greater_than": "gt"}
"""The kinds of pydantic's complaints that have words of their own, and where a limit stands."""

SHORTEST_SECRET = 16
"""Characters: a shorter one can be guessed over the network."""


def problems(settings: Settings) -> Iterator[SettingFault]:
    """Yield what is wrong with each setting that cannot work."""
    for name in ("coach_data", "coach_key_file", "coach_content"):
        path = getattr(settings, name)
        if path and "$" in str(path):
            yield _fault(name, "not_whole", path=str(path))
    if settings.coach_key_file.expanduser().is_dir():
        yield _fault("coach_key_file", "is_folder")
    if settings.coach_data.expanduser().is_file():
        yield _fault("coach_data", "is_file")
    secret = settings.webhook_secret.get_secret_value()
    if settings.webhook_url:
        if not _is_address(settings.webhook_url, ("https",)):
            yield _fault("webhook_url", "no_https")
        elif len(secret) < SHORTEST_SECRET:
            reason = "secret_short" if secret else "secret_missing"
            yield _fault("webhook_secret", reason, least=str(SHORTEST_SECRET))
    yield from _wrong_addresses(settings)
    yield from _wrong_mail(settings)


def _wrong_mail(settings: Settings) -> Iterator[SettingFault]:
    if not settings.smtp_host:
        return
    if "@" not in settings.smtp_from:
        yield _fault("smtp_from", "no_sender")
    is_near = settings.smtp_host in LOOPBACK
    if settings.smtp_user and settings.smtp_security == "none" and not is_near:
        yield _fault("smtp_security", "password_in_clear")


def _wrong_addresses(settings: Settings) -> Iterator[SettingFault]:
    place = settings.database_url.get_secret_value()
    if place and not place.startswith(("postgresql://", "postgres://")):
        yield _fault("database_url", "no_postgres")
    for name in ("telegram_api_url", "web_url"):
        url = getattr(settings, name)
        if url and not _is_address(url, ("http", "https")):
            yield _fault(name, "no_https")
    web = settings.web_url
    if _is_address(web, ("http",)) and urlsplit(web).hostname not in LOOPBACK:
        yield _fault("web_url", "words_in_clear")


def _is_address(url: str, schemes: Collection[str]) -> bool:
    try:
        found = urlsplit(url)
        return found.scheme in schemes and bool(found.hostname) and found.port != 0
    except ValueError:
        return False


def no_value(error: ErrorDetails) -> SettingFault:
    """Return what is wrong with a value of the wrong kind."""
    name, kind, facts = str(error["loc"][0]), error["type"], error.get("ctx", {})
    if limit := _LIMITS.get(kind):
        return _fault(name, kind, limit=f"{facts[limit]:g}")
    if kind not in _KINDS:
        return _fault(name, "no_value")
    return _fault(name, kind, expected=str(facts.get("expected", "")))


def _fault(name: str, reason: str, **facts: str) -> SettingFault:
    return SettingFault(name.upper(), reason, facts)


def misspelt(
    file: Path | None, known: Collection[str], environment: Collection[str] = ()
) -> Iterator[SettingFault]:
    """Yield the names in a ``.env`` file that are no settings, with the one that was meant.

    In the environment, which other programs share, only names that begin as ours do are looked at.
    """
    ours = sorted(each for each in environment if each.startswith(("COACH_", "TELEGRAM_")))
    for name in dict.fromkeys([*_names_in(file), *ours]):
        if name.lower() in known:
            continue
        near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.75)
        if near:
            yield SettingFault(name, "misspelt", {"nearest": near[0].upper()})


def _names_in(file: Path | None) -> Iterator[str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file else []
    except (OSError, UnicodeError):  # that it cannot be read is said elsewhere
        return
    for line in lines:
        name = line.partition("=")[0].removeprefix("export ").strip()
        if name and not name.startswith("#"):
            yield name
