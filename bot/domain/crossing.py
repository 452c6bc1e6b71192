"""Going on elsewhere: a link or a code by which a conversation gains a second way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.domain.addresses import Address
from bot.domain.mail import Mailbox

GOOD_FOR = timedelta(minutes=10)
"""How long such a link or code can be used, once."""

MINUTES = int(GOOD_FOR.total_seconds()) // 60


PAGE = "web"
"""The channel whose places are browsers: each is known by a mark that it alone has."""

TO_GROUPS = "to=groups"
"""What such a link has at its end."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """A way back as its owner sees it. ``kind`` is *link* or *words*; what it is nobody knows."""

    kind: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation is open, and since when; None for what was opened before that was kept.

    What browser it is nobody knows.
    """

    address: Address
    since: datetime | None = None

    @property
    def key(self) -> str:
        """Return a short name for it, which a button can carry."""
        told = f"{self.address.channel} {self.address.address}"
        return sha256(told.encode()).hexdigest()[:10]


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Where a conversation is open, the newest first, and the ways back to it.

    ``mailbox`` is where reminders go by e-mail, None for nowhere.
    """

    places: tuple[Place, ...] = ()
    ways_back: tuple[WayBack, ...] = ()
    mailbox: Mailbox | None = None

    def others(self, here: Address | None) -> tuple[Place, ...]:
        """Return the browsers beside this place that can be closed."""
        found = (each for each in self.places if each.address.channel == PAGE)
        return tuple(each for each in found if each.address != here)


NO_WAYS = WaysIn()


@dataclass(frozen=True, slots=True)
class Around:
    """Who beside its owner gets something of a conversation, for each page that shows it.

    ``leads`` says that its owner looks after a cohort or may make one, ``is_member`` that they are
    in one, ``in_chat`` that it is open in a chat, too.
    """

    leads: bool = False
    is_member: bool = False
    in_chat: bool = False
    mailbox: Mailbox | None = None


def link_to_groups(page: str, token: str) -> str:
    """Return a link that opens a coordinator's pages, by the address of the page."""
    return f"{page}cross/{token}?{TO_GROUPS}"


def door_key(token_hash: str, *, code: bool) -> str:
    """Return what is kept of a link or a code: guesses of codes are limited, so none is a link."""
    return f"code {token_hash}" if code and token_hash else token_hash


def way_back_by_link(token: str) -> str:
    """Return what is kept of a private link."""
    return f"link {sha256(token.encode()).hexdigest()}"
