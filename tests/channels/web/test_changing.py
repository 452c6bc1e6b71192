"""An answer is changed in place in a real Chromium, with the page's script and without one."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.channels.web.conftest import Site
from tests.support.chromium import NARROW, press, violations_on_every_screen

pytestmark = pytest.mark.long

OLD, NEW = "I am a cook in a school.", "I am a cook in a big school."

CHANGE = ".answers a:visible"


@pytest.fixture
async def page(site: Site, context: BrowserContext) -> Page:
    """Somebody at the review of two answers."""
    return await at_review(site, context)


async def at_review(site: Site, context: BrowserContext) -> Page:
    page = await context.new_page()
    await page.goto(site.url)
    await press(page, "Start")
    for text in (OLD, "The fridge broke and I rang the engineer."):
        await expect(page.locator("#text")).to_have_value("")
        await page.locator("#text").fill(text)
        await press(page, "Send")
        await expect(page.locator("#now")).to_contain_text("✓ Saved")
        await expect(page.locator("#now .mine")).to_contain_text(text)
    await page.locator(".menu summary").click()
    await press(page, "See all your answers")
    await expect(page.locator("#now")).to_contain_text("Your answers so far")
    return page


async def focused(page: Page) -> str:
    return str(await page.evaluate("document.activeElement.id"))


async def kept(site: Site) -> list[str]:
    rows = site.store._execute("SELECT text FROM messages ORDER BY number").fetchall()
    return [text for (text,) in rows]


async def test_focus_goes_to_the_field_and_back_to_the_answer(site: Site, page: Page) -> None:
    await page.evaluate("window.mark = 1")
    await page.locator(CHANGE).first.click()
    await expect(page.locator("#change")).to_have_value(OLD)
    assert await focused(page) == "change"
    assert await violations_on_every_screen(page) == []
    await page.locator("#change").fill(NEW)
    await press(page, "Save")
    await expect(page.locator("#answer-1")).to_contain_text(f"{NEW}\n✓ Saved", use_inner_text=True)
    assert await focused(page) == "answer-1"
    await expect(page.locator("#now")).to_contain_text("I changed that message")
    assert await page.evaluate("window.mark") == 1, "the page was not loaded anew"
    assert (await kept(site))[0] == NEW


async def test_to_leave_it_as_it_was_goes_back_to_the_answer(site: Site, page: Page) -> None:
    await page.locator("#text").evaluate("field => field.value = 'half of a line'")
    await page.locator(CHANGE).first.click()
    await page.locator("#change").fill(NEW)
    await page.get_by_role("link", name="Leave it as it was").click()
    await expect(page.locator("#change")).to_have_count(0)
    assert await focused(page) == "answer-1"
    await expect(page.locator("#text")).to_have_value("half of a line")
    await page.locator(CHANGE).first.click()
    await expect(page.locator("#change")).to_have_value(OLD)
    assert (await kept(site))[0] == OLD


async def test_without_a_script_it_is_the_same_page_and_the_same_focus(
    site: Site, context: BrowserContext
) -> None:
    browser = context.browser
    assert isinstance(browser, Browser)
    bare = await browser.new_context(viewport=NARROW, java_script_enabled=False)
    page = await at_review(site, bare)
    await page.locator(CHANGE).first.click()
    await expect(page.locator("#change")).to_have_value(OLD)
    await expect(page.locator("#change")).to_be_focused()
    await expect(page.locator("#change")).to_be_in_viewport()
    await page.keyboard.press("Control+A")
    await page.keyboard.type(NEW)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#answer-1")).to_contain_text(f"{NEW}\n✓ Saved", use_inner_text=True)
    await expect(page.locator("#answer-1")).to_be_focused()
    await expect(page.locator("#answer-1")).to_be_in_viewport()
    await bare.close()


async def test_what_is_typed_there_outlives_a_closed_tab(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await page.locator(CHANGE).first.click()
    await page.locator("#change").fill(NEW)
    await page.wait_for_timeout(500)
    await page.close()
    again = await context.new_page()
    await again.goto(site.url)
    await again.locator(CHANGE).first.click()
    await expect(again.locator("#change")).to_have_value(NEW)


async def test_what_comes_from_elsewhere_leaves_it_open(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await page.locator(CHANGE).first.click()
    await page.locator("#change").fill(NEW)
    other = await context.new_page()
    await other.goto(site.url)
    await other.locator(".menu summary").click()
    await press(other, "See what you have made")
    await expect(page.locator("#now")).to_contain_text("of your own words")
    await expect(page.locator("#change")).to_have_value(NEW)
    assert await focused(page) == "change"


async def test_a_change_that_cannot_leave_is_kept_and_goes_out_later(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await page.locator(CHANGE).first.click()
    await page.locator("#change").fill(NEW)
    await context.set_offline(True)
    await press(page, "Save")
    await expect(page.locator("#now")).to_contain_text("kept in this browser")
    await expect(page.locator("#now .note")).to_be_in_viewport()
    await expect(page.locator(".waiting")).to_contain_text(NEW)
    await expect(page.locator("#answer-1")).to_contain_text(OLD)
    assert (await kept(site))[0] == OLD
    await context.set_offline(False)
    await expect(page.locator("#now")).to_contain_text("I changed that message")
    await expect(page.locator("#answer-1")).to_contain_text(NEW)
    assert (await kept(site))[0] == NEW
