"""What keeps the page safe, and what a request that is wrong gets."""

from __future__ import annotations

import hashlib

import pytest

from bot.channels.web.forms import LONGEST_SENT
from bot.channels.web.guards import POSTS, POSTS_IN_ALL, Rate
from bot.channels.web.place import Place, check
from bot.content.library import Content
from bot.errors import UsageError
from bot.settings import Settings
from tests.channels.web.conftest import Site, served
from tests.support.browser import Browser


async def test_the_cookie_is_a_secret_that_is_kept_as_a_hash_only(site: Site, ann: Browser) -> None:
    page = await ann.get()
    told = page.headers["Set-Cookie"]
    assert "HttpOnly" in told
    assert "SameSite=Lax" in told
    assert len(bytes.fromhex(ann.cookie)) == 16
    await ann.press("Start")
    [[kept]] = site.store._execute("SELECT address FROM addresses").fetchall()
    assert kept == hashlib.sha256(ann.cookie.encode()).hexdigest()


async def test_over_https_no_other_site_can_set_the_cookie_and_none_goes_in_the_clear(
    settings: Settings, content: Content
) -> None:
    async with served(settings, content, "https://coach.example.org") as site:
        ann = site.browser()
        told = (await ann.get()).headers
    assert told["Set-Cookie"].startswith("__Host-coach=")
    assert "Secure" in told["Set-Cookie"]
    assert "Path=/" in told["Set-Cookie"]
    assert "Domain" not in told["Set-Cookie"]
    assert int(told["Strict-Transport-Security"].removeprefix("max-age=")) > 180 * 24 * 60 * 60


async def test_every_page_says_what_a_browser_may_do_with_it(ann: Browser) -> None:
    for path in ("", "/change/1", "/nowhere"):
        headers = (await ann.get(path)).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"


async def test_a_post_that_is_not_from_our_page_changes_nothing_and_loses_no_words(
    site: Site, ann: Browser
) -> None:
    await ann.get()
    await ann.press("Start")
    page = await ann.post("/say", {"text": "I am a cook.", "csrf": "0" * 32})
    assert page.status == 403
    assert page.typed == "I am a cook."
    assert site.store._execute("SELECT count(*) FROM messages").fetchone() == (0,)
    page = await ann.send(page.typed)
    assert "✓ Saved" in page.now


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere", 404), ("/change/x", 404), ("/file/99999999999999999999", 404), ("/text/1", 404)],
)
async def test_what_is_not_there_is_a_plain_page(ann: Browser, path: str, status: int) -> None:
    page = await ann.get(path)
    assert page.status == status
    assert "Go to my question" in page.text


async def test_a_body_over_the_limit_is_told_so(ann: Browser) -> None:
    await ann.get()
    page = await ann.post("/say", {"text": "a" * LONGEST_SENT, "csrf": "x"})
    assert page.status == 413
    assert "too long" in page.text


async def test_a_broken_cookie_is_a_new_visitor(ann: Browser) -> None:
    for cookie in ("coach=zz", "coach=", "coach=" + "a" * 5000, "other=1"):
        page = await ann.get("", Cookie=cookie)
        assert page.status == 200


async def test_a_page_that_is_asked_for_by_another_name_is_refused(ann: Browser) -> None:
    page = await ann.get("", Host="evil.example:80")
    assert page.status == 400


def test_too_many_forms_in_a_minute_have_to_wait() -> None:
    now = [0.0]
    rate = Rate(lambda: now[0])
    assert not any(rate.is_over("at work", "a") for _ in range(POSTS))
    assert rate.is_over("at work", "a")
    assert not rate.is_over("at work", "b"), "colleagues share an address"
    now[0] = 61
    assert not rate.is_over("at work", "a")


def test_all_together_have_to_wait_where_they_are_too_many() -> None:
    rate = Rate(lambda: 0.0)
    assert not any(rate.is_over(f"at {number % 1000}") for number in range(POSTS_IN_ALL))
    assert rate.is_over("elsewhere", "who was never here")


def test_words_go_over_no_network_in_the_clear() -> None:
    check(Place("127.0.0.1", 1))
    check(Place("127.0.0.1", 1, "http://localhost:8023"))
    check(Place("192.0.2.1", 1, "https://coach.example.org"))
    for place in (Place("192.0.2.1", 1), Place("127.0.0.1", 1, "http://coach.example.org")):
        with pytest.raises(UsageError):
            check(place)
