"""Going on elsewhere: a link or a code by which a conversation gains a second way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.domain.addresses import Address

GOOD_FOR = timedelta(minutes=10)
"""How long such a link or code can be used, once."""

MINUTES = int(GOOD_FOR.total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class WayBack:
    """A way back as its owner sees it. ``kind`` is *link* or *words*; what it is nobody knows."""

    kind: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Where a conversation is open, the newest first, and the ways back to it."""

    addresses: tuple[Address, ...] = ()
    ways_back: tuple[WayBack, ...] = ()


NO_WAYS = WaysIn()


def door_key(token_hash: str, *, code: bool) -> str:
    """Return what is kept of a link or a code: guesses of codes are limited, so none is a link."""
    return f"code {token_hash}" if code and token_hash else token_hash


def way_back_by_link(token: str) -> str:
    """Return what is kept of a private link."""
    return f"link {sha256(token.encode()).hexdigest()}"
