"""Silent strangers at the webhook's port keep nobody out."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import cast

from bot.channels.telegram_bot import connections
from bot.channels.telegram_bot.update_handler import UpdateHandler
from bot.channels.telegram_bot.webhook import Webhook, listening
from tests.support.ports import free_port

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]

ASKED = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"


class Kept:
    """A store that can be read."""

    async def get_meta(self, name: str) -> str:
        return name


def webhook() -> Webhook:
    return Webhook(cast(UpdateHandler, SimpleNamespace(store=Kept())), "secret")


async def is_hung_up(line: Line) -> bool:
    try:
        return await line[0].read(1) == b""
    except ConnectionResetError:
        return True


async def is_answered(line: Line) -> bool:
    line[1].write(ASKED)
    return await line[0].readline() == b"HTTP/1.1 200 OK\r\n"


async def test_who_sends_no_whole_headers_is_hung_up_on() -> None:
    port = free_port()
    async with asyncio.timeout(30), listening(webhook(), "https://x/t", "127.0.0.1", port, 0.2):
        silent = await asyncio.open_connection("127.0.0.1", port)
        halfway = await asyncio.open_connection("127.0.0.1", port)
        halfway[1].write(ASKED[:20])
        assert await is_hung_up(silent)
        assert await is_hung_up(halfway)
        for _, writer in (silent, halfway):
            writer.close()


async def test_one_client_has_so_many_connections_and_another_still_gets_in() -> None:
    port = free_port()
    async with asyncio.timeout(30), listening(webhook(), "https://x/t", "127.0.0.1", port):
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(connections.MOST)]
        assert await is_answered(lines[-1])
        too_many = await asyncio.open_connection("127.0.0.1", port)
        assert await is_hung_up(too_many)
        other = await asyncio.open_connection("127.0.0.1", port, local_addr=("127.0.0.2", 0))
        assert await is_answered(other)
        lines.pop()[1].close()  # who has one less gets in again, once that was noticed
        lines.append(await asyncio.open_connection("127.0.0.1", port))
        while not await is_in(lines[-1]):
            lines.append(await asyncio.open_connection("127.0.0.1", port))
        for _, writer in (*lines, too_many, other):
            writer.close()


async def is_in(line: Line) -> bool:
    try:
        return await is_answered(line)
    except ConnectionResetError:
        return False
