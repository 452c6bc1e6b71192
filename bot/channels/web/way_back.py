"""A private link and six words: how somebody comes back from another browser.

Each is shown once and kept as a hash. The link has 128 bits; the words have 68, so their hash is a
slow one and guesses are limited as those of join codes are.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import scrypt, sha256
from pathlib import Path

from bot.domain.crossing import way_back_by_link
from bot.domain.invitations import GUESSES, GUESSES_IN_ALL
from bot.store.ways_in import DoorStore

HOW_MANY = 6

_LINK = re.compile(r"[\w-]{22}|[0-9a-f]{32}", re.ASCII)

_SALT = b"six words of the reflection coach"
"""The words are all that is known of whoever comes back, so each cannot have a salt of its own."""


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    text = Path(__file__).with_name("six_words.txt").read_text(encoding="ascii")
    return tuple(each for each in text.splitlines() if each and not each.startswith("#"))


@dataclass(frozen=True, slots=True)
class WayBack:
    """A new link and new words, to be shown once."""

    link: str
    words: str

    @classmethod
    def new(cls) -> WayBack:
        """Return a way back that nobody has."""
        words = " ".join(secrets.choice(_words()) for _ in range(HOW_MANY))
        return cls(secrets.token_urlsafe(16), words)

    async def hashes(self) -> tuple[str, str]:
        """Return what is kept of both."""
        return hash_of_link(self.link), await hash_of_words(self.words)


def hash_of_link(link: str) -> str:
    """Return what is kept of a link, "" for what is none."""
    return way_back_by_link(link) if _LINK.fullmatch(link) else ""


async def hash_of_words(typed: str) -> str:
    """Return what is kept of six words, however they were typed; "" for what are no six words."""
    words = re.findall(r"[a-z]+", typed.casefold())
    if len(words) != HOW_MANY or not set(words) <= set(_words()):
        return ""
    text = " ".join(words).encode()
    # 50 ms of work, which holds up nobody else.
    kept = await asyncio.to_thread(scrypt, text, salt=_SALT, n=2**14, r=8, p=1, dklen=32)
    return "words " + kept.hex()


class Guesses:
    """Wrong words of the last hour, of each client and of all. They are kept, as hashes are."""

    def __init__(self, store: DoorStore) -> None:
        """Keep what was tried, so that it outlives a restart."""
        self._store = store

    async def are_used_up(self, client: str, now: datetime) -> bool:
        """Return whether a client, or all together, have guessed too often. Raises StoreError."""
        mine, everybodys = await self._store.wrong_words(_of(client), now)
        return mine >= GUESSES or everybodys >= GUESSES_IN_ALL

    async def note(self, client: str, now: datetime) -> None:
        """Note a wrong guess. Raises StoreError."""
        await self._store.note_wrong_words(_of(client), now)


def _of(client: str) -> str:
    return sha256(client.encode()).hexdigest()
