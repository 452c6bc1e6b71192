"""Who a browser is: a cookie that only it has, and what is derived from it."""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from hashlib import sha256

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.domain.addresses import Address

YEAR = 365 * 24 * 60 * 60
"""Seconds that a browser keeps the cookie after it was last used."""

COOKIES = ("coach", "__Host-coach")
"""The names of the cookie: over HTTP, and over HTTPS, where no other site can set it."""

_COOKIES = {name: re.compile(rf"(?:^|;) *{name}=([0-9a-f]{{32}}) *(?=;|$)") for name in COOKIES}

_KEY = re.compile(r"[\w-]{8,40}", re.ASCII)


def token_in(request: web.Request, cookie: str) -> str:
    """Return the token that a cookie of a request holds; "" where it is missing or broken.

    Ours has 32 digits and no quotes: all else that a header of cookies can be need not be read.
    """
    found = _COOKIES[cookie].findall(request.headers.get("Cookie", ""))
    return found[-1] if found else ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser by the 128-bit token of its cookie. The token itself is kept nowhere here."""

    token: str
    is_new: bool = False

    @classmethod
    def of(cls, request: web.Request, cookie: str) -> Visitor:
        """Return the visitor of a request; a new one where the cookie is missing or broken."""
        token = token_in(request, cookie)
        return cls(token) if token else cls.new()

    @classmethod
    def new(cls) -> Visitor:
        """Return somebody who was never here."""
        return cls(secrets.token_hex(16), is_new=True)

    @property
    def address(self) -> Address:
        """Where the replies go: the token's hash, from which it cannot be found."""
        return Address(CHANNEL, sha256(self.token.encode()).hexdigest())

    @property
    def csrf(self) -> str:
        """Return what a form of ours has and no other page can know."""
        return hmac.new(self.token.encode(), b"form", sha256).hexdigest()[:32]

    def owns(self, given: str) -> bool:
        """Return whether a form was made for this visitor."""
        return hmac.compare_digest(self.csrf.encode(), given.encode("utf-8", "replace"))

    def event_key(self, given: str, *what: str) -> str:
        """The key of an event, by the id that the form or the client gave it, and what it says.

        The same id from another browser is another event, and so is something else that is sent
        from a page that one went back to.
        """
        given = given if _KEY.fullmatch(given) else secrets.token_hex(8)
        told = "\0".join((self.address.address, given, *what)).encode("utf-8", "surrogatepass")
        return f"web {sha256(told).hexdigest()[:24]}"
