"""The conversation in a browser without JavaScript: every step is a form, and its page."""

from __future__ import annotations

from bot.channels.web.lines import Signs, coach_line
from bot.domain.turn import Reply
from tests.channels.web.conftest import Site
from tests.support.browser import Browser


async def test_a_stranger_sees_the_welcome_and_nothing_is_kept_for_looking(
    site: Site, ann: Browser
) -> None:
    page = await ann.get()
    assert page.status == 200
    assert "I ask one small question at a time" in page.now
    assert "Start" in page.labels
    assert not site.store._execute("SELECT count(*) FROM conversations").fetchone()[0]


async def test_a_press_an_answer_and_the_receipt_are_pages(ann: Browser) -> None:
    await ann.get()
    page = await ann.press("Start")
    assert "1 of 4 · situation" in page.now
    page = await ann.send("I am a cook in a school. I called the engineer.")
    assert "✓ Saved · 11 words" in page.now
    assert "I called the engineer" in page.now
    page = await ann.press("Next")
    assert "2 of 4 · management" in page.now
    assert "I am a cook in a school" in page.text, "what was said before is there"


async def test_who_comes_back_sees_where_they_were(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    before = await ann.send("I am a cook in a school.")
    assert (await ann.get()).now == before.now
    stranger = site.browser()
    assert "cook" not in (await stranger.get()).text


async def test_a_button_works_once_and_an_old_page_changes_nothing(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school. I called the engineer.")
    old = ann.page
    await ann.press("Next")
    here = ann.page.now
    ann.page = old
    page = await ann.press("Skip")
    assert "not in use now" in page.now
    assert "Where do you see management" in page.now
    assert "2 of 4" in here


async def test_a_form_that_is_posted_twice_is_one_message(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    form = ann.page.forms["talk"]
    fields = {**form.fields, "text": "I am a cook in a school."}
    for _ in range(2):
        await ann.post(form.action, fields)
    assert ann.page.now.count("I am a cook in a school") == 2, "the line, and the name of its link"
    rows = site.store._execute("SELECT count(*) FROM messages").fetchone()
    assert rows == (1,)


async def test_what_stood_in_the_field_is_saved_before_a_way_on_and_stays_beside_others(
    ann: Browser,
) -> None:
    await ann.get()
    await ann.press("Start")
    page = await ann.press("Example", typed="I am half")
    assert page.typed == "I am half"
    assert "✓" not in page.now
    page = await ann.press("Next", typed="I am a cook. We had no plan.")
    assert "✓ Saved" in page.now
    assert "I saved what was in the field first" in page.text
    page = await ann.press("See all your answers", typed="I made a list")
    assert page.typed == "I made a list"


async def test_every_answer_can_be_changed_in_place(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    page = await ann.press("See all your answers")
    page = await ann.follow("Change: I am a cook in a school.")
    assert page.typed == "I am a cook in a school."
    page = await ann.press_of("Save", text="I am a cook in a big school.")
    assert page.status == 200
    page = await ann.press("See all your answers")
    assert "big school" in page.now


async def test_a_statement_is_there_to_download_and_so_is_a_picture(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school. I called the engineer.")
    page = await ann.press("See what you have made")
    status, body, headers = await ann.download(page.links["Download thing_2-statement.txt"])
    assert status == 200
    assert b"I am a cook in a school." in body
    assert headers["Content-Disposition"].startswith("attachment")
    await ann.press("Read about leadership and management")
    await ann.press("Leading and managing")
    page = await ann.press("Show it as a picture")
    [address] = [to for said, to in page.links.items() if said.endswith(".png")]
    status, body, headers = await ann.download(address)
    assert body.startswith(b"\x89PNG")
    assert headers["Content-Type"] == "image/png"


async def test_nobody_else_gets_a_file_or_an_answer(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    page = await ann.press("See what you have made")
    other = site.browser()
    for path in (page.links["Download thing_2-statement.txt"], "/change/1"):
        found = await other.get(path)
        assert found.status == 404
        assert "cook" not in found.text


async def test_forget_deletes_the_lines_too_and_says_so_once(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    await ann.press("Delete all that is saved about you")
    page = await ann.press("Yes, delete it all")
    assert "It is all deleted here" in page.text
    counts = "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM messages)"
    assert site.store._execute(counts).fetchone() == (0,)
    page = await ann.get()
    assert "I ask one small question at a time" in page.now


async def test_an_identifier_is_kept_nowhere_on_the_page(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    page = await ann.send("I rang Mrs Smith on 07700 900123 and fixed the rota.")
    assert "900123" not in page.text
    kept = site.store._execute("SELECT body FROM outbox").fetchall()
    assert "900123" not in str(kept)


async def test_markup_in_an_answer_is_words(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    page = await ann.send("<script>alert(1)</script> I made a list & a rota.")
    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script> I made a list & a rota." in page.text


async def test_a_reminder_comes_to_the_page(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    await ann.send("/later in 2 hours")
    await site.later(hours=3)
    page = await ann.get()
    assert "You asked me to come back to you now" in page.now
    await site.later(hours=3)
    assert (await ann.get()).now == page.now, "once"


async def test_other_words_from_a_page_that_one_went_back_to_are_kept(
    site: Site, ann: Browser
) -> None:
    await ann.get()
    await ann.press("Start")
    old = ann.page
    await ann.send("I am a cook in a school.")
    ann.page = old
    page = await ann.send("I made a list for the week.")
    assert "✓ Saved" in page.now
    assert site.store._execute("SELECT count(*) FROM messages").fetchone() == (2,)


async def test_a_code_that_was_typed_is_kept_nowhere(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.send("/join K7MP 3XQR")
    assert "K7MP" not in ann.page.text
    assert "K7MP" not in str(site.store._execute("SELECT body FROM outbox").fetchall())


async def test_words_that_are_in_no_message_are_kept_nowhere(site: Site, ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("/later in 2 hours")
    await ann.send("K7MP 3XQR")
    await ann.send("I want to hurt myself because of Mary.")
    rows = str(site.store._execute("SELECT body FROM outbox").fetchall())
    assert "2 hours" not in rows.replace("In 2 hours", "")
    assert "K7MP" not in rows
    assert "hurt myself" not in rows


async def test_an_open_question_stands_there_once_and_without_an_old_receipt(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school. It went well in the end.")
    page = await ann.send("/later 19:30")
    assert page.html.count('class="question') == 1
    assert "✓ Saved" not in page.now
    page = await ann.send("I checked which rooms were the coldest and I wrote a list of them all.")
    assert page.now.count("✓ Saved") == 1
    page = await ann.send("/later 19:30")
    assert page.html.count('class="question') == 1
    assert "✓ Saved" not in page.now


def test_a_question_that_is_said_again_is_known_without_its_mark() -> None:
    said = Reply("Your question now: Tell me your role.")
    assert coach_line(1, said, signs=Signs(again="Your question now: ")).asks
    assert not coach_line(1, said, signs=Signs()).asks
    assert not coach_line(1, Reply("Ready?"), signs=Signs(titles={"Ready?"})).asks
