"""“Is that in my answer?”, “keep that out”: *that* is what was told last, wherever it is now."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

ROLE = "I am a senior carer in a home for older people and I plan the breakfasts"
HARM = "one of the night staff slapped a resident and told her to shut up, i seen it"


@pytest.fixture
def told(learner: Learner) -> Learner:
    """Somebody who told of harm at *management*, and whose first answer stands."""
    learner.at("situation").say(ROLE)
    learner.press("Next")
    learner.say(HARM)
    return learner


@pytest.mark.parametrize(
    "asked",
    [
        "is that in my answer?",
        "is that saved",
        "where do those words go",
        "where did that go",
        "so thats not in the answer?",
    ],
)
def test_who_asks_about_words_of_harm_is_told_that_they_are_in_no_answer(
    told: Learner, asked: str
) -> None:
    said = told.say(asked)
    assert "in no answer" in said
    assert "breakfasts" not in said
    assert "Keep it" in told.buttons
    assert "Your question now" not in said


def test_who_asks_and_wants_it_out_loses_no_other_words(told: Learner) -> None:
    told.say("i told the manager on sunday")
    assert "i told the manager on sunday" in told.say("is that in my answer?")
    told.say("keep it out")
    assert ROLE in body(told)
    assert "slapped" not in body(told)


@pytest.mark.parametrize("said", ["keep that bit in", "leave that bit in please"])
def test_words_of_harm_are_kept_as_it_is_said(told: Learner, said: str) -> None:
    told.say("i told the manager on sunday")
    assert told.say(said).startswith("Kept, in your answer")
    assert "slapped" in body(told)


def test_who_leaves_and_lets_it_be_keeps_nothing(told: Learner) -> None:
    told.say("right thats me, leave it")
    assert "slapped" not in body(told)


def test_who_asks_where_words_went_that_they_took_out_does_not_get_them_back(
    told: Learner,
) -> None:
    told.say("keep that bit in")
    told.say("actually naw take it out")
    assert "in no answer" in told.say("where did it go")
    assert "slapped" not in body(told)
    told.say("put it back")
    assert "slapped" in body(told)


def test_what_was_dropped_is_said_to_be_gone(told: Learner) -> None:
    told.press("Drop it")
    assert "gone" in told.say("is that in my answer?")
    assert "gone" in told.say("where did that go")


def test_that_is_no_older_answer_where_what_was_told_last_is_in_none(learner: Learner) -> None:
    learner.at("situation").say(ROLE)
    learner.press("Next")
    learner.say("i could tell you about the bus")
    learner.say("who reads this")
    assert "the bus" in learner.say("keep that out")
    assert ROLE in body(learner)


def test_that_is_the_answer_where_only_something_was_asked_since(learner: Learner) -> None:
    learner.at("situation").say(ROLE)
    learner.say("what does rota mean")
    assert "Yes. It is in your answer “situation”" in learner.say("is that saved")


def test_how_long_that_is_is_told_where_the_open_answer_has_no_words(told: Learner) -> None:
    assert "16" in told.say("how many words is that")


def test_who_asks_where_words_went_that_are_in_none_is_told_so_and_may_put_them_in(
    learner: Learner,
) -> None:
    said = "Kotter says that leaders set a direction and align people"
    learner.at("management").say(said)
    assert "in no answer" in learner.say("where did that bit go")
    assert said not in body(learner)
    learner.press("Put it in my answer")
    assert said in body(learner)
