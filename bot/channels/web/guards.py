"""The guards that every request goes through: limits, headers, and a plain page where something is
wrong."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.channels.web.pages import Pages
from bot.channels.web.visitor import COOKIES, token_in
from bot.errors import StoreError
from bot.logs import describe

POSTS = 60
"""Forms a minute from one browser."""

POSTS_OF_ADDRESS = 900
"""Forms a minute from one address: everybody at one place of work may share it."""

POSTS_IN_ALL = 6000
"""Forms a minute from everybody."""

BODY_WITHIN = 30.0
"""Seconds for a form to be there: the longest answer over a slow line takes half of that."""

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-src {frames}; frame-ancestors {frames}"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

_SAID = {404: "not_found", 413: "too_long"}

_BAD = "bad_request"

_log = logging.getLogger(__name__)


class Rate:
    """How many forms came lately, from one client and from all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        self._clock, self._since = clock, clock()
        self._counts: OrderedDict[str, int] = OrderedDict()
        self._all = 0

    def is_over(self, client: str, browser: str = "") -> bool:
        """Count one more; return whether that is too many for this minute."""
        if self._clock() - self._since >= 60:
            self._counts.clear()
            self._all, self._since = 0, self._clock()
        self._all += 1
        return self._all > POSTS_IN_ALL or any(
            [self._count(client) > POSTS_OF_ADDRESS, bool(browser) and self._count(browser) > POSTS]
        )

    def _count(self, name: str) -> int:
        self._counts[name] = count = self._counts.get(name, 0) + 1
        return count


class Guards:
    """Stands before every handler."""

    def __init__(self, pages: Pages, hosts: frozenset[str], proxies: frozenset[str]) -> None:
        """``hosts`` are the names that the page is asked for by, empty for any; ``proxies`` those
        whose word for a client's address is taken."""
        self._pages, self._hosts, self._proxies = pages, hosts, proxies
        self._rate = Rate()
        self.is_secure = False
        self.let_frame("'none'")

    def let_frame(self, frames: str) -> None:
        """Say who may show these pages in a frame."""
        self._headers = {name: value.format(frames=frames) for name, value in _HEADERS.items()}

    def client(self, request: web.Request) -> str:
        """Return the address of a client, as a trusted proxy tells it."""
        peer = request.remote or ""
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        is_told = told and (peer in self._proxies or "*" in self._proxies)
        return _client(told if is_told else peer)

    def _is_over(self, request: web.Request) -> bool:
        browser = next((found for each in COOKIES if (found := token_in(request, each))), "")
        return self._rate.is_over(self.client(request), browser)

    @property
    def middleware(self) -> Middleware:
        """Return what aiohttp takes."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            answer = await self._answer(request, handler)
            if not answer.prepared:
                self._head(answer)
            return answer

        return guard

    def _head(self, answer: web.StreamResponse) -> None:
        for name, value in self._headers.items():
            answer.headers.setdefault(name, value)
        if self.is_secure:
            answer.headers["Strict-Transport-Security"] = "max-age=31536000"

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        words, posted = self._pages.words.web, None
        if self._hosts and _host(request.host) not in self._hosts:
            return self._pages.notice(400, words.bad_request)
        try:
            if request.method == "POST":
                is_over = self._is_over(request)
                if not await _is_here(request):
                    late = self._pages.notice(408, words.not_saved)
                    late.force_close()
                    return late
                posted = request.path, await request.post()
                if is_over:
                    return self._pages.notice(429, words.too_fast, again=posted)
            return await handler(request)
        except web.HTTPException as error:
            return self._pages.notice(error.status, getattr(words, _SAID.get(error.status, _BAD)))
        except StoreError as error:
            status, said = 503, words.not_saved
            _log.error("%s", describe(type(error), error.__traceback__))
        except Exception as error:  # a fault of ours shows no more than that there is one
            status, said = 500, words.fault
            _log.error("%s %s", request.method, describe(type(error), error.__traceback__))
        return self._pages.notice(status, said, again=posted)


async def _is_here(request: web.Request) -> bool:
    """Read a form, which handlers then have; return whether all of it came in time."""
    try:
        async with asyncio.timeout(BODY_WITHIN):
            await request.post()
    except TimeoutError:
        return False
    return True


@lru_cache(maxsize=64)
def _host(given: str) -> str:
    """Return the name in a Host header, without its port; "" where it is none."""
    try:
        return urlsplit(f"//{given}").hostname or ""
    except ValueError:
        return ""


@lru_cache(maxsize=256)
def _client(address: str) -> str:
    """Return by what a client is counted: of IPv6 the network, whose addresses have no end."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address
