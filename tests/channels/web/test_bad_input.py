"""Odd requests: a plain page that says what and what now, and nothing lost that was typed."""

from __future__ import annotations

import logging

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.channels.web.guards import Guards
from bot.channels.web.pages import Pages
from bot.content.library import Content
from tests.channels.web.conftest import Site
from tests.channels.web.test_doors import begun, keys
from tests.support.browser import Browser

WORDS = "I am a cook in a school."


@pytest.mark.parametrize("path", ["/say", "/keys/end", "/telegram"])
async def test_a_wrong_method_is_a_plain_page(ann: Browser, path: str) -> None:
    page = await ann.get(path)
    assert page.status == 405
    assert "That cannot be done here" in page.text
    assert "Go to my question" in page.text
    page = await ann.post("/back/AAAAAAAAAAAAAAAAAAAAAA", {})
    assert page.status == 403


async def test_who_was_deleted_elsewhere_keeps_what_they_type_in_an_open_tab(
    site: Site, ann: Browser
) -> None:
    await begun(ann)
    _, words = await keys(ann)
    tab = site.browser()
    await tab.get("/back")
    open_tab = await tab.press_of("Open my words", text=words)
    await ann.get()
    await ann.press("Delete all that is saved about you")
    await ann.press("Yes, delete it all")
    tab.page = open_tab
    page = await tab.send("And I rang the engineer.")
    assert page.status < 500
    kept = "And I rang the engineer." in page.text or page.typed == "And I rang the engineer."
    assert kept, page.text
    assert "cook in a school" not in page.text


async def test_no_word_of_a_learner_is_in_an_address_a_title_an_error_or_the_log(
    site: Site, ann: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await begun(ann)
    visited = [ann.page.url]
    for label in ("See all your answers", "See what you have made"):
        await ann.press(label)
        visited.append(ann.page.url)
        title = ann.page.html.partition("</title>")[0]
        assert "cook" not in title
    assert "cook" not in str(visited)
    site.store._connection.close()
    page = await ann.send("The engineer came late.")
    assert page.status == 503
    assert "could not be saved" in page.text or "wrong" in page.text
    ours = [each for each in caplog.records if each.name.startswith("bot")]
    assert "engineer" not in "".join(each.getMessage() for each in ours)


def test_a_client_is_told_by_a_proxy_that_is_trusted_and_by_nobody_else(content: Content) -> None:
    pages = Pages(content.words)
    told = {"X-Forwarded-For": "9.9.9.9, 203.0.113.7"}
    request = make_mocked_request("POST", "/say", headers=told)
    assert request.remote not in ("9.9.9.9", "203.0.113.7")
    assert Guards(pages, frozenset(), frozenset()).client(request) == (request.remote or "")
    assert Guards(pages, frozenset(), frozenset({"*"})).client(request) == "203.0.113.7"
