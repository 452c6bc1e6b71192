"""Who passes over a question goes past it, and it does not come straight back."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = "I work in a home. Breakfast was a mess, so I made two sittings and put up a list."

PASSING = (
    "skip",
    "dunno skip it",
    "can we skip this one",
    "no idea, can i skip",
    "naw skip that one",
    "pass",
    "nothing",
    "i cant think of anything, skip",
    "sorry skip for now",
    "Let us pass over this one please.",
    "leave this one out",
    "not got anything for here, skip",
)


@pytest.mark.parametrize("text", PASSING)
def test_at_an_empty_answer_the_next_question_comes(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert learner.step == "leadership"
    assert "Skipped" in said
    assert learner.statement.own_words == 0


@pytest.mark.parametrize("text", ["skip", "dunno skip it", "pass", "nothing"])
def test_the_question_of_the_review_is_let_go(learner: Learner, text: str) -> None:
    learner.at("situation").say(STORY)
    assert "?" in learner.say("/review")
    said = learner.say(text)
    assert "not in use" not in said
    assert "?" not in said
    assert learner.step == "review"


def test_the_last_question_is_not_asked_again_at_once(learner: Learner) -> None:
    learner.at("overlap")
    said = learner.say("skip")
    assert learner.step == "review"
    assert "?" not in said


def test_who_skips_a_thing_at_work_answers(learner: Learner) -> None:
    learner.at("management").say("we skip it on Sundays")
    assert learner.statement.own_words
