"""PTB's HTTP port on aiohttp: kept-alive connections and a fraction of the default's work.

Errors tell two things more than PTB's own: ``NotSent`` means that Telegram surely never got the
request, ``NotImplementedThere`` that it is of no use to make it again. No error holds the address,
because the address holds the token.
"""

from __future__ import annotations

import json
import re
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.request import getproxies

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 256

CONNECT_SECONDS = 5.0

READ_SECONDS = 15.0

KEEP_ALIVE_SECONDS = 20.0


class NotSent(NetworkError):
    """The request surely did not reach Telegram, so it may be made again."""


class NotImplementedThere(NetworkError):
    """The server does not know the method, and will not in a minute either: 501, or 404.

    A wrong token is told by 404 too, but then by the methods that are ``ASKED_FIRST``.
    """


ASKED_FIRST = ("getMe", "getUpdates")
"""Methods that every server knows and without which nothing works."""

NEVER_MISSING = (*ASKED_FIRST, "sendMessage")
"""Where a server says 404 of these, something stands before it: it is asked again."""


class AiohttpRequest(BaseRequest):
    """One pool of connections."""

    def __init__(self) -> None:
        """Connections are opened by ``initialize``."""
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds until an answer must begin."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_SECONDS, ttl_dns_cache=60
            )
            # With it aiohttp reads the whole environment and .netrc again for each request.
            behind_proxy = bool(getproxies())
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=behind_proxy
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the port of PTB has these
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the port has it
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Make one request. Raises NotSent, NotImplementedThere, TimedOut or NetworkError."""
        if self._session is None:
            raise NotSent("not initialised")
        read = READ_SECONDS if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = _timeout(read)
        try:
            body, headers = _body(request_data)
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as answer:
                status, content = answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None
        _raise_for(url.rpartition("/")[2], status, content)
        return status, content


@cache
def _timeout(read: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=None, connect=None, sock_connect=CONNECT_SECONDS, sock_read=read
    )


def _raise_for(name: str, status: int, content: bytes) -> None:
    """Raise what a status tells of a method, where PTB would take it for something else."""
    if status == HTTPStatus.NOT_IMPLEMENTED:
        raise NotImplementedThere(_reason(status, content))
    if status == HTTPStatus.NOT_FOUND and name not in ASKED_FIRST:
        kind = NotSent if name in NEVER_MISSING else NotImplementedThere
        raise kind(_reason(status, content))


def _reason(status: int, content: bytes) -> str:
    """The description in a refusal; a proxy's page has none."""
    try:
        return str(json.loads(content)["description"])
    except (ValueError, TypeError, KeyError):
        return HTTPStatus(status).phrase


_JSON = {"Content-Type": "application/json"}


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    """The body and its headers: JSON, or a form of several parts where a file is sent."""
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        return request_data.json_payload, _JSON
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None


_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which a command may quote: the wire takes UTF-8, which has none."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JsonBody:
    """The body of a call that sends no file, with what PTB's RequestData has that is read.

    The parameters are one JSON object: a third of the work of PTB's own, which writes each
    parameter as JSON of its own first.
    """

    contains_files = False

    def __init__(self, params: dict[str, Any]) -> None:
        """``params`` are what JSON knows."""
        self._params = params

    @property
    def json_payload(self) -> bytes:
        """The body in UTF-8."""
        try:
            return _encode(self._params).encode()
        except UnicodeEncodeError:
            return _encode(encodable(self._params)).encode()


def encodable(value: Any) -> Any:
    """Return the parameters of a call with a mark in the place of what cannot be encoded."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {encodable(name): encodable(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(encodable(each) for each in value)
    return value
