"""“Take out the garden party bit”: what is said of the own words is done, and is no answer."""

from __future__ import annotations

import pytest

from bot.analysis.reading.announces import THING_2
from bot.analysis.reading.orders import order_in
from bot.exports import FORMATS
from tests.support.learner import Learner

ROTA = (
    "I wrote the rota two weeks ahead. The garden party was on the Friday. "
    "I made tea for her sister."
)


def body(learner: Learner) -> str:
    return FORMATS["txt"](learner.statement)


@pytest.fixture
def told(learner: Learner) -> Learner:
    learner.at("management").say(ROTA)
    return learner


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("take out the garden party bit", "The garden party was on the Friday."),
        ("can you leave out the bit about the party please", "The garden party was on the Friday."),
        ("delete what i said about the tea", "I made tea for her sister."),
        ("lea oot whit ah said aboot the tea", "I made tea for her sister."),
        ("leave out the last sentence", "I made tea for her sister."),
        ("Please remove the first line", "I wrote the rota two weeks ahead."),
        ("The last line is not for SSSC, please take it out", "I made tea for her sister."),
        ("Take that first sentence out, that was for you.", "I wrote the rota two weeks ahead."),
    ],
)
def test_a_sentence_goes_once_it_was_shown_and_one_press_was_made(
    told: Learner, order: str, gone: str
) -> None:
    said = told.say(order)
    assert gone.rstrip(".") in said
    assert "Saved" not in said
    assert gone in body(told), "it is asked about first"
    assert told.buttons[4:6] == ["Leave out", "Keep"]
    told.press("Leave out")
    assert gone not in body(told)
    assert told.statement.own_words == sum(map(len, (s.split() for s in ROTA.split(". ")))) - len(
        gone.split()
    )
    assert order not in body(told)


def test_keep_leaves_everything_as_it_is(told: Learner) -> None:
    told.say("take out the garden party bit")
    assert "It stays as it is." in told.press("Keep")
    assert ROTA in body(told)


def test_where_several_pieces_may_be_meant_it_is_asked_which(told: Learner) -> None:
    told.say("The party cake was my idea too.")
    said = told.say("take out the party bit")
    assert "1. The garden party was on the Friday." in said
    assert "2. The party cake was my idea too." in said
    told.press("Leave out number 2")
    assert "cake" not in body(told)
    assert "garden party" in body(told)


def test_a_piece_goes_to_the_answer_that_is_named_and_one_press_takes_it_back(
    told: Learner,
) -> None:
    said = told.say("move the bit about the tea to leadership")
    assert "“leadership”" in said
    assert told.statement.sections[2].text == "I made tea for her sister."
    assert "tea" not in told.statement.sections[1].text
    told.press("Not there")
    assert "tea" in told.statement.sections[1].text


def test_the_message_before_it_goes_there_when_no_words_are_named(told: Learner) -> None:
    told.say("I thanked the new girl for her help.")
    told.say("move that to leadership")
    assert told.statement.sections[2].text == "I thanked the new girl for her help."


def test_not_that_one_the_other(told: Learner) -> None:
    told.say("I thanked the new girl for her help.")
    told.press("Take back my last message")
    told.say("not that one, the other")
    assert "I thanked the new girl" in body(told)
    assert ROTA not in body(told)


def test_what_does_not_stand_there_is_said_not_to(told: Learner) -> None:
    assert "I do not find that in your words." in told.say("take out the bit about the penguins")
    assert ROTA in body(told)


@pytest.mark.parametrize(
    "text",
    [
        "Take out the bins first, then do the beds.",
        "I took out the garden furniture and put it by the wall.",
        "leave out the sugar for him",
        "we moved the table to the window",
        "remove the old dressing and put a new one on",
        "put the notes in the folder",
        "I cut out the bit of the form that nobody needed and gave the rest to staff.",
    ],
)
def test_what_is_told_of_work_is_no_order(text: str) -> None:
    assert order_in(text, THING_2) is None


@pytest.mark.parametrize("said", ["the last bit", "just the last one", "last message"])
def test_which_shall_go_is_answered_in_the_coachs_own_words(learner: Learner, said: str) -> None:
    learner.at("management").say("I wrote the rota two weeks ahead.")
    learner.say("I made tea for her sister and sat with her.")
    learner.say("delete that")
    assert "Take back my last message" in learner.buttons
    learner.say(said)
    assert body(learner).endswith("I wrote the rota two weeks ahead.\n")
