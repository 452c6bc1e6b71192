"""*Copy* in a real Chromium: on the page of the talk, and where something is shown once."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot.content.library import Content
from tests.channels.web.conftest import Site
from tests.support.browser_group import Group
from tests.support.chromium import PHONE, chromium, press, violations_on_every_screen

pytestmark = pytest.mark.long


@pytest.fixture
async def context(site: Site) -> AsyncIterator[BrowserContext]:
    async with chromium() as browser:
        made = await browser.new_context(viewport=PHONE)
        await made.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
        yield made
        await made.close()


async def copied(page: Page) -> str:
    """Press *Copy* and return what is in the clipboard then."""
    button = page.locator(".copy").first
    await button.click()
    await expect(button).to_have_text("✓ Copied")
    return str(await page.evaluate("navigator.clipboard.readText()"))


async def test_a_statement_is_copied_as_it_stands(site: Site, context: BrowserContext) -> None:
    page = await context.new_page()
    await page.goto(site.url)
    await press(page, "Start")
    await expect(page.locator("#now")).to_contain_text("1 of 4")
    await page.locator("#text").fill("I am a cook in a school.\nThe fridge broke — I rang.")
    await press(page, "Send")
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    await page.locator(".menu summary").click()
    await press(page, "See what you have made")
    await expect(page.locator("#now .verbatim")).to_contain_text("fridge")
    shown = await page.locator("#now .verbatim").first.inner_text()
    assert (await copied(page)).split() == shown.split()
    assert "I am a cook in a school.\nThe fridge broke — I rang." in await copied(page)


async def test_a_private_link_and_an_invitation_are_copied_where_they_are_shown_once(
    site: Site, context: BrowserContext, content: Content
) -> None:
    page = await context.new_page()
    group = await Group(site.store, content, site.clock).made()
    await page.goto(await group.link(site.url))
    await press(page, "Open my groups here")
    await page.goto(f"{site.url}groups/{group.id}/invite")
    await press(page, "One person")
    await expect(page.locator("main")).to_contain_text("Keep this now")
    assert "/join/" in await copied(page)
    await page.goto(f"{site.url}keys")
    await press(page, "Make a link and six words")
    await expect(page.locator("main")).to_contain_text("Your private link")
    assert (await copied(page)).startswith(f"{site.url}back/") or "/back/" in await copied(page)


async def test_a_readers_link_is_copied_alone_and_what_takes_it_back_can_be_pressed(
    site: Site, context: BrowserContext
) -> None:
    page = await context.new_page()
    await site.store.set_meta("page_address", site.url)
    await page.goto(site.url)
    await press(page, "Start")
    await page.locator("#text").fill("I am a cook in a school. I called the engineer.")
    await press(page, "Send")
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    await page.locator(".menu summary").click()
    await press(page, "Ask somebody to read what you wrote")
    await expect(page.locator("#now")).to_contain_text("show your statement")
    await press(page, "Make a link for one person")
    await expect(page.locator("main")).to_contain_text("Send this link to one person")
    link = await copied(page)
    assert link.startswith(f"{site.url}read/")
    assert len(link.split()) == 1
    assert await violations_on_every_screen(page) == []
    await press(page, "/share")
    await expect(page.locator("#now")).to_contain_text("Nobody has opened it yet")


async def test_copied_is_said_only_where_it_was(site: Site, context: BrowserContext) -> None:
    page = await context.new_page()
    await page.goto(f"{site.url}keys")
    await page.set_content('<p>x</p><p><button class="copy" data-done="✓ Copied">Copy</button></p>')
    await page.add_script_tag(url=f"{site.url}static/page.js")
    await page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    await page.evaluate("void (document.execCommand = () => false)")
    await page.locator("button").click()
    await page.wait_for_timeout(100)
    await expect(page.locator("button")).to_have_text("Copy")
