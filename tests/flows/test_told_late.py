"""What is told at the review, and asked by nobody, goes on with the answer that it belongs to."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

TOLD = {
    "situation": "I am a cook in a care home with thirty six beds. People on soft diets sent their "
    "plates back full, as all of it was the same grey mush, and so I wanted to see whether food "
    "that looks like food would be eaten. It was in the spring, and there were two of us on.",
    "management": "I made a card for each of them with the texture they need and what they like, "
    "and hung them by the hatch so that the agency cook can see. I ordered moulds, tried them out "
    "on a Sunday, and wrote on a sheet how much came back from each table for four weeks.",
    "leadership": "I ate the soft lunch myself in front of the carers, and then they tasted it. I "
    "asked them what they would want on that plate, and one of them said a proper carrot. After "
    "that she came in early to help me fill the moulds, and brought a friend along with her.",
    "overlap": "The tasting was on the rota, with a time and two names, and it was their idea to "
    "do it again each month. So the work was in order, and all of them wanted it to go well. I did "
    "not have to ask a second time, and they told the night shift about it by themselves.",
}


@pytest.fixture
def at_review(learner: Learner) -> Learner:
    """Somebody whose answers all have words."""
    learner.at("situation")
    for text in TOLD.values():
        learner.say(text)
        learner.press("Next")
    if learner.step != "review":
        learner.press("Review")
    return learner


def test_it_goes_on_with_the_answer_that_has_its_words(at_review: Learner) -> None:
    said = "the agency cook goes by the cards too now, texture and all"
    reply = at_review.say(said)
    assert "“management”" in reply
    assert "Not there" in at_review.buttons
    assert "Which answer" not in reply
    assert body(at_review).index(said) < body(at_review).index(TOLD["leadership"])


def test_one_press_puts_it_elsewhere(at_review: Learner) -> None:
    said = "the agency cook goes by the cards too now, texture and all"
    at_review.say(said)
    at_review.press("Not there")
    at_review.press("Add to: situation")
    assert body(at_review).index(said) < body(at_review).index(TOLD["management"])


def test_what_came_of_it_goes_where_that_is_asked(at_review: Learner) -> None:
    said = "they ask for seconds these days, and it shows on the scales"
    at_review.say(said)
    assert body(at_review).index(said) < body(at_review).index(TOLD["management"])


def test_what_only_chooses_is_asked_about(at_review: Learner) -> None:
    before = body(at_review)
    at_review.say("Just the one with the cards and the hatch then. Leave the rest.")
    assert body(at_review) == before
