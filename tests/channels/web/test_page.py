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
    assert page.forms["change-1"].fields["text"] == "I am a cook in a school."
    assert "Your answers so far" in page.now, "the review stands around it"
    page = await ann.press_of("Save", text="I am a cook in a big school.")
    assert page.url.endswith("/?changed=1")
    assert "✓ Saved. I changed that message" in page.now
    assert "situation\nI am a cook in a big school.\n✓ Saved" in page.text
    page = await ann.press("See all your answers")
    assert "big school" in page.now


async def test_answers_can_be_changed_while_the_review_asks_about_one_of_them(
    ann: Browser,
) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school and the fridge broke.")
    await ann.press("Next")
    await ann.send("I split the staff in two pairs and wrote a list.")
    page = await ann.press("See all your answers")
    assert "“I split the staff in two pairs”" in page.now
    page = await ann.follow("Change: I am a cook in a school and the fridge b")
    page = await ann.press_of("Save", text="I am a cook in a big school. The fridge broke.")
    assert page.url.endswith("/?changed=1")


async def test_what_is_asked_about_new_words_comes_before_the_answers(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    await ann.press("See all your answers")
    await ann.follow("Change: I am a cook in a school.")
    page = await ann.press_of("Save", text="I am a cook in a school with Mary Smith.")
    assert page.url == ann.url
    assert "may be a name" in page.now


async def test_a_message_that_was_just_sent_is_changed_in_its_own_line(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    page = await ann.follow("Change: I am a cook in a school.")
    assert page.forms["change-1"].fields["text"] == "I am a cook in a school."
    assert "✓ Saved · 7 words" in page.now, "the receipt stands around it"
    page = await ann.press_of("Save", text="I am a cook in a big school.")
    assert page.url == ann.url
    assert "✓ Saved. I changed that message" in page.now


async def test_a_message_of_long_ago_is_changed_where_it_stands(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    for _ in range(8):
        await ann.send("/help")
    page = await ann.get("/change/1")
    assert '<details class="earlier" open>' in page.html
    assert page.forms["change-1"].fields["text"] == "I am a cook in a school."


async def test_new_words_for_a_message_that_is_gone_are_in_the_field(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    page = await ann.follow("Change: I am a cook in a school.")
    form = page.forms["change-1"]
    page = await ann.post("/change/99", {**form.fields, "text": "I am a cook in a big school."})
    assert page.status == 404
    assert page.typed == "I am a cook in a big school."
    assert "Your words are still in the field" in page.text


async def test_answers_are_listed_to_be_changed_only_where_somebody_looks_back(
    ann: Browser,
) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    assert "Change an answer here" in (await ann.press("See all your answers")).text
    for beside in ("Read about leadership and management", "Delete all that is saved about you"):
        assert "Change an answer here" not in (await ann.press(beside)).text


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


async def test_words_on_a_page_of_another_question_are_sent_only_once_more_looked_at(
    site: Site, ann: Browser
) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school.")
    old = ann.page
    await ann.press("Next")
    ann.page = old
    page = await ann.send("The fridge broke and I rang the engineer.")
    assert page.status == 409
    assert "You went on somewhere else after this page was shown" in page.text
    assert page.typed == "The fridge broke and I rang the engineer."
    assert "2 of 4" in page.now
    page = await ann.send(page.typed)
    assert "✓ Saved" in page.now
    assert site.store._execute("SELECT count(*) FROM messages").fetchone() == (2,)


async def test_a_form_that_is_posted_twice_is_one_message_whatever_came_between(
    site: Site, ann: Browser
) -> None:
    await ann.get()
    await ann.press("Start")
    form = ann.page.forms["talk"]
    fields = {**form.fields, "text": "I am a cook in a school."}
    await ann.post(form.action, fields)
    await ann.press("Next")
    page = await ann.post(form.action, fields)
    assert page.status == 200
    assert "2 of 4" in page.text
    assert site.store._execute("SELECT count(*) FROM messages").fetchone() == (1,)


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


async def test_what_is_answered_by_a_press_has_its_buttons_before_the_field(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    page = await ann.press("Sort short activities from care work")
    assert page.html.index(">Leadership</button>") < page.html.index("Write something")
    page = await ann.press("Delete all that is saved about you")
    assert page.html.index(">No, keep it</button>") < page.html.index("Write something")
    page = await ann.press("No, keep it")
    assert "Write something" not in page.text, "a question is answered in the field"
