"""Whether the links still lead somewhere: each address is asked for once, politely.

Nothing is downloaded: the answer's first line and where it led are enough.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

import aiohttp
from yarl import URL

from bot import __version__
from bot.content.models.resource import Resource

AT_ONCE = 16

AT_ONE_HOST = 2

GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}

NOT_FOR_PROGRAMS = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}

State = Literal["answers", "moved", "refuses", "gone", "silent"]
"""``refuses``: somebody is there who does not talk to programs, so a person must look. ``silent``:
no answer in time, no such host, a broken certificate, or a fault of the server."""

TO_MEND = ("gone", "silent")


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of trying one address. ``detail`` is where it moved to, or what went wrong."""

    address: str
    resources: tuple[str, ...]
    state: State
    detail: str = ""


def addresses(resources: Iterable[Resource]) -> dict[str, tuple[str, ...]]:
    """Return every address, of links and of owners' front pages, with the ids that have it."""
    found = dict[str, tuple[str, ...]]()
    for resource in resources:
        for address in dict.fromkeys((resource.url, resource.front_page)):
            if address:
                found[address] = (*found.get(address, ()), resource.id)
    return found


async def try_all(wanted: dict[str, tuple[str, ...]], seconds: float) -> AsyncIterator[Finding]:
    """Yield each finding as it comes. ``seconds`` is the longest that one address may take."""
    headers = {"User-Agent": f"reflection-coach/{__version__} (checks its links)"}
    unlimited = aiohttp.ClientTimeout(total=None)  # the longest one try may take is ours to say
    async with aiohttp.ClientSession(headers=headers, timeout=unlimited) as session:
        # The time of one begins when it is its turn, not while it waits behind others of its host.
        turns, hosts = asyncio.Semaphore(AT_ONCE), defaultdict[str, asyncio.Semaphore](_one_host)
        tries = [
            asyncio.ensure_future(
                _try(session, (hosts[_host(address)], turns), address, ids, seconds)
            )
            for address, ids in wanted.items()
        ]
        try:
            for found in asyncio.as_completed(tries):
                yield await found
        finally:
            for each in tries:
                each.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(*tries, return_exceptions=True)


async def _try(
    session: aiohttp.ClientSession,
    turns: tuple[asyncio.Semaphore, asyncio.Semaphore],
    address: str,
    ids: tuple[str, ...],
    seconds: float,
) -> Finding:
    async with turns[0], turns[1]:
        try:
            async with asyncio.timeout(seconds), session.get(address) as answer:
                return Finding(address, ids, *_judge(address, answer))
        except TimeoutError:
            return Finding(address, ids, "silent", f"no answer in {seconds:g} seconds")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Finding(address, ids, "silent", _why(error))


def _one_host() -> asyncio.Semaphore:
    return asyncio.Semaphore(AT_ONE_HOST)


def _host(address: str) -> str:
    return URL(address).host or ""


def _judge(address: str, answer: aiohttp.ClientResponse) -> tuple[State, str]:
    said = f"{answer.status} {answer.reason or ''}".strip()
    if answer.status in GONE:
        return "gone", said
    if answer.status in NOT_FOR_PROGRAMS:
        return "refuses", said
    if answer.status >= HTTPStatus.BAD_REQUEST:
        return "silent", said
    if _plain(answer.url) != _plain(URL(address)):
        return "moved", str(answer.url)
    return "answers", ""


def _plain(url: URL) -> str:
    """Return an address without what makes no difference to a reader: https, www, a last slash."""
    host = (url.host or "").removeprefix("www.")
    return f"{host}{url.path.rstrip('/')}?{url.query_string}"


def _why(error: Exception) -> str:
    return " ".join((str(error) or type(error).__name__).split())[:120]
