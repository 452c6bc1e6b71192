"""Taking a statement away: a press or two to a file in the form that somebody needs."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest

from bot.content.library import Content
from bot.domain.pictures import Overlap
from bot.domain.turn import File
from bot.exports.making import made
from bot.pictures.catalogue import drawing
from tests.support.forms import letters_of_pdf, lines_of
from tests.support.learner import Learner

PLAN = "I made a plan for the walk. " + "We met at the gate at ten and it went well. " * 9

MINE = "I led a *walk* with $x$.\n• one\n• two 😀"


@pytest.fixture
def finisher(learner: Learner) -> Learner:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step) if step == "situation" else learner.press("Next")
        learner.say(MINE if step == "situation" else PLAN)
    learner.send("say", "/statement")
    return learner


def file_of(learner: Learner) -> File:
    files = [reply.file for reply in learner.replies if reply.file]
    assert len(files) == 1
    return files[0]


def test_a_name_that_was_passed_over_is_named_where_the_file_is_handed_over(
    learner: Learner,
) -> None:
    learner.at("situation").say("I planned the walk with Morag Sinclair and told her why.")
    learner.press("Next")
    learner.say("/statement")
    assert "a name in it: “Morag Sinclair”" in learner.say("/statement pdf")
    learner.say("/review")
    learner.press("Not a name")
    assert "Morag" not in learner.say("/statement pdf")


def test_two_presses_give_a_word_file(finisher: Learner, content: Content) -> None:
    said = finisher.press("Word, PDF and more")
    assert "Which one would you like?" in said
    assert "PDF" in finisher.buttons
    said = finisher.press("Word (.docx)")
    assert "Here is your statement: Word (.docx)." in said
    file = file_of(finisher)
    assert (file.stem, file.ending) == ("thing_2-statement", "docx")
    lines = lines_of("docx", made(file, drawing(content)))
    assert lines[:5] == [
        "Thing 2: Leadership / management?",
        "My role and the situation",
        *MINE.split("\n"),
    ]


@pytest.mark.parametrize("typed", ["pdf", "PDF", " .pdf"])
def test_a_form_can_be_named_with_the_command(
    finisher: Learner, content: Content, typed: str
) -> None:
    finisher.send("say", f"/statement {typed}")
    assert "Iledawalk" in letters_of_pdf(made(file_of(finisher), drawing(content))).replace("*", "")


def test_a_form_that_there_is_none_of_shows_those_that_there_are(finisher: Learner) -> None:
    said = finisher.send("say", "/statement wurd")
    assert "I cannot make “wurd”. I can make these: Word (.docx), PDF," in said
    assert {"Word (.docx)", "More forms"} <= set(finisher.buttons)


def test_how_it_was_made_can_be_added_or_taken_alone(finisher: Learner) -> None:
    finisher.press("Word, PDF and more")
    finisher.press("Add how it was made")
    finisher.press("Plain text (.txt)")
    text = file_of(finisher).text
    assert text.startswith("My role and the situation\n\nI led a *walk*")
    assert "Message 1, sent 21 November 2026, 09:0" in text
    finisher.press("Word, PDF and more")
    finisher.press("Add how it was made")
    finisher.press("Only how it was made")
    finisher.press("Markdown (.md)")
    file = file_of(finisher)
    assert file.stem == "thing_2-how-it-was-made"
    assert file.text.startswith("# How the statement for Thing 2 was made")


def test_data_has_its_version_and_each_word(finisher: Learner) -> None:
    finisher.send("say", "/statement data")
    value = json.loads(file_of(finisher).text)
    assert (value["schema"], value["version"]) == ("reflection-coach/statement", 1)
    assert value["sections"][0]["text"] == MINE


def test_what_is_missing_is_said_with_the_file(learner: Learner) -> None:
    learner.at("situation").say("I am a cook.")
    said = learner.send("say", "/statement pdf")
    assert "These answers have no words yet" in said
    assert file_of(learner).ending == "pdf"


def test_without_words_there_is_no_file(learner: Learner) -> None:
    learner.at("situation")
    said = learner.send("say", "/statement pdf")
    assert "There are no words in your statement yet" in said
    assert not any(reply.file for reply in learner.replies)


def test_where_a_form_cannot_be_made_it_is_not_offered(
    finisher: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.exports.making._is_here", lambda _: False)
    said = finisher.press("Word, PDF and more")
    assert "Word and PDF are not set up here" in said
    assert "PDF" not in finisher.buttons
    assert "Web page (.html)" in finisher.buttons
    finisher.press("Plain text (.txt)")
    assert file_of(finisher).text.startswith("My role")


def names_in(file: File) -> list[str]:
    return [each.name for each in file.inside]


@pytest.mark.parametrize("way", ["press", "/mydata word", "/mydata zip"])
def test_everything_comes_in_one_zip(finisher: Learner, content: Content, way: str) -> None:
    if way == "press":
        finisher.press("Word, PDF and more")
        assert "in one zip file" in finisher.press("Take it all with me")
        said = finisher.press("Word (.docx)")
    else:
        said = finisher.send("say", way)
    assert "Here is everything in one file." in said
    file = file_of(finisher)
    assert names_in(file) == [
        "README.txt",
        "thing_2-statement.docx",
        "thing_2-statement-how-it-was-made.txt",
        "thing_2-statement-overlap.png",
        "my-finished-reflections.docx",
        "my-data.json",
    ]
    with zipfile.ZipFile(BytesIO(made(file, drawing(content)))) as archive:
        assert archive.testzip() is None
        assert "thing_2-statement.docx – Thing 2" in archive.read("README.txt").decode()
        assert MINE.split("\n")[1] in lines_of("docx", archive.read("thing_2-statement.docx"))
        kept = json.loads(archive.read("my-data.json"))
    assert kept["messages"][0]["text"] == MINE


def test_each_time_through_has_a_file_of_its_own(finisher: Learner) -> None:
    finisher.send("say", "/restart")
    finisher.press("Yes, start again")
    finisher.at("situation").say("I am a cook now.")
    finisher.send("say", "/mydata txt")
    names = names_in(file_of(finisher))
    assert {"thing_2-statement.txt", "thing_2-statement-2.txt"} <= set(names)


def test_my_data_says_how_to_take_it_all(finisher: Learner) -> None:
    assert "send /mydata zip" in finisher.send("say", "/mydata")


@pytest.fixture
def planner(learner: Learner) -> Learner:
    learner.at("situation").say("I am a carer and we went for a walk.")
    learner.press("Next")
    learner.say("I wrote a list of who does what and put it on the rota.")
    return learner


def test_the_overlap_is_a_picture_of_what_was_picked_and_shown(planner: Learner) -> None:
    planner.press("More")
    planner.press("Name the skill")
    planner.press("Planning and budgeting")
    planner.send("say", "/statement")
    planner.press("Word, PDF and more")
    planner.press("The overlap as a picture")
    said = planner.press("Picture (.png)")
    assert "Two circles that overlap. Management: Planning and budgeting" in said
    file = file_of(planner)
    assert isinstance(file.picture, Overlap)
    assert [each.name for each in file.picture.first][:1] == ["Planning and budgeting"]
    for each in (*file.picture.first, *file.picture.both, *file.picture.second):
        words = each.words.strip("“” …")
        assert words in "I wrote a list of who does what and put it on the rota."


def test_everything_has_the_picture_too(planner: Learner, content: Content) -> None:
    planner.press("More")
    planner.press("Name the skill")
    planner.press("Planning and budgeting")
    planner.send("say", "/mydata zip")
    with zipfile.ZipFile(BytesIO(made(file_of(planner), drawing(content)))) as archive:
        assert archive.read("thing_2-statement-overlap.png").startswith(b"\x89PNG")
        assert "Each picture with “overlap” in its name" in archive.read("README.txt").decode()


def test_without_a_skill_there_is_no_picture(learner: Learner) -> None:
    learner.at("management").say("It was a good day.")
    learner.send("say", "/statement")
    learner.press("Word, PDF and more")
    said = learner.press("The overlap as a picture")
    assert "so there is no picture" in said
    assert not any(reply.file for reply in learner.replies)


def test_all_that_is_finished_is_on_one_page(finisher: Learner, content: Content) -> None:
    for label in ("All of it is mine", "I have sent it", "Yes, it is sent"):
        finisher.press(label)
    finisher.press("Word, PDF and more")
    finisher.press("Take it all with me")
    assert "on one page" in finisher.press("All I have finished")
    said = finisher.press("PDF")
    assert "None of your answers are on it." in said
    file = file_of(finisher)
    assert file.document
    assert [each.heading for each in file.document.parts] == ["Thing 2: Leadership / management?"]
    count = finisher.statement.own_words
    lines = file.document.parts[0].text.split("\n")
    assert lines == [
        f"Finished on 21 November 2026. It has {count} of my own words.",
        "Sent to SSSC on 21 November 2026.",
    ]
    assert "Iledawalk" not in letters_of_pdf(made(file, drawing(content)))


def test_the_days_on_the_page_of_what_is_finished_are_those_of_its_learners_clock(
    finisher: Learner,
) -> None:
    finisher.now = datetime(2026, 6, 20, 23, 10, tzinfo=UTC)
    finisher.edit(1, "I led a walk on a dry day.")
    for label in ("/statement", "All of it is mine", "I have sent it", "Yes, it is sent"):
        finisher.say(label)
    finisher.press("Word, PDF and more")
    finisher.press("Take it all with me")
    finisher.press("All I have finished")
    finisher.press("Plain text (.txt)")
    assert "Sent to SSSC on 21 June 2026." in file_of(finisher).text
    assert "20 June" not in finisher.say("/statement")


@pytest.mark.parametrize(
    ("pressed", "said"),
    [("I have the badge", "I have the badge."), ("They sent it back", "SSSC sent it back.")],
)
def test_what_became_of_a_badge_is_on_the_page_of_what_is_finished(
    finisher: Learner, pressed: str, said: str
) -> None:
    for label in ("All of it is mine", "I have sent it", "Yes, it is sent"):
        finisher.press(label)
    finisher.now += timedelta(days=40)
    assert "How did it go?" in finisher.open()
    finisher.press(pressed)
    finisher.say("/statement")
    for label in ("Word, PDF and more", "Take it all with me", "All I have finished"):
        finisher.press(label)
    finisher.press("Plain text (.txt)")
    assert file_of(finisher).text.endswith(f"Sent to SSSC on 21 November 2026.\n{said}\n")


def test_what_is_not_finished_is_on_no_page_of_finished_ones(learner: Learner) -> None:
    learner.at("situation").say("I am a cook.")
    learner.send("say", "/statement")
    learner.press("Word, PDF and more")
    assert "All I have finished" not in learner.buttons


PAGES_OF_FORMS = ("", ".more", ".both", ".both.more", ".how", ".how.more", ".all", ".all.more")


@pytest.mark.parametrize("page", [*PAGES_OF_FORMS, ".picture", ".year", ".named"])
def test_no_page_of_forms_has_more_than_eight_buttons(planner: Learner, page: str) -> None:
    planner.press("More")
    planner.press("Name the skill")
    planner.press("Planning and budgeting")
    for _ in range(3):
        planner.press("Next")
        planner.say("I wrote a list of who does what and why. " * 8)
    planner.send("say", "/statement")
    planner.press_button(f"page:forms{page}", planner.conversation.version)
    assert 2 <= len(planner.buttons) <= 8, planner.buttons


def test_more_forms_are_one_press_further_and_can_be_named_at_once(finisher: Learner) -> None:
    finisher.press("Word, PDF and more")
    assert "Plain text (.txt)" not in finisher.buttons
    finisher.press("More forms")
    assert "Plain text (.txt)" in finisher.buttons
    finisher.press("Only my own words")
    finisher.press("plain text (.TXT)")
    assert file_of(finisher).ending == "txt"


@pytest.mark.parametrize("form", ["Word (.docx)", "Web page (.html)", "LibreOffice (.odt)"])
def test_a_name_is_asked_for_and_stands_on_the_file_and_is_not_kept(
    finisher: Learner, content: Content, form: str
) -> None:
    finisher.press("Word, PDF and more")
    assert "Your statement with your name on it" in finisher.press("With my name on it")
    assert "Type your name" in finisher.press(form)
    before = len(finisher.conversation.messages)
    said = finisher.say("  Zoë\n O’Neil ")
    assert "I do not keep your name" in said
    file = file_of(finisher)
    lines = lines_of(file.ending, made(file, drawing(content)))
    assert lines[1] == "Zoë O’Neil"
    assert len(finisher.conversation.messages) == before
    assert "O’Neil" not in str(finisher.conversation)


def test_a_name_is_kept_where_that_is_wanted_until_it_is_dropped(finisher: Learner) -> None:
    finisher.press("Word, PDF and more")
    finisher.press("With my name on it")
    finisher.press("Word (.docx)")
    assert "I keep it" in finisher.press("Keep it for next time")
    assert "✓ I keep your name" in finisher.say("Zoë O’Neil")
    finisher.press("Word, PDF and more")
    finisher.press("With my name on it")
    finisher.press("PDF")
    document = file_of(finisher).document
    assert document
    assert document.author == "Zoë O’Neil"
    finisher.press("Word, PDF and more")
    finisher.press("With my name on it")
    assert "✓ I do not keep your name any more" in finisher.press("Forget my name")
    assert "O’Neil" not in str(finisher.conversation)


@pytest.mark.parametrize("typed", ["…", "x" * 81])
def test_what_is_no_name_is_asked_for_again(finisher: Learner, typed: str) -> None:
    finisher.press("Word, PDF and more")
    finisher.press("With my name on it")
    finisher.press("Word (.docx)")
    assert "Type your name" in finisher.say(typed)
    assert not any(reply.file for reply in finisher.replies)


def test_everything_has_the_page_of_what_is_finished(finisher: Learner, content: Content) -> None:
    finisher.send("say", "/mydata docx")
    file = file_of(finisher)
    assert "my-finished-reflections.docx" in names_in(file)
    with zipfile.ZipFile(BytesIO(made(file, drawing(content)))) as archive:
        lines = lines_of("docx", archive.read("my-finished-reflections.docx"))
        assert "my-finished-reflections.docx" in archive.read("README.txt").decode()
    assert lines[:2] == ["My finished reflections", "Thing 2: Leadership / management?"]


def test_who_has_finished_nothing_has_no_such_page(learner: Learner) -> None:
    learner.at("situation").say("I am a cook in a school.")
    learner.send("say", "/mydata txt")
    assert not [each for each in names_in(file_of(learner)) if "finished" in each]
