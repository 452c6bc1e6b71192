"""Somebody who means ill, at each door of the page: nothing is changed, shown, or held up."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from bot.channels.web import guards
from bot.channels.web.guards import Guards
from bot.channels.web.pages import Pages
from bot.channels.web.place import Place
from bot.content.library import Content
from bot.services.coach import Coach
from tests.channels.web.conftest import Site
from tests.channels.web.test_doors import begun
from tests.support.browser import Browser

TABLES = ("conversations", "messages", "addresses", "mailboxes", "ways_back", "crossings", "outbox")

OF_PROGRAMS = "/mail/off/"
"""Posted by mail programs, which have no form: the token in the address is the right to it."""


def kept(site: Site) -> list[object]:
    return [site.store._execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]  # noqa: S608


def paths(app: web.Application, method: str) -> Iterator[str]:
    """Every address of the page for a method, with something in each of its places."""
    for route in app.router.routes():
        if route.method == method and route.resource:
            path = route.resource.canonical
            for name, value in {"message": "1", "number": "1", "name": "page.css"}.items():
                path = path.replace(f"{{{name}}}", value)
            yield path.replace("{", "").replace("}", "")


@pytest.fixture
def app(mail_site: Site, content: Content) -> web.Application:
    """The routes of a page that sends e-mail, to be gone through."""
    service = mail_site.scheduler._service
    coach = Coach(content, mail_site.store, service, service._files)  # type: ignore[arg-type]
    return mail_site.page.application(coach, Place("127.0.0.1", 0))


async def test_no_post_without_our_form_changes_anything(
    mail_site: Site, app: web.Application
) -> None:
    victim = mail_site.browser()
    await begun(victim)
    before, tried = kept(mail_site), 0
    for path in paths(app, "POST"):
        if path.startswith(OF_PROGRAMS):
            continue
        for form in ({}, {"csrf": "0" * 32}):  # more of them in a minute are refused unread
            fields = {"text": "I am here.", "command": "/forget", "press": "next", **form}
            page = await victim.post(path, fields, Origin="https://evil.example")
            assert page.status in (403, 404), (path, form, page.status)
        tried += 1
    assert tried >= 15
    assert kept(mail_site) == before


async def test_no_look_changes_anything_and_none_leads_off_the_page(
    mail_site: Site, app: web.Application
) -> None:
    victim = mail_site.browser()
    await begun(victim)
    before = kept(mail_site)
    bad = "?note=//evil.example&left=//evil.example&to=//evil.example&next=https://evil.example"
    for path in paths(app, "GET"):
        if path == "/events":
            continue
        page = await victim.get(path + bad)
        assert urlsplit(page.url).netloc == urlsplit(mail_site.url).netloc, path
        assert 'href="//evil' not in page.html
        assert 'href="https://evil' not in page.html
    for path in ("//evil.example/", "/%2f%2fevil.example", "/\\evil.example", "/as/you/", "/say"):
        page = await victim.get(mail_site.url.rstrip("/") + path)
        assert urlsplit(page.url).netloc == urlsplit(mail_site.url).netloc
        assert page.status in (400, 404, 405)
    assert kept(mail_site) == before


async def test_a_cookie_of_another_opens_nothing_with_a_form_of_mine(
    site: Site, ann: Browser
) -> None:
    await begun(ann)
    thief = site.browser()
    await thief.get()
    form = thief.page.forms["talk"]
    thief.forget_cookie()
    stolen = {"Cookie": f"coach={ann.cookie}"}
    fields = {**form.fields, "text": "I was here."}
    page = await thief.post(form.action, fields, **stolen)
    assert page.status == 403, "a form is made for one cookie"


async def test_a_form_that_is_sent_again_is_done_once(site: Site, ann: Browser) -> None:
    await begun(ann)
    form = ann.page.forms["talk"]
    fields = {**form.fields, "text": "I rang the engineer."}
    for _ in range(3):
        assert (await ann.post(form.action, fields)).status == 200
    rows = site.store._execute("SELECT text FROM messages").fetchall()
    assert rows.count(("I rang the engineer.",)) == 1


@pytest.mark.parametrize(
    "typed", ["a@b.org%0d%0aBcc:x@y.org", "a@b.org\r\nBcc: x@y.org", "a@b.org\x00", "<a@b.org>,x@y"]
)
async def test_an_address_cannot_bring_a_header_along(
    mail_site: Site, office: object, typed: str
) -> None:
    browser = mail_site.browser()
    await begun(browser)
    await browser.get("/mail")
    page = await browser.press_of("Send me an e-mail to check", text=typed)
    assert page.status == 400


async def test_ninety_megabytes_are_refused_before_they_are_there(site: Site) -> None:
    sent = 0

    async def parts() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(90 * 16):
            sent += 65_536
            yield b"a" * 65_536

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    async with aiohttp.ClientSession() as session:
        with contextlib.suppress(aiohttp.ClientError, OSError):  # it may have hung up
            async with session.post(f"{site.url}say", data=parts(), headers=headers) as answer:
                assert answer.status == 413
    assert sent < 20 * 1024 * 1024


async def test_a_body_that_drips_is_hung_up_on(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "BODY_WITHIN", 0.2)
    port = urlsplit(site.url).port
    async with asyncio.timeout(30):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"POST /say HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntext="
        )
        assert b"408" in await reader.readline()
        writer.close()


async def test_a_file_of_words_is_never_shown_as_a_page(ann: Browser) -> None:
    await begun(ann)
    await ann.get()
    await ann.send("/mydata")
    [file] = [url for label, url in ann.page.links.items() if label.startswith("Download my-data")]
    _, _, headers = await ann.download(f"{file}?show")
    assert headers["Content-Disposition"].startswith("attachment")


def test_a_client_of_ipv6_is_its_network_for_it_has_more_addresses_than_can_be_counted(
    content: Content,
) -> None:
    guard = Guards(Pages(content.words), frozenset(), frozenset({"*"}))
    seen = set()
    for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1", "203.0.113.7"):
        request = make_mocked_request("POST", "/", headers={"X-Forwarded-For": address})
        seen.add(guard.client(request))
    assert len(seen) == 3


async def test_one_person_cannot_hold_all_connections(site: Site, ann: Browser) -> None:
    await begun(ann)
    known = {"Cookie": f"coach={ann.cookie}"}
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(headers=known, connector=connector) as session:
        opened = [await session.get(f"{site.url}events") for _ in range(22)]
        assert [each.status for each in opened] == [200] * 20 + [204] * 2
        for each in opened:
            each.close()
    bob = site.browser()
    await begun(bob)
    async with (
        aiohttp.ClientSession(headers={"Cookie": f"coach={bob.cookie}"}) as session,
        session.get(f"{site.url}events") as answer,
    ):
        assert answer.status == 200
