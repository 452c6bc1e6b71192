"""Nothing jumps: what one is about to press stays where it is."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page

from bot.content.library import Content
from tests.channels.web.conftest import Site
from tests.channels.web.test_accessible import from_menu, press
from tests.channels.web.test_cohort_pages_accessible import at_groups
from tests.support.chromium import NARROW, PHONE

pytestmark = pytest.mark.long


async def places(page: Page, of: str) -> list[tuple[float, float]]:
    """Return where everything is that a selector finds."""
    found = page.locator(of)
    boxes = [await found.nth(at).bounding_box() for at in range(await found.count())]
    return [(box["x"], box["y"]) for box in boxes if box]


async def test_the_menu_opens_below_its_name(site: Site, browser: Browser) -> None:
    page = await browser.new_page()
    for size in (NARROW, PHONE):
        await page.set_viewport_size(size)
        await page.goto(site.url)
        before = await places(page, ".brand, .menu summary")
        await page.locator(".menu summary").click()
        assert await page.locator(".menu ul").is_visible()
        assert await places(page, ".brand, .menu summary") == before
        [_, name], [[_, top]] = before, await places(page, ".menu ul")
        assert top >= name[1] + 24, "and covers it nowhere"


async def test_the_names_of_a_coordinators_pages_stay_where_they_are(
    site: Site, content: Content, browser: Browser
) -> None:
    page = await browser.new_page(viewport=PHONE)
    group = await at_groups(site, content, page)
    found = list[list[tuple[float, float]]]()
    for path in ("", "/progress", "/remind"):
        await page.goto(f"{site.url}groups/{group.id}{path}")
        found.append(await places(page, ".pages a"))
    assert len(found[0]) == 10
    assert found[0] == found[1] == found[2]


async def test_the_place_of_a_picture_is_held_before_it_is_here(
    site: Site, browser: Browser
) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.route("**/file/*", lambda _: None)  # it does not come
    await page.goto(site.url)
    await press(page, "Start")
    await from_menu(page, "Read about leadership and management")
    await press(page, "Leading and managing")
    await press(page, "Show it as a picture")
    box = await page.locator("#now img").bounding_box()
    assert box
    assert box["height"] > 300
