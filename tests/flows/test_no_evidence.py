"""What shows nothing by itself is in no answer: a good word, a sign, a book, a job."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.mark.parametrize("text", ["respect", "communication", "patience and empathy", "teamwork"])
def test_a_good_word_answers_no_question_of_what_was_done(learner: Learner, text: str) -> None:
    learner.at("situation").say("I work in a care home, nights")
    words = learner.statement.own_words
    assert "?" in learner.say(text)
    assert learner.statement.own_words == words
    assert "Put it in my answer" in learner.buttons


@pytest.mark.parametrize("text", ["👍", "❤️", "😂😂"])
def test_a_sign_alone_is_no_answer_and_gets_no_lecture(learner: Learner, text: str) -> None:
    learner.at("situation").say("I work in a care home, nights")
    said = learner.say(text)
    assert "Saved" not in said
    assert "sign" not in said


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("management", "Adair distinguishes task, team and individual"),
        ("leadership", "As Simon Sinek says, people buy why you do it"),
        ("leadership", "nane. im a cook"),
        ("management", "nobody. im just a driver"),
    ],
)
def test_a_book_or_a_job_shows_nothing_yet(learner: Learner, step: str, text: str) -> None:
    said = learner.at(step).say(text)
    assert "Saved" not in said
    assert "?" in said


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("management", "I used Adair's three circles to plan the move, and gave each a task"),
        ("leadership", "none of us wanted the lates so I took the first one myself"),
        ("situation", "kitchen"),
    ],
)
def test_an_act_beside_such_words_and_a_place_that_was_asked_for_are_answers(
    learner: Learner, step: str, text: str
) -> None:
    learner.at("situation").say("I am a cook and I made a list for the fluids")
    assert "Saved" in learner.at(step).say(text)
