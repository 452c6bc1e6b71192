"""Who opens a connection to the page and says nothing does not keep it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.web import server
from bot.channels.web.place import Place
from bot.services.coach import Coach


@pytest.fixture
async def url(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    monkeypatch.setattr(server, "HEADERS_WITHIN", 0.2)
    page, place = server.WebPage(coach.store, coach.now, coach.content.words), Place("127.0.0.1", 0)
    async with page.listening(page.application(coach, place), place) as url:
        yield url
    await coach.store.close()


async def test_who_sends_no_whole_headers_is_hung_up_on_and_the_page_is_there(url: str) -> None:
    port = int(url.rstrip("/").rpartition(":")[2])
    async with asyncio.timeout(30):
        silent, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: ")
        assert await silent.read() == b""
        writer.close()
        async with aiohttp.ClientSession() as session, session.get(f"{url}health") as answer:
            assert await answer.text() == "ok\n"
