"""What a screen reader is given: Chromium's own tree of names and roles, in its order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.channels.web.conftest import Site
from tests.support.chromium import PHONE, chromium

pytestmark = pytest.mark.long

FIELD = "Your role, and one time that went well"

PRESSED = frozenset({"button", "link", "textbox", "DisclosureTriangle", "combobox"})


@pytest.fixture
async def page(site: Site) -> AsyncIterator[Page]:
    async with chromium() as browser:
        context = await browser.new_context(viewport=PHONE)
        made = await context.new_page()
        await made.goto(site.url)
        yield made
        await context.close()


async def tree(page: Page) -> list[tuple[str, str, dict[str, Any]]]:
    """Role, name and properties of each node that is told, in the order of the page."""
    session = await page.context.new_cdp_session(page)
    nodes = (await session.send("Accessibility.getFullAXTree"))["nodes"]
    by_id = {each["nodeId"]: each for each in nodes}
    found = list[tuple[str, str, dict[str, Any]]]()

    def walk(node: dict[str, Any]) -> None:
        if not node.get("ignored"):
            properties = {each["name"]: each["value"].get("value") for each in node["properties"]}
            name = str(node.get("name", {}).get("value", ""))
            found.append((node["role"]["value"], name, properties))
        for each in node.get("childIds", ()):
            if each in by_id:
                walk(by_id[each])

    walk(nodes[0])
    return found


async def press(page: Page, key: str = "Enter") -> None:
    async with page.expect_response(lambda answer: "/say" in answer.url):
        await page.keyboard.press(key)
    await expect(page.locator("form[data-busy]")).to_have_count(0)


async def go_to(page: Page, label: str) -> None:
    """Tab to what has that name."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        focus = [name for role, name, has in await tree(page) if has.get("focused")]
        if focus and focus[-1] == label:
            return
    raise AssertionError(f"{label!r} is out of the keyboard's reach")


async def watch(page: Page) -> None:
    """Count what a screen reader would be told by itself from now on: changes of live regions."""
    await page.evaluate(
        """() => {
        if (window.told) { window.told.length = 0; return; }
        window.told = [];
        for (const region of document.querySelectorAll("[aria-live=polite], [role=alert]"))
          new MutationObserver((all) => {
            const seen = all.flatMap((each) => [...each.addedNodes]).filter((node) => node.matches
              && !node.closest("[aria-live=off]"));
            window.told.push(seen.map((node) => node.innerText).join(" "));
          }).observe(region, { childList: true, subtree: true }); }"""
    )


async def test_all_has_a_name_in_the_order_of_the_talk_and_each_reply_is_told_once(
    page: Page,
) -> None:
    await go_to(page, "Start")
    await press(page)
    await looks_through(page)
    await go_to(page, FIELD)
    for text in ("I am a cook in a school.", "The fridge broke and I called the engineer."):
        await watch(page)
        await page.keyboard.type(text)
        await page.keyboard.press("Tab")
        await press(page)
        told = await page.evaluate("window.told")
        assert len(told) == 1, "read once"
        assert told[0].count("✓ Saved") == 1
        assert text not in told[0], "what one has just typed is not read to one"
        focus = [(role, name) for role, name, has in await tree(page) if has.get("focused")][-1]
        assert focus in (("button", "Send"), ("region", "The coach says")), "and is not lost"
        await go_to(page, FIELD)


async def looks_through(page: Page) -> None:
    """Each thing in its order, with its name."""
    nodes = await tree(page)
    assert [each for each in nodes if each[0] in PRESSED and not each[1].strip()] == []
    told = [(role, name) for role, name, _ in nodes]
    order = [
        ("link", "Go to the question"),
        ("heading", "Thing 2: Leadership / management?"),
        ("region", "The coach says"),
        ("textbox", FIELD),
        ("button", "Send"),
        ("group", "Ways on"),
        ("button", "Next"),
        ("group", "More to press"),
    ]
    places = [told.index(each) for each in order]
    assert places == sorted(places)
    assert [
        name for role, name, has in nodes if has.get("live") == "polite" and role == "region"
    ] == ["The coach says"]
    assert [role for role, *_ in nodes].count("heading") == 1
    assert [role for role, *_ in nodes].count("main") == 1


async def test_what_comes_from_elsewhere_and_what_cannot_leave_is_told_once(
    site: Site, page: Page
) -> None:
    await go_to(page, "Start")
    await press(page)
    other = await page.context.new_page()
    await other.goto(site.url)
    await page.bring_to_front()
    await go_to(page, FIELD)
    await page.keyboard.type("half a sen")
    await watch(page)
    await other.locator("#text").fill("I am a cook in a school.")
    await other.get_by_role("button", name="Send").click()
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    assert len(await page.evaluate("window.told")) == 1
    await page.keyboard.type("tence")
    assert await page.locator("#text").input_value() == "half a sentence"
    await page.context.set_offline(True)
    await watch(page)
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator("#now")).to_contain_text("There is no connection")
    assert len(await page.evaluate("window.told")) == 1
