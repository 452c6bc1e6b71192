"""Documents at the page: two presses and a download, and a line where a form cannot hold a text."""

from __future__ import annotations

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


async def test_a_text_that_a_form_cannot_hold_is_told_with_the_forms_that_can(ann: Browser) -> None:
    status, body, _ = await ann.download(await offered(ann, f"{MINE} \U00010300", "PDF"))
    assert status == 200
    said = body.decode()
    assert said.startswith("I could not make this file: PDF.")
    assert "These can hold it: Web page (.html), Plain text (.txt), Markdown (.md)" in said
