"""A reader's page in a real Chromium, on a phone: axe finds nothing, and the keyboard is enough."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from tests.channels.web.conftest import Site
from tests.channels.web.test_readers import link
from tests.support.browser import Browser as Person
from tests.support.chromium import NARROW, violations_on_every_screen

__all__ = ["link"]

pytestmark = pytest.mark.long


async def wide(page: Page) -> int:
    width: int = await page.evaluate("document.documentElement.scrollWidth")
    return width


async def test_axe_finds_nothing_on_any_page_of_a_reader(
    site: Site, ann: Person, browser: Browser, link: str
) -> None:
    page = await browser.new_page(viewport=NARROW)
    found = dict[str, list[str]]()
    await page.goto(f"{site.url.rstrip('/')}{link}")
    found["first"] = await violations_on_every_screen(page)
    await page.get_by_role("button", name="Read it").press("Enter")
    await expect(page.locator("main")).to_contain_text("You can do three things")
    found["read"] = await violations_on_every_screen(page)
    await page.set_viewport_size(NARROW)
    assert await wide(page) <= NARROW["width"]
    await page.select_option("#step", "management")
    await page.fill("#words", "Who was it for?")
    await page.get_by_role("button", name="Send my question").press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("They will be told.")
    found["asked"] = await violations_on_every_screen(page)
    await page.goto(f"{site.url}read/{'0' * 32}")
    await expect(page.locator("main")).to_contain_text("There is nothing to read here now")
    found["gone"] = await violations_on_every_screen(page)
    assert not any(found.values()), found
