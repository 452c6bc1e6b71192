"""What was typed is in the field again, on whatever page a form leads to."""

from __future__ import annotations

import pytest

from bot.channels.web import guards
from bot.channels.web.forms import LONGEST
from bot.domain.messages import Message
from bot.errors import CannotSave
from tests.channels.web.conftest import Site
from tests.support.browser import Browser

TEXT = 'I said "stop" & <b>waited</b>.'


async def test_who_was_too_fast_sends_the_same_words_from_the_page_that_says_so(
    site: Site, ann: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ann.get()
    await ann.press("Start")
    monkeypatch.setattr(guards, "POSTS", 0)
    page = await ann.send(TEXT)
    assert page.status == 429
    assert "wait for a minute" in page.text
    monkeypatch.undo()
    page = await ann.press_of("Send")
    assert "✓ Saved" in page.text
    assert [each.text for each in await kept(site)] == [TEXT]


async def kept(site: Site) -> list[Message]:
    [(chat,)] = site.store._execute("SELECT chat_id FROM conversations").fetchall()
    return (await site.store.load(chat)).messages


async def test_a_fault_keeps_what_was_typed_on_its_page_and_it_is_sent_once(
    site: Site, ann: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ann.get()
    await ann.press("Start")

    async def fail(*_: object) -> None:
        raise CannotSave("cannot_save", path="", why="full")

    monkeypatch.setattr(site.store, "standing", fail)
    page = await ann.send(TEXT)
    assert page.status == 503
    monkeypatch.undo()
    page = await ann.press_of("Send")
    assert "✓ Saved" in page.text
    assert [each.text for each in await kept(site)] == [TEXT]


@pytest.mark.parametrize("letter", ["é", "€", "😀", "\n"])
async def test_a_field_that_is_full_is_never_too_long(
    site: Site, ann: Browser, letter: str
) -> None:
    await ann.get()
    await ann.press("Start")
    units = len(letter.encode("utf-16-le")) // 2  # as a browser counts
    text = "I called her. " + letter * ((LONGEST - 20) // units) + " Done."
    page = await ann.send(text.replace("\n", "\r\n"))
    assert page.status == 200
    assert [each.text for each in await kept(site)] == [text]


async def test_wrong_words_are_in_the_field_again(ann: Browser) -> None:
    await ann.get("back")
    page = await ann.press_of("Open my words", text="one two three")
    assert page.status == 404
    assert any(each.fields.get("text") == "one two three" for each in page.forms.values())


async def test_what_went_wrong_is_one_sentence_and_then_what_now(ann: Browser) -> None:
    page = await ann.get("cross/abc")
    assert '<h1 id="now">That link is not in use any more.</h1>' in page.html
    assert "Send /browser" in page.text


async def test_a_statements_headings_stand_out_and_its_words_are_the_same(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook. The fridge broke, and I called the engineer.")
    page = await ann.send("/statement")
    assert "<b>My role and the situation\n</b>" in page.html
    assert "<b>I am" not in page.html


async def test_the_command_for_a_whole_file_is_pressed_with_the_files_form(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook. The fridge broke, and I called the engineer.")
    page = await ann.send("/mydata")
    assert 'name="command" value="/mydata zip"' in page.html
