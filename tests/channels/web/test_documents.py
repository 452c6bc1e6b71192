"""Documents at the page: two presses and a download, and a line where a form cannot hold a text."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

from tests.channels.web.conftest import Site
from tests.support.browser import Browser
from tests.support.forms import letters_of_pdf, lines_of

MINE = "I am a cook in a school. I called the engineer at $x$."


async def offered(ann: Browser, words: str, form: str) -> str:
    await ann.get()
    await ann.press("Start")
    await ann.send(words)
    await ann.send("/statement")
    await ann.press("Word, PDF and more")
    page = await ann.press(form)
    return next(
        to
        for said, to in page.links.items()
        if said.startswith("Download thing_2-") and "txt" not in said
    )


async def test_a_document_is_made_when_it_is_downloaded(ann: Browser) -> None:
    status, body, headers = await ann.download(await offered(ann, MINE, "PDF"))
    assert (status, headers["Content-Type"]) == (200, "application/pdf")
    assert "thing_2-statement.pdf" in headers["Content-Disposition"]
    assert "Iamacookinaschool." in letters_of_pdf(body)


async def test_a_word_file_has_the_words_as_they_were_typed(ann: Browser) -> None:
    _, body, _ = await ann.download(await offered(ann, MINE, "Word (.docx)"))
    assert MINE in lines_of("docx", body)


async def test_all_of_somebodys_reflections_are_one_zip_to_download(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send(MINE)
    await ann.send("/statement")
    await ann.press("Word, PDF and more")
    await ann.press("Take it all with me")
    page = await ann.press("Word (.docx)")
    assert "Here is everything in one file." in page.now
    [link] = [to for said, to in page.links.items() if said.endswith("my-reflections.zip")]
    status, body, headers = await ann.download(link)
    assert (status, headers["Content-Type"]) == (200, "application/zip")
    assert headers["Content-Disposition"].endswith("my-reflections.zip")
    with zipfile.ZipFile(BytesIO(body)) as archive:
        assert archive.testzip() is None
        assert "thing_2-statement.docx – Thing 2" in archive.read("README.txt").decode()
        assert MINE in lines_of("docx", archive.read("thing_2-statement.docx"))
        kept = json.loads(archive.read("my-data.json"))
    assert MINE in [each["text"] for each in kept["messages"]]


async def test_nobody_else_can_download_the_zip(site: Site, ann: Browser) -> None:
    await offered(ann, MINE, "Word (.docx)")
    page = await ann.send("/mydata zip")
    [link] = [to for said, to in page.links.items() if said.endswith("my-reflections.zip")]
    eve = site.browser()
    await eve.get()
    await eve.press("Start")
    status, body, _ = await eve.download(link)
    assert status == 404
    assert MINE.encode() not in body


async def test_a_text_that_a_form_cannot_hold_is_told_with_the_forms_that_can(ann: Browser) -> None:
    status, body, _ = await ann.download(await offered(ann, f"{MINE} \U00010300", "PDF"))
    assert status == 200
    said = body.decode()
    assert said.startswith("I could not make this file: PDF.")
    assert "These can hold it: Web page (.html), Plain text (.txt), Markdown (.md)" in said
