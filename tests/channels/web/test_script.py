"""What the script adds: replies without a reload, one field that keeps its words, no connection."""

from __future__ import annotations

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot.channels.web.forms import LONGEST
from bot.channels.web.pages import STATIC
from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.turn import Reply
from tests.channels.web.conftest import Site
from tests.support.chromium import press, violations

pytestmark = pytest.mark.long


@pytest.fixture
async def page(site: Site, context: BrowserContext) -> Page:
    """Somebody at the first question."""
    page = await context.new_page()
    await page.goto(site.url)
    await press(page, "Start")
    await expect(page.locator("#now")).to_contain_text("1 of 4")
    return page


def messages(site: Site) -> list[str]:
    rows = site.store._execute("SELECT text FROM messages ORDER BY number").fetchall()
    return [text for (text,) in rows]


async def test_a_reply_comes_without_a_reload_and_the_focus_stays(site: Site, page: Page) -> None:
    await page.evaluate("window.mark = 1")
    await page.locator("#text").fill("I am a cook in a school.")
    await page.locator("#text").focus()
    await page.evaluate("document.querySelector('#talk .send button').click()")
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    assert await page.evaluate("window.mark") == 1
    assert await page.evaluate("document.activeElement.id") == "text"
    assert await page.locator("#text").input_value() == ""
    assert await page.locator("[aria-live=polite]").count() == 1
    assert await violations(page) == []


