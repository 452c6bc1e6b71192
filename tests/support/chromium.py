"""A real Chromium, where this machine has one."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    "",
)

AXE = Axe().axe_script

expect.set_options(timeout=60_000)
"""Milliseconds until what is expected must be there: a busy machine is no fault."""

WIDE: ViewportSize = {"width": 1280, "height": 800}

PHONE: ViewportSize = {"width": 360, "height": 740}

NARROW: ViewportSize = {"width": 320, "height": 640}


def needs_chromium() -> None:
    """Skip loudly where there is none; where COACH_TEST_CHROMIUM is set, it must be there."""
    if CHROMIUM:
        return
    if os.environ.get("COACH_TEST_CHROMIUM"):
        pytest.fail("there is no Chromium, and COACH_TEST_CHROMIUM says that there is")
    pytest.skip("NOT TESTED: no Chromium on this machine (apt-get install chromium)")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Yield a browser without a window."""
    needs_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        await browser.close()


async def press(page: Page, label: str) -> None:
    """Press the first button of that label; wait for nothing."""
    await page.get_by_role("button", name=label, exact=True).first.click()


async def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds wrong on a page, by these rules or by all: the rule, and where.

    A page that has axe already is not given it again: to read it costs more than to run it.
    """
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    only = {"runOnly": list(rules)} if rules else {}
    options = {"iframes": False, "resultTypes": ["violations"], **only}
    run = "options => axe.run(document, options).then(found => found.violations)"
    found: list[dict[str, Any]] = await page.evaluate(run, options)
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


async def violations_on_every_screen(page: Page) -> list[str]:
    """Return what axe finds on a phone and on a wide screen, in the light and in the dark.

    In the dark only the colours are others. Without motion they change at once.
    """
    found = []
    for size in (WIDE, PHONE):
        await page.set_viewport_size(size)
        await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += await violations(page, "color-contrast")
        await page.emulate_media(color_scheme="light", reduced_motion="reduce")
        found += await violations(page)
    return found
