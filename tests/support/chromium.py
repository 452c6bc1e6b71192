"""A real Chromium, where this machine has one."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    "",
)

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


async def violations(page: Page) -> list[str]:
    """Return what axe finds wrong on a page: the rule, and where."""
    found: dict[str, Any] = (await Axe().run(page, options={"iframes": False})).response
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
