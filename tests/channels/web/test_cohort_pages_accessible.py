"""A coordinator's pages in a real Chromium: axe, 320 px to desktop, the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from bot.content.library import Content
from bot.domain.addresses import Address
from tests.channels.web.conftest import Site
from tests.support.browser_group import Group
from tests.support.chromium import NARROW, PHONE, WIDE, violations

pytestmark = pytest.mark.long


async def press(page: Page, label: str) -> None:
    """Press a button and wait for the page after it."""
    async with page.expect_navigation():
        await page.get_by_role("button", name=label, exact=True).first.click()


async def at_groups(site: Site, content: Content, page: Page) -> Group:
    """A coordinator at their pages, by a link from the server."""
    group = await Group(site.store, content, site.clock).made()
    await group.has(6, begun=3, names=("Morag", "Jo"))
    await page.goto(await group.link(site.url))
    await press(page, "Open my groups here")
    return group


PAGES = {
    "": "Overview",
    "/progress": "Where people are",
    "/weeks": "week by week",
    "/figures": "How far people have come",
    "/skills": "say they used",
    "/remind": "Who is the reminder for?",
    "/reports": "Sent so far",
    "/invite": "Links in use",
    "/done": "made a link",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_on_any_page_of_a_coordinator(
    site: Site, content: Content, browser: Browser, scheme: str
) -> None:
    context = await browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = await context.new_page()
    group = await at_groups(site, content, page)
    found = dict[str, list[str]]()

    async def look(name: str, shown: str) -> None:
        await expect(page.locator("main")).to_contain_text(shown)
        found[name] = await violations(page)

    await look("list", "These are the groups that you look after")
    for path, shown in PAGES.items():
        await page.goto(f"{site.url}groups/{group.id}{path}")
        await look(path, shown)
    await page.goto(f"{site.url}groups/{group.id}/remind")
    await page.select_option("#whom", "unfinished")
    await page.fill("#when", "every Monday 10:00")
    await press(page, "See who gets it")
    await look("audience", "sees it on their page")
    await press(page, "Send")
    await look("report", "It is planned")
    await page.goto(f"{site.url}groups/{group.id}/invite")
    await press(page, "One person")
    await look("invitation", "Keep this now")
    await page.goto(f"{site.url}groups/{group.id}/invite")
    await page.get_by_role("link", name="Withdraw this link").click()
    await look("withdraw", "Shall I withdraw")
    await page.goto(f"{site.url}groups/bbbb2222")
    await look("refused", "All my groups")
    mine = await site.store.conversation_of(Address("telegram", "900"))
    await site.store.point(Address("web", "elsewhere"), mine, site.clock[0])
    await page.goto(f"{site.url}keys")
    await look("where words are open", "A browser, since")
    await context.clear_cookies()
    await page.goto(f"{site.url}groups")
    await look("stranger", "These pages are for who looks after a group")
    assert {name: each for name, each in found.items() if each} == {}
    assert len(found) == len(PAGES) + 8
    await context.close()


async def test_a_link_is_withdrawn_once_by_one_press_and_kept_by_another(
    site: Site, content: Content, browser: Browser
) -> None:
    context = await browser.new_context(viewport=PHONE)
    page = await context.new_page()
    group = await at_groups(site, content, page)
    main = page.locator("main")
    await page.goto(f"{site.url}groups/{group.id}/invite")
    await press(page, "One person")
    await page.goto(f"{site.url}groups/{group.id}/invite")
    await page.get_by_role("link", name="Withdraw this link").click()
    await page.get_by_role("link", name="Keep the link").click()
    await expect(page.get_by_role("link", name="Withdraw this link")).to_have_count(1)
    await page.get_by_role("link", name="Withdraw this link").click()
    await expect(main).to_contain_text("Shall I withdraw this link?")
    other = await context.new_page()
    await other.goto(page.url)
    await press(page, "Yes, withdraw it")
    await expect(main).to_contain_text("✓ The link is withdrawn, and its code too.")
    await expect(page.get_by_role("link", name="Withdraw this link")).to_have_count(0)
    view = await site.store.view(group.id)
    assert view
    assert view.links == ()
    await press(other, "Yes, withdraw it")
    await expect(other.locator("main")).to_contain_text("That link is not in use any more")
    await page.goto(f"{site.url}groups/{group.id}/done")
    assert (await main.inner_text()).count("withdrew a link") == 1
    await context.close()


async def test_nothing_has_to_be_moved_sideways_from_320_px_up_and_targets_are_large_enough(
    site: Site, content: Content, browser: Browser
) -> None:
    context = await browser.new_context(viewport=NARROW)
    page = await context.new_page()
    group = await at_groups(site, content, page)
    for size in (NARROW, WIDE):
        await page.set_viewport_size(size)
        for path in PAGES:
            await page.goto(f"{site.url}groups/{group.id}{path}")
            wide = await page.evaluate("document.documentElement.scrollWidth")
            assert wide <= size["width"], path
            small = await page.eval_on_selector_all(
                "button, main a, nav a, summary, textarea, input:not([type=hidden]), select",
                "all => all.map(e => [e.innerText || e.id, e.getBoundingClientRect()])"
                ".filter(([t, r]) => r.height && (r.height < 24 || r.width < 24) && r.top > 0)"
                ".map(([t]) => t)",
            )
            assert small == [], path
    await context.close()


async def test_a_reminder_is_sent_by_keyboard_alone_without_javascript(
    site: Site, content: Content, browser: Browser
) -> None:
    context = await browser.new_context(viewport=NARROW, java_script_enabled=False)
    page = await context.new_page()
    group = await at_groups(site, content, page)
    await page.goto(f"{site.url}groups/{group.id}/remind")
    await tab_to(page, "SELECT")
    await page.keyboard.type("Everybody unf")
    await tab_to(page, "TEXTAREA")
    await page.keyboard.type("Keep going.")
    await tab_to(page, "BUTTON", "See who gets it")
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_contain_text("Nothing is sent yet")
    await tab_to(page, "BUTTON", "Send")
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_contain_text("or at a better time for each")
    await context.close()


async def tab_to(page: Page, kind: str, label: str = "") -> None:
    """Go on by the tab key until an element of that kind, and label, has the focus."""
    for _ in range(40):
        await page.keyboard.press("Tab")
        focused = await page.evaluate(
            "(e => [e.tagName, (e.innerText ?? '').trim()])(document.activeElement)"
        )
        if focused[0] == kind and label in ("", focused[1]):
            return
    raise AssertionError(f"{kind} {label!r} is out of the keyboard's reach")
