"""The page in a real Chromium: axe finds nothing, and the keyboard alone is enough."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, Response, expect

from bot.channels.web import guards
from bot.channels.web.doors import TELEGRAM
from bot.domain.commands import Invite
from bot.domain.crossing import GOOD_FOR
from bot.domain.door_commands import OpenDoor
from bot.domain.invitations import hashed
from tests.channels.web.conftest import Site
from tests.support.browser import Browser as Person
from tests.support.chromium import (
    NARROW,
    PHONE,
    violations,
    violations_on_every_screen,
)
from tests.support.mail_server import MailOffice
from tests.support.transcripts import FILES, Transcript

pytestmark = pytest.mark.long

WHOLE = next(path for path in FILES if path.stem == "whole_reflection_by_buttons")


async def press(page: Page, label: str) -> None:
    """Press a button and wait until the page after it is shown."""
    async with page.expect_response(is_page):
        await page.get_by_role("button", name=label, exact=True).first.click()
    await expect(page.locator("form[data-busy]")).to_have_count(0)
    await page.wait_for_load_state()


def is_page(answer: Response) -> bool:
    return answer.ok and "text/html" in answer.headers.get("content-type", "")


async def send(page: Page, text: str) -> None:
    if not await page.locator("#text").is_visible():
        await page.locator(".write summary").click()
    await page.locator("#text").fill(text)
    await press(page, "Send")
    await page.wait_for_load_state()


async def from_menu(page: Page, label: str) -> None:
    await page.locator(".menu summary").click()
    await press(page, label)
    await page.wait_for_load_state()


async def test_axe_would_find_a_fault(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content("<html><body><input><p style='color:#bbb'>Faint</p></body></html>")
    found = " ".join(await violations(page))
    assert "label" in found
    assert "color-contrast" in found


async def test_axe_would_find_what_is_faint_in_the_dark_only(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content(
        "<html lang='en'><title>A</title><style>@media (prefers-color-scheme: dark)"
        "{ p { color: #bbb } }</style><main><h1>A</h1><p>Faint</p></main></html>"
    )
    assert "color-contrast" in " ".join(await violations_on_every_screen(page))
    assert not await violations(page), "it is left as it was: light"


async def test_axe_finds_nothing_on_any_kind_of_page(site: Site, browser: Browser) -> None:
    page = await browser.new_page(viewport=PHONE)
    found = dict[str, list[str]]()

    async def look(name: str, shown: str) -> None:
        await expect(page.locator("main")).to_contain_text(shown)
        found[name] = await violations_on_every_screen(page)

    await page.goto(site.url)
    await look("welcome", "one small question")
    await press(page, "Start")
    await look("question", "1 of 4")
    await send(page, "I am a cook in a school and the fridge broke. I called the engineer.")
    await look("receipt", "✓ Saved")
    await page.locator(".menu summary").click()
    await page.locator(".earlier summary").click()
    await look("menu and what was said before", "✓ Saved")
    await press(page, "See all your answers")
    await look("review", "Your answers so far")
    await page.locator(".answers a").first.click()
    await look("change", "Change your words")
    await press(page, "Save")
    await from_menu(page, "See what you have made")
    await look("statement", "of your own words")
    await from_menu(page, "Read about leadership and management")
    await press(page, "Leading and managing")
    await press(page, "Show it as a picture")
    await look("picture", "Download leading")
    await from_menu(page, "Sort short activities from care work")
    await look("sorting", "activit")
    await from_menu(page, "Say when I may remind you")
    await look("reminders", "Reminders are on")
    await page.goto(f"{site.url}keys")
    await press(page, "Make a link and six words")
    await look("a way back", "Your six words")
    invite = Invite(hashed("cd" * 16), "coordinator", "", site.clock[0] + GOOD_FOR, 1)
    await site.store.do([invite], "", site.clock[0])
    others = {
        "back": "six words",
        "back/AAAAAAAAAAAAAAAAAAAAAA": "Open my words",
        f"join/{'cd' * 16}": "Here in the browser",
        "join/abc": "not in use any more",
        "mail": "Put it in your own calendar",
        "mail/off/abc": "I send no more e-mail",
        "nowhere": "no such page",
    }
    for path, shown in others.items():
        await page.goto(f"{site.url}{path}")
        await look(path, shown)
    await page.goto(site.url)
    await from_menu(page, "Delete all that is saved about you")
    await look("asks before it deletes", "Delete all your words")
    await press(page, "Yes, delete it all")
    await look("deleted", "It is all deleted")
    assert {name: each for name, each in found.items() if each} == {}
    assert len(found) == 20


async def test_axe_finds_nothing_where_somebody_changes_doors(site: Site, browser: Browser) -> None:
    page = await browser.new_page(viewport=PHONE)
    now = site.clock[0]
    await site.store.set_meta(TELEGRAM, "https://t.me/CoachTestBot?start={token}")
    await site.store.save(await site.nobody("chat"), "elsewhere")
    await site.store.do([OpenDoor((hashed("ab" * 16),), now + GOOD_FOR)], "chat", now)
    await page.goto(site.url)
    await press(page, "Start")
    await page.goto(f"{site.url}keys")
    await expect(page.locator("main")).to_contain_text("Go on in Telegram")
    found = await violations_on_every_screen(page)
    await page.get_by_role("button", name="Make a link for Telegram").click()
    await expect(page.locator("main")).to_contain_text("This works once")
    found += await violations_on_every_screen(page)
    await page.goto(f"{site.url}cross/{'ab' * 16}")
    await expect(page.locator("main")).to_contain_text("This browser has words of its own")
    found += await violations_on_every_screen(page)
    await page.get_by_role("button", name="Open my words here").click()
    await expect(page.locator("main")).to_contain_text("The words from before are saved")
    found += await violations_on_every_screen(page)
    assert found == []


async def test_axe_finds_nothing_where_somebody_signs_in_by_e_mail(
    mail_site: Site, browser: Browser, office: MailOffice
) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.goto(f"{mail_site.url}sign-in")
    await expect(page.locator("main")).to_contain_text("Sign in by e-mail")
    found = await violations_on_every_screen(page)
    await page.locator("#text").fill("ann@example.org")
    await page.get_by_role("button", name="Send me a code").click()
    await expect(page.locator("main")).to_contain_text("a code is on its way")
    found += await violations_on_every_screen(page)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.locator("main")).to_contain_text("That code is not in use here")
    found += await violations_on_every_screen(page)
    assert found == []


async def test_axe_finds_nothing_in_a_trial_and_its_letters(
    stranger: Person, browser: Browser
) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.goto(f"{stranger.url}as/you/")
    await press(page, "Start")
    await send(page, "I am a cook in a school.")
    await page.get_by_role("link", name="Reminders by e-mail or calendar").click()
    await page.locator("#text").fill("me@example.org")
    await page.get_by_role("button", name="Send me an e-mail to check").click()
    await expect(page.locator("main")).to_contain_text("I sent an e-mail to me@example.org")
    found = await violations_on_every_screen(page)
    await page.goto(stranger.url)
    found += await violations_on_every_screen(page)
    await page.get_by_role("link", name="1 e-mail").click()
    await expect(page.locator("main")).to_contain_text("To me@example.org")
    found += await violations_on_every_screen(page)
    assert found == []


async def test_a_statement_is_written_by_keyboard_alone_at_320_px_without_javascript(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(viewport=NARROW, java_script_enabled=False)
    page = await context.new_page()
    await page.goto(site.url)
    for turn in Transcript.read(WHOLE).turns[2:]:
        if "say" in turn and "edit" not in turn:
            await tab_to(page, "Your answer", turn["say"])
        elif "press" in turn and turn["press"] != "Example":
            await tab_to(page, turn["press"])
        if turn.get("press") == "Yes, it is sent":
            break
        assert await width(page) <= 320, "nothing has to be moved sideways"
    assert "well done" in (await page.inner_text("#now")).casefold()
    await context.close()


async def width(page: Page) -> int:
    return int(await page.evaluate("document.documentElement.scrollWidth"))


async def tab_to(page: Page, label: str, typed: str = "") -> None:
    """Go on by the tab key until the field or a button of that label has the focus, and use it."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        kind, said = await page.evaluate(
            "(e => [e.tagName, (e.innerText ?? '').trim()])(document.activeElement)"
        )
        if typed and kind == "TEXTAREA":
            await page.keyboard.type(typed)
            await page.keyboard.press("Tab")
            async with page.expect_navigation():
                await page.keyboard.press("Enter")
            break
        if typed and kind == "SUMMARY" and said == "Write something":
            await page.keyboard.press("Enter")
        if not typed and kind == "BUTTON" and said == label:
            async with page.expect_navigation():
                await page.keyboard.press("Enter")
            break
    else:
        raise AssertionError(f"{label!r} is out of the keyboard's reach: {page.url}")
    await page.wait_for_load_state()


async def test_every_target_is_large_enough(site: Site, browser: Browser) -> None:
    context = await browser.new_context(viewport=PHONE)
    page = await context.new_page()
    await page.goto(site.url)
    await press(page, "Start")
    await send(page, "I am a cook in a school.")
    small = await page.eval_on_selector_all(
        "button, a, summary, textarea",
        "all => all.map(e => [e.innerText, e.getBoundingClientRect()])"
        ".filter(([t, r]) => r.height && (r.height < 24 || r.width < 24) && r.top > 0)"
        ".map(([t]) => t)",
    )
    assert small == []
    await context.close()


async def test_axe_finds_nothing_where_words_are_to_be_sent_once_more(
    site: Site, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.route("**/page.js*", lambda route: route.abort())
    await page.goto(site.url)
    await page.get_by_role("button", name="Start").click()
    monkeypatch.setattr(guards, "POSTS", 0)
    await page.locator("#text").fill("I called the engineer.")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator("main")).to_contain_text("wait for a minute")
    assert await page.locator("#text").input_value() == "I called the engineer."
    assert await violations_on_every_screen(page) == []
