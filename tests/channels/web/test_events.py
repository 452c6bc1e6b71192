"""A page that is open is told of what is new, and only while it is open."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.channels.web.conftest import Site
from tests.support.browser import Browser


async def test_who_closes_a_page_is_no_fault(
    site: Site, ann: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.channels.web.events.QUIET", 0.05)
    await ann.get()
    await ann.press("Start")
    jar, known = aiohttp.DummyCookieJar(), {"Cookie": f"coach={ann.cookie}"}
    async with aiohttp.ClientSession(headers=known, cookie_jar=jar) as session:
        stream = await session.get(f"{site.url}events")
        assert stream.connection
        assert stream.connection.transport
        stream.connection.transport.abort()
        await ann.send("I am a cook in a school.")
        async with asyncio.timeout(20):
            while any(site.page.watching._pages.values()):
                await asyncio.sleep(0.02)
    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == []


async def test_an_open_page_is_told_of_a_new_turn_and_a_closed_one_is_let_go(
    site: Site, ann: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.web.events.QUIET", 0.05)
    await ann.get()
    await ann.press("Start")
    jar, known = aiohttp.DummyCookieJar(), {"Cookie": f"coach={ann.cookie}"}
    async with (
        aiohttp.ClientSession(headers=known, cookie_jar=jar) as session,
        session.get(f"{site.url}events") as stream,
    ):
        assert stream.content_type == "text/event-stream"
        assert stream.headers["Cache-Control"] == "no-store"
        await ann.send("I am a cook in a school.")
        async with asyncio.timeout(20):
            while not (line := await stream.content.readline()).startswith(b"data"):
                assert line.strip() in (b"", b": ping")
        version = (await ann.get()).forms["talk"].fields["version"]
        assert line.strip() == f"data: {version}".encode()
        assert any(site.page.watching._pages.values())
    async with asyncio.timeout(20):
        while any(site.page.watching._pages.values()):
            await asyncio.sleep(0.02)
