"""Where the page is: what it listens at, and by which names it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.errors import UsageError
from bot.settings import Settings
from bot.settings_check import LOOPBACK


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page listens. ``url`` is its address to the world, "" for the one it listens at."""

    host: str
    port: int
    url: str = ""
    proxies: frozenset[str] = frozenset()

    @property
    def is_secure(self) -> bool:
        """Whether it is served over HTTPS."""
        return self.url.startswith("https://")

    @property
    def named(self) -> str:
        """The host as it stands in an address."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def address(self) -> str:
        """The address to open, with a slash at its end."""
        return (self.url or f"http://{self.named}:{self.port}").rstrip("/") + "/"

    @property
    def hosts(self) -> frozenset[str]:
        """The names that it may be asked for by; any other is a page that lures a browser here."""
        named = urlsplit(self.url).hostname or ""
        return LOOPBACK | {self.host, named} - {""}


def check(place: Place) -> None:
    """Raise UsageError where words would go over a network in the clear."""
    host = urlsplit(place.url).hostname if place.url else place.host
    if host not in LOOPBACK and not place.is_secure:
        raise UsageError("not_secure", host=host or place.host)


def page_beside(settings: Settings) -> Place | None:
    """Return where the page is served beside a bot, None where it is not. Raises UsageError."""
    if not settings.web_url:
        return None
    proxies = frozenset(each.strip() for each in settings.forwarded_allow_ips.split(","))
    place = Place(settings.web_host, settings.web_port, settings.web_url, proxies)
    check(place)
    return place
