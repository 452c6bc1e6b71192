"""The statement, ready to hand in: what to look at, how it was made, and the right badge page."""

from __future__ import annotations

from datetime import timedelta

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
    assert "✓ All words are yours. I have written none." in said
    assert "– You have looked at the models" in said
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
    assert "– I see no names in it." in said
    assert "Mrs Campbell" in said


def test_the_ledger_names_every_message_that_a_paragraph_came_from(finisher: Learner) -> None:
    finisher.edit(2, ANSWER * 5)
    finisher.press("How it was made")
    text = file_text(finisher)
    assert "Words by the coach: 0." in text
    for section in finisher.statement.sections:
        for message in section.messages:
            assert f"Message {message.number}, sent {message.at:%Y-%m-%d %H:%M}:" in text
            assert message.text in text
    assert "(changed 2026-11-21" in text


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


def test_the_right_badge_page_is_asked_for_once(finisher: Learner, content: Content) -> None:
    assert "What is your work?" in finisher.replies[-1].text
    assert "Early learning and childcare" in finisher.buttons
    finisher.press("Early learning and childcare")
    urls = [link.url for reply in finisher.replies for link in reply.links]
    assert urls == [content.resources["badge_thing_2_elc"].address]
    assert "What is your work?" not in finisher.say("/statement")
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
    finisher.now += timedelta(days=29)
    finisher.say("/start")
    finisher.press("They sent it back")
    finisher.say(feedback)
    assert finisher.step == step
    assert finisher.statement.own_words == before


def test_a_statement_that_came_back_opens_the_answers_with_the_old_words(finisher: Learner) -> None:
    before = finisher.statement.own_words
    finisher.press("I have sent it")
    finisher.now += timedelta(days=29)
    finisher.say("/start")
    finisher.press("They sent it back")
    said = finisher.say("Please say more about your own part.")
    assert "Here are your answers." in said
    assert finisher.step == "review"
    assert finisher.statement.own_words == before
    assert "Please say more about your" in finisher.say("/mydata")
