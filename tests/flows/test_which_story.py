"""Which of two stories it shall be."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

FIRST = (
    "I drive the milk round. The milk was left at the gate, so I got the lads to take it inside."
)
NEW = (
    "Actually scrap that one, I've a better one. When I was on the wards a man was sent home with "
    "no key safe. I phoned the consultant myself and said I would not sign."
)


def told(learner: Learner) -> Learner:
    learner.at("situation").say(FIRST)
    learner.press("Next")
    return learner


def kind(learner: Learner) -> str | None:
    return learner.coaching.kind if learner.coaching else None


@pytest.mark.parametrize(
    "said",
    [
        "could I do the summer one where the drivers swapped their runs",
        "now for this i could do the slippers or i could do the day at the fair, which would be "
        "better",
        "What do you think, the milk or the fair?",
        "I'm wondering if I should have done the fair, I got the hall opened up again and they "
        "were queuing. What do you think, the milk or the fair?",
        "can i use the other story instead?",
    ],
)
def test_who_asks_which_story_it_shall_be_has_told_none(learner: Learner, said: str) -> None:
    reply = told(learner).say(said)
    assert kind(learner) == "alternative"
    assert "✓ Saved" not in reply
    assert said not in body(learner)
    assert FIRST in body(learner)


@pytest.mark.parametrize("said", ["na the milk'll dae", "stick wi the milk", "the first one then"])
def test_a_few_words_that_choose_are_no_answer(learner: Learner, said: str) -> None:
    told(learner).say("or ah could tell ye aboot the tea dance")
    reply = learner.say(said)
    assert "✓ Saved" not in reply
    assert kind(learner) == "alternative"
    assert said not in body(learner)


def test_a_new_story_is_saved_and_asked_about_once(learner: Learner) -> None:
    reply = told(learner).say(NEW)
    assert "✓ Saved" in reply
    assert "take the place of the first" in reply
    assert FIRST in body(learner)
    assert "I phoned the consultant myself" in body(learner)


def test_the_new_story_takes_the_place_of_the_first(learner: Learner) -> None:
    told(learner).say(NEW)
    learner.press("Use the new one")
    assert FIRST not in body(learner)
    assert learner.statement.sections[0].words
    assert "I phoned the consultant myself" in body(learner)


def test_the_first_story_stays_where_it_is_chosen(learner: Learner) -> None:
    told(learner).say(NEW)
    learner.say("the first one")
    assert FIRST in body(learner)
    assert "consultant" not in body(learner)


def test_both_stories_stay_where_nothing_is_chosen(learner: Learner) -> None:
    told(learner).say(NEW)
    learner.press("Keep both")
    assert FIRST in body(learner)
    assert "consultant" in body(learner)


def test_two_stories_told_first_of_all_are_both_kept_and_asked_about(learner: Learner) -> None:
    said = (
        "I work in the laundry. I have two things. One is the clothes that were lost. Second is "
        "the labels that came off in the wash, so I sewed them on. Which is better?"
    )
    reply = learner.at("situation").say(said)
    assert "I see more than one situation" in reply


@pytest.mark.parametrize("said", ["better mornings", "which one is the last question"])
def test_words_that_offer_no_story_are_no_choice(learner: Learner, said: str) -> None:
    told(learner).say(said)
    assert kind(learner) != "alternative"