async def test_what_is_typed_outlives_a_closed_tab(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await page.locator("#text").press_sequentially("I am half")
    await page.wait_for_timeout(500)
    await page.close()
    again = await context.new_page()
    await again.goto(site.url)
    await expect(again.locator("#text")).to_have_value("I am half")


async def test_two_tabs_show_the_same(site: Site, context: BrowserContext, page: Page) -> None:
    other = await context.new_page()
    await other.goto(site.url)
    await other.locator("#text").fill("not sent yet")
    await page.wait_for_timeout(300)
    await page.locator("#text").fill("I am a cook in a school.")
    await press(page, "Send")
    await expect(other.locator("#now")).to_contain_text("✓ Saved")
    await expect(other.locator("#text")).to_have_value("not sent yet")


async def test_after_deletion_no_open_page_shows_the_words_and_what_is_typed_there_stays(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await page.locator("#text").fill("I am a cook in a school.")
    await press(page, "Send")
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    other = await context.new_page()
    await other.goto(site.url)
    await other.locator("#text").fill("not sent yet")
    await other.wait_for_timeout(300)
    await page.locator(".menu summary").click()
    await press(page, "Delete all that is saved about you")
    await press(page, "Yes, delete it all")
    await expect(page.locator("main")).to_contain_text("It is all deleted here")
    await expect(other.locator("#now")).to_contain_text("one small question at a time")
    await expect(other.locator("main")).not_to_contain_text("cook")
    await expect(other.locator("#text")).to_be_visible()
    await expect(other.locator("#text")).to_have_value("not sent yet")


async def test_what_another_door_says_or_deletes_is_seen_on_an_open_page(
    site: Site, page: Page
) -> None:
    await page.locator("#text").fill("I am a cook in a school.")
    await press(page, "Send")
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    [(mine,)] = site.store._execute("SELECT chat_id FROM conversations").fetchall()
    await site.store.forget(mine, "", site.clock[0])
    said = Reply("It is all deleted here.")
    site.page.outbox.put([Outgoing(mine, Address("telegram", "1"), "reply", said)])
    await expect(page.locator("#now")).to_contain_text("one small question at a time")
    await expect(page.locator("main")).not_to_contain_text("cook")


async def test_words_written_without_a_connection_go_out_in_order_and_once(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await context.set_offline(True)
    lines = [f"I moved bed {number} to the top floor." for number in range(3)]
    for line in lines:
        await page.locator("#text").fill(line)
        await press(page, "Send")
        await expect(page.locator("#text")).to_have_value("")
    await expect(page.locator("#now")).to_contain_text("kept in this browser")
    assert "✓" not in await page.inner_text("#now")
    assert (await page.inner_text(".waiting")).splitlines()[-1] == lines[-1]
    assert messages(site) == []
    await context.set_offline(False)
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    await expect(page.locator("#now")).to_contain_text(lines[-1])
    await expect(page.locator(".waiting")).to_have_count(0)
    assert messages(site) == lines


async def test_what_is_too_long_stays_in_the_field(site: Site, page: Page) -> None:
    words = "é" * 2 * LONGEST
    await page.locator("#text").evaluate("field => field.removeAttribute('maxlength')")
    await page.locator("#text").fill(words)
    await press(page, "Send")
    await expect(page.locator("#now")).to_contain_text("That is too long for one message")
    await expect(page.locator("#text")).to_have_value(words)
    assert messages(site) == []


async def test_the_field_grows_with_what_is_typed(page: Page) -> None:
    async def height() -> float:
        box = await page.locator("#text").bounding_box()
        assert box
        return box["height"]

    before = await height()
    await page.locator("#text").fill("\n".join(f"Line {number}" for number in range(12)))
    assert await height() > before * 1.5


async def test_two_tabs_without_a_connection_send_each_message_once(
    site: Site, context: BrowserContext, page: Page
) -> None:
    other = await context.new_page()
    await other.goto(site.url)
    await context.set_offline(True)
    said = {page: "I moved the beds.", other: "I rang the nurse."}
    for tab, text in said.items():
        await tab.locator("#text").fill(text)
        await press(tab, "Send")
        await expect(tab.locator("#now")).to_contain_text("kept in this browser")
    await context.set_offline(False)
    for _ in range(150):
        if len(messages(site)) >= len(said):
            break
        await page.wait_for_timeout(100)
    await page.wait_for_timeout(300)
    assert sorted(messages(site)) == sorted(said.values())


async def test_the_page_opens_without_a_connection_and_what_is_written_there_goes_out(
    site: Site, context: BrowserContext, page: Page
) -> None:
    await page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    await context.set_offline(True)
    await page.goto(site.url)
    await expect(page.locator("h1")).to_have_text("No connection")
    assert await violations(page) == []
    await page.locator("#text").fill("I am a cook in a school.")
    await press(page, "Send")
    await expect(page.locator(".waiting")).to_contain_text("I am a cook in a school.")
    assert await violations(page) == []
    await context.set_offline(False)
    await expect(page.locator("#now")).to_contain_text("✓ Saved")
    assert messages(site) == ["I am a cook in a school."]


def test_it_is_small() -> None:
    sizes = {each.name: each.stat().st_size for each in STATIC.iterdir()}
    assert sizes["page.js"] < 15_000
    assert sum(sizes.values()) < 60_000


async def test_over_a_slow_line_the_first_question_costs_four_requests_and_21_kilobytes(
    site: Site, context: BrowserContext
) -> None:
    page = await context.new_page()
    line = await context.new_cdp_session(page)
    asked, bytes_of = dict[str, str](), dict[str, float]()
    line.on(
        "Network.requestWillBeSent", lambda e: asked.update({e["requestId"]: e["request"]["url"]})
    )
    line.on(
        "Network.loadingFinished",
        lambda e: bytes_of.update({e["requestId"]: e["encodedDataLength"]}),
    )
    await line.send("Network.enable")
    await page.goto(site.url)
    await press(page, "Start")
    await expect(page.locator("#now")).to_contain_text("1 of 4")
    first = {
        number: each
        for number, each in asked.items()
        if each.startswith("http") and not each.endswith("/events")
    }
    assert [each.partition("?")[0].removeprefix(site.url) for each in first.values()] == [
        "",
        "static/page.css",
        "static/page.js",
        "say",
    ]
    assert sum(bytes_of[number] for number in first) < 21_000
