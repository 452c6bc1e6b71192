"""Which side something is on that they ask about: yes or no, and one reason."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

CHECKED = "I check the chart every Sunday and change it if somebody is off."
SAT = "I sat down with the new girl and asked how she felt, and she came back the next day."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("is deciding who's on custard management", "Yes, that is management. It settles who"),
        ("is writing lists leadership", "No, I would call it management."),
        ("is trust a leadership thing?", "Yes, that is leadership."),
        ("is a seating plan management or leadership", "Management, I would say. It settles who"),
        ("is cheering folk up no management", "No, I would call it leadership. It gives people"),
        (
            "is that leadership, the Sunday bit",
            "No, I would call it management. You wrote “I check",
        ),
    ],
)
def test_what_stands_in_the_question_or_in_their_words_gets_a_verdict_and_a_reason(
    learner: Learner, text: str, verdict: str
) -> None:
    learner.at("management").say(CHECKED)
    learner.press("Next")
    learner.say(SAT)
    assert learner.say(text).startswith(verdict)


def test_a_clause_of_theirs_is_known_by_a_word_of_it(learner: Learner) -> None:
    learner.at("management").say(CHECKED)
    learner.press("Next")
    learner.say(SAT)
    said = learner.say("is that not leadership, the Sunday bit")
    assert said.startswith("No, I would call it management. You wrote “I check the chart")


def test_that_is_what_was_spoken_of_last(learner: Learner) -> None:
    learner.at("management").say(CHECKED)
    said = learner.say("is that management though")
    assert said.startswith("Yes, that is management. You wrote “I check the chart every Sunday")
    assert "nothing is missed" in said


def test_what_is_in_no_words_of_theirs_gets_the_plain_difference(learner: Learner) -> None:
    said = learner.at("management").say("is a brass band leadership?")
    assert "may be both" not in said
    assert "management" in said
    assert "leadership" in said
