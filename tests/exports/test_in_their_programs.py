"""The documents in the programs that people open them with, where those are here.

LibreOffice is started once for all of them.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.domain.documents import Document, Part
from bot.exports.making import document
from tests.exports.test_forms import LEFTWARD, TEXTS, made, nothing_drawn
from tests.support.chromium import PHONE, chromium
from tests.support.forms import letters, poppler

pytestmark = pytest.mark.long

MINE = (
    "I led a walk with $x$ & <b>.\n\n• one\n• two\n- Gàidhlig, Zażółć gęślą jaźń\n\n"
    "All of it went well."
)


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="NOT TRIED: there is no LibreOffice or no poppler here",
)
def test_word_and_opendocument_open_in_libreoffice_with_every_word(tmp_path: Path) -> None:
    how = Document("How it was made", (Part("A heading", "Message 1."),))
    mine = Document("My statement", (Part("A heading", MINE),), "Zoë", appendix=how)
    paths = [tmp_path / "word.docx", tmp_path / "open.odt"]
    for path in paths:
        path.write_bytes(document(mine, path.suffix[1:], nothing_drawn))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *paths],  # noqa: S607
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    written = ["My statement", "Zoë", "A heading", MINE, "1", "How it was made", "A heading"]
    for path in paths:
        shown = letters(poppler(path.with_suffix(".pdf").read_bytes()))
        assert shown == letters("".join([*written, "Message 1.", "2"])), path.name


async def test_a_page_is_as_wide_as_a_phone_whatever_was_written(tmp_path: Path) -> None:
    async with chromium() as browser:
        page = await browser.new_page(viewport=PHONE)
        for name, text in (TEXTS | LEFTWARD).items():
            path = tmp_path / "statement.html"
            path.write_bytes(made(text, "html"))
            await page.goto(path.as_uri())
            assert await page.evaluate("document.documentElement.scrollWidth") == 360, name
