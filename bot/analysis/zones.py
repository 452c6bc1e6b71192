"""Time zones as people write them: "London", "scotland", "europe/london", "Europe/London"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import available_timezones

from bot.analysis.letters import bare
from bot.domain.local_time import is_zone

_PLACES = {
    "Europe/London": (
        *("scotland", "england", "wales", "northern ireland", "uk", "gb", "britain", "gmt", "bst"),
        *("great britain", "united kingdom", "edinburgh", "glasgow", "aberdeen", "dundee", "oban"),
        *(
            "inverness",
            "stirling",
            "perth scotland",
            "cardiff",
            "belfast",
            "british time",
            "uk time",
        ),
    ),
    "Europe/Dublin": ("ireland", "republic of ireland", "eire"),
    "Europe/Warsaw": ("poland",),
    "Europe/Paris": ("france",),
    "Europe/Berlin": ("germany",),
    "Europe/Madrid": ("spain",),
    "Europe/Lisbon": ("portugal",),
    "Europe/Bucharest": ("romania",),
    "Europe/Vilnius": ("lithuania",),
    "Africa/Lagos": ("nigeria",),
    "Africa/Accra": ("ghana",),
    "Africa/Nairobi": ("kenya",),
    "Africa/Harare": ("zimbabwe",),
    "Asia/Kolkata": ("india",),
    "Asia/Manila": ("philippines",),
}
"""Countries and towns that are no zone's own name."""


def read_zone(text: str) -> str | None:
    """Return the IANA name of a zone, by its name in any case, its city or a country; else None."""
    parts = [_named(each) for each in text.split(",")]
    return parts[0] if len(set(parts)) == 1 else None  # "Glasgow, Scotland" is one place


def _named(text: str) -> str | None:
    said = " ".join(bare(text).replace("_", " ").casefold().split())
    return _known().get(said.removesuffix(" time") if said not in _known() else said)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """Every way to write a zone, and its name. A city that two zones share is left out."""
    names = sorted(each for each in available_timezones() if is_zone(each))
    cities = dict[str, set[str]]()
    for name in names:
        if name.partition("/")[0] not in ("Etc", "posix", "right", "SystemV"):
            cities.setdefault(_plain(name.rpartition("/")[2]), set()).add(name)
    known = {city: min(zones) for city, zones in cities.items() if len(zones) == 1}
    known |= {_plain(name): name for name in names}
    return known | {place: name for name, places in _PLACES.items() for place in places}


def _plain(name: str) -> str:
    return name.replace("_", " ").casefold()
