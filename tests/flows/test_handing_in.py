"""The statement, ready to hand in: what to look at, how it was made, and the right badge page."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.content.library import Content
from bot.exports import FORMATS
from tests.support.learner import Learner

ANSWER = "We met in the hall and spoke about what went well and what to change next time. "


@pytest.fixture
def finisher(learner: Learner) -> Learner:
    """Somebody at a statement that is ready."""
    learner.at("situation")
    for _ in range(4):
        learner.say(ANSWER * 4)
        learner.press("Next")
    learner.press("My statement")
    assert learner.status == "ready"
    return learner


def file_text(learner: Learner) -> str:
    [file] = [reply.file for reply in learner.replies if reply.file]
    return file.text


def test_the_checklist_informs_and_blocks_nothing(finisher: Learner) -> None:
    said = finisher.press("Check it with me")
    assert "✓ It has 200 of your own words or more." in said
    assert "✓ I have written no sentence in it." in said
    assert "✓ I see no names in it." in said
    assert "Not yet: a look at the models (/learn)" in said
    assert "–" not in said, "a dash before a sentence would read as its opposite"
    assert "You decide when it is ready." in said
    assert "I have sent it" in finisher.buttons


def test_looking_at_a_model_ticks_its_line(finisher: Learner) -> None:
    finisher.say("/learn")
    finisher.press("Back to my question")
    assert "✓ You have looked at the models" in finisher.press("Check it with me")


def test_a_name_that_is_still_there_is_shown(finisher: Learner) -> None:
    finisher.say("/review")
    finisher.press("Change: both")
    finisher.say("I also thanked Mrs Campbell for it.")
    finisher.press("Next")
    finisher.say("/statement")
    said = finisher.press("Check it with me")
    assert "Still to look at: “Mrs Campbell”" in said
    assert "I see no names" not in said


def test_the_ledger_names_every_message_that_a_paragraph_came_from(finisher: Learner) -> None:
    finisher.edit(2, ANSWER * 5)
    finisher.press("How it was made")
    text = file_text(finisher)
    assert "Words by the coach: 0." in text
    for section in finisher.statement.sections:
        for message in section.messages:
            assert f"Message {message.number}, sent 21 November 2026, {message.at:%H:%M} (" in text
            assert message.text in text
    assert "(changed 21 November 2026, " in text


def test_the_ledger_names_the_message_that_a_part_came_from(learner: Learner) -> None:
    learner.at("situation")
    learner.say(
        "Situation: I am a cook and I changed the menu for one man who ate too little.\n"
        "Management: I made a list of it and checked each day what he left on his plate."
    )
    learner.press("Yes, split it like that")
    learner.say("/statement")
    learner.press("How it was made")
    text = file_text(learner)
    assert text.count("Message 1, sent") == 2
    assert text.count("(a part of it)") == 2
    assert "(without its label “Situation:”)" in text
    assert "(without its label “Management:”)" in text
    assert "Situation:" not in FORMATS["txt"](learner.statement)
    assert "as it was sent" not in text


def test_the_right_badge_page_is_asked_for_once(finisher: Learner, content: Content) -> None:
    assert "Which one fits your work?" not in str(finisher.replies), "one question at a time"
    assert "Which one fits your work?" in finisher.press("All of it is mine")
    assert "Early learning and childcare" in finisher.buttons
    finisher.press("Early learning and childcare")
    urls = [link.url for reply in finisher.replies for link in reply.links]
    assert urls == [content.resources["badge_thing_2_elc"].address]
    assert "Which one fits your work?" not in finisher.say("/statement")
    assert "Early learning and childcare" not in finisher.buttons


def test_a_second_attempt_gets_the_short_question_and_more_on_request(learner: Learner) -> None:
    learner.at("situation")
    hint = learner.content.first.steps[0].hint
    assert hint in "".join(reply.text for reply in learner.replies)
    learner.say("I am a cook.")
    learner.say("/restart")
    said = learner.press("Yes, start again")
    assert "Tell me your role" in said
    assert hint not in said
    assert hint in learner.press("Tell me more")


@pytest.mark.parametrize("form", ["txt", "md"])
def test_what_was_left_out_is_in_no_format(learner: Learner, form: str) -> None:
    learner.at("management")
    learner.say(
        "Page 2 of 3\nI checked the charts each evening and told the senior when somebody had "
        "eaten too little, and we changed the snacks."
    )
    learner.now += timedelta(minutes=1)
    learner.press("Leave those lines out")
    assert "Page 2" not in FORMATS[form](learner.statement)


def test_after_four_weeks_one_question_how_did_it_go(finisher: Learner) -> None:
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    assert "How did it go?" not in finisher.say("/start")
    finisher.now += timedelta(days=29)
    assert "How did it go?" in finisher.say("/start")
    assert "still waiting" in str(finisher.buttons)
    finisher.press("I am still waiting")
    assert "How did it go?" in finisher.say("/start")
    finisher.press("I have the badge")
    assert "How did it go?" not in finisher.say("/start")


def test_a_hello_some_weeks_later_is_greeted_with_that_question(finisher: Learner) -> None:
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    finisher.now += timedelta(days=29)
    assert "How did it go?" in finisher.say("hello")
    assert "I have sent it" not in finisher.buttons, "nothing of the statement changed"
    assert "hello" not in FORMATS["txt"](finisher.statement)


@pytest.mark.parametrize(
    ("feedback", "step"),
    [
        ("You need to say more about where management and leadership skills overlap.", "overlap"),
        ("Please say more about the leadership that others showed.", "leadership"),
        ("There was not enough about management.", "management"),
        ("Management is clear, leadership is thin.", "review"),
        ("Not enough words.", "review"),
    ],
)
def test_what_came_back_opens_the_answer_that_it_is_about(
    finisher: Learner, feedback: str, step: str
) -> None:
    before = finisher.statement.own_words
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    finisher.now += timedelta(days=29)
    finisher.say("/start")
    finisher.press("They sent it back")
    finisher.say(feedback)
    assert finisher.step == step
    assert finisher.statement.own_words == before


def test_a_statement_that_came_back_opens_the_answers_with_the_old_words(finisher: Learner) -> None:
    before = finisher.statement.own_words
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    finisher.now += timedelta(days=29)
    finisher.say("/start")
    finisher.press("They sent it back")
    said = finisher.say("Please say more about your own part.")
    assert "Here are your answers." in said
    assert finisher.step == "review"
    assert finisher.statement.own_words == before
    assert "Please say more about your" in finisher.say("/mydata")


def test_a_placeholder_in_a_few_words_is_seen_and_counts_nothing(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("I wrote the rota. [insert what happened next]")
    assert "✓ Saved · 4 words" in said
    assert "These lines look like the form" in said
    assert "[insert what happened next]" in said
    learner.press("Leave those lines out")
    assert "[insert" not in FORMATS["txt"](learner.statement)
    assert "✓ Saved · 8 words" in learner.say("I waited [he laughed].")


def test_what_is_not_there_yet_is_said_as_it_is(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota and rang round. [insert what you did]")
    learner.press("Keep all of it")
    learner.say("/statement")
    said = learner.press("Check it with me")
    assert "Not yet: 200 of your own words. It has 7 words." in said
    assert "Not yet: words for situation, leadership, both." in said
    assert "Still to look at: “[insert what you did]”" in said
    assert "I see no lines of a form" not in said


def test_whose_words_they_are_is_asked_once_and_not_asserted(finisher: Learner) -> None:
    assert "Is every line yours?" in finisher.replies[-1].text
    assert "You told me" not in finisher.press("Check it with me")
    assert "Then it stands as it is." in finisher.press("All of it is mine")
    said = finisher.press("Check it with me")
    assert "✓ You told me on 21 November 2026 that all of it is yours." in said
    assert "Is every line yours?" not in finisher.say("/statement")


def test_what_is_not_theirs_can_be_changed_and_is_asked_about_again(finisher: Learner) -> None:
    said = finisher.press("Some of it is not mine")
    assert "Then leave that part out." in said
    assert finisher.step == "review"
    assert "written by AI?" in finisher.say("/statement")
    assert "own work" not in finisher.press("Review") + finisher.say("/statement")


def test_a_statement_that_is_not_ready_is_not_asked_about(learner: Learner) -> None:
    learner.at("management").say("I wrote the rota.")
    assert "own work" not in learner.say("/statement")


def test_that_it_is_sent_is_asked_first_and_is_not_the_first_choice(finisher: Learner) -> None:
    assert finisher.buttons[0] == "Review"
    assert "Have you sent your statement to SSSC?" in finisher.press("I have sent it")
    assert finisher.status == "ready"
    finisher.press("Not yet")
    assert finisher.status == "ready"
    finisher.press("I have sent it")
    assert "Well done." in finisher.press("Yes, it is sent")
    assert finisher.status == "submitted"


def test_that_it_is_sent_can_be_taken_back_by_one_press(finisher: Learner) -> None:
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    finisher.press("Check it with me")
    assert "It does not count as sent." in finisher.press("I have not sent it")
    assert finisher.status == "ready"
    assert "I have sent it" in finisher.buttons
    assert "I have not sent it" not in finisher.buttons
    finisher.now += timedelta(days=29)
    assert "How did it go?" not in finisher.say("/start")


def test_taking_back_a_second_time_leaves_the_first(finisher: Learner) -> None:
    for _ in range(2):
        finisher.press("I have sent it")
        finisher.press("Yes, it is sent")
        finisher.at("overlap").say("and more of it")
        finisher.now += timedelta(days=1)
        finisher.say("/statement")
    finisher.press("I have sent it")
    finisher.press("Yes, it is sent")
    finisher.press("I have not sent it")
    assert "You told me on 22 November 2026" in finisher.say("/statement")


def made(learner: Learner) -> str:
    """How it was made, as the file says it."""
    learner.say("/statement")
    learner.press("How it was made")
    return file_text(learner)


def test_as_it_was_sent_is_said_of_a_message_that_nothing_was_done_to(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota and rang round.")
    assert "(as it was sent)\nI wrote the rota and rang round." in made(learner)
    learner.edit(1, "I wrote the rota.")
    text = made(learner)
    assert "(changed 21 November 2026, " in text
    assert "as it was sent" not in text


def test_the_time_of_a_message_is_that_of_its_writers_clock(learner: Learner) -> None:
    learner.now = datetime(2026, 6, 20, 23, 30, tzinfo=UTC)
    learner.at("management")
    learner.say("I wrote the rota and rang round.")
    assert re.search(r"Message 1, sent 21 June 2026, 00:3\d \(as it was sent\)\n", made(learner))


def test_what_stands_in_the_place_of_a_name_is_told(learner: Learner) -> None:
    learner.at("management")
    learner.say("I asked Mrs Campbell to write the list for the night.")
    learner.press("A colleague")
    text = made(learner)
    assert "([a colleague] in place of what stays private)" in text
    assert "Campbell" not in text
    assert "as it was sent" not in text


def test_a_line_that_was_left_out_is_told(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota. [insert what you did]")
    learner.press("Leave those lines out")
    text = made(learner)
    assert "(without “[insert what you did]”)" in text
    assert "as it was sent" not in text


def test_a_piece_of_a_part_is_of_the_message_that_was_sent(learner: Learner) -> None:
    learner.at("situation")
    learner.say(
        "Situation: I am a cook and I changed the menu for one man who ate too little.\n"
        "I asked the night staff to write down what he had.\n"
        "Management: I made a list of it and checked each day what he left on his plate."
    )
    learner.press("Yes, split it like that")
    learner.at("situation").press("Move this to…")
    learner.press("Move number 2")
    learner.press("Add to: leadership")
    text = made(learner)
    assert text.count("Message 1, sent") == 3
    assert "Message 2" not in text


@pytest.mark.parametrize(
    ("said", "is_sent"),
    [("yes", True), ("aye, it's sent", True), ("Not yet.", False), ("no", False)],
)
def test_whether_it_is_sent_can_be_typed(finisher: Learner, said: str, is_sent: bool) -> None:
    finisher.press("I have sent it")
    finisher.say(said)
    assert bool(finisher.conversation.attempt.sent_at) == is_sent
    assert "Yes, it is sent" not in finisher.buttons
    assert said not in FORMATS["txt"](finisher.statement)


def test_who_wants_to_see_it_in_word_is_told_how(finisher: Learner) -> None:
    assert "/statement docx" in finisher.say("can i see it as word")
