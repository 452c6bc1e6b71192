"""“Take the man's name out, and the road”: these words go, and all else in the line stays."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

TOLD = (
    "I visit Mr Adamson in Craigie Road each morning. He would not eat. I rang his daughter Ellen "
    "Ross and we wrote a list. Kirsty put it on the fridge, and wee wilma next door helped."
)


def asked(learner: Learner, order: str) -> str:
    """Return what is said to an order of somebody who has told that."""
    learner.at("management").say(TOLD)
    return learner.say(order)


@pytest.mark.parametrize(
    ("order", "gone", "now"),
    [
        ("Please remove the man's name and the road.", "Adamson", "I visit [a person] each morn"),
        ("delet wilmas name plese", "wilma", "and wee [a person] next door"),
        ("no names please, take Mr Adamson out", "Adamson", "[a person] in Craigie Road"),
        ("can you leave Kirsty's name out", "Kirsty", "[a person] put it on the fridge"),
        ("dinna hae Kirsty in it by name", "Kirsty", "[a person] put it on the fridge"),
        ("I shouldnt have put Kirsty in by name", "Kirsty", "[a person] put it on the fridge"),
        ("Kirsty doesn't want her name in it", "Kirsty", "[a person] put it on the fridge"),
        ("the daughter's name has to go", "Ellen Ross", "I rang his daughter and we wrote"),
        ("can you take her surname off", "Ross", "his daughter Ellen and we wrote"),
        ("take out Craigie Road", "Craigie", "I visit Mr Adamson each morning"),
        ("get rid of the street name", "Craigie", "I visit Mr Adamson each morning"),
    ],
)
def test_a_name_that_shall_go_is_found_by_any_word_for_it(
    learner: Learner, order: str, gone: str, now: str
) -> None:
    assert now in asked(learner, order)
    assert gone not in body(learner)
    assert now in body(learner)
    assert body(learner).count(" ") >= TOLD.count(" ") - 3


@pytest.mark.parametrize("order", ["take all the names out", "hide the names", "no names please"])
def test_all_names_go_where_names_are_said(learner: Learner, order: str) -> None:
    asked(learner, order)
    for name in ("Adamson", "Ellen", "Kirsty"):
        assert name not in body(learner)
    assert "He would not eat" in body(learner)


def test_the_town_goes_by_that_word(learner: Learner) -> None:
    learner.at("management").say("I work in a unit near Alloa. Two lads kept fighting in March.")
    assert "I work in a unit." in learner.say("the town shouldn't be in it")
    assert "in March" in body(learner)


def test_of_names_that_are_out_it_is_said_what_stands_there(learner: Learner) -> None:
    learner.at("management").say("I sat with Mrs Petrie each night.")
    learner.press("A resident")
    assert "[a resident] in its place" in learner.say("Please take the name out")


def test_where_it_is_not_plain_whose_name_is_meant_it_is_asked(learner: Learner) -> None:
    assert "may be a name" in asked(learner, "take the name out")
    assert TOLD in body(learner)


def test_a_word_of_theirs_stands_for_a_name_that_is_only_described(learner: Learner) -> None:
    said = asked(learner, "Would you substitute “a service user” for the name and address")
    assert "It would read: “I visit a service user each morning.”" in said
    learner.press("Yes, change it")
    assert "I visit a service user each morning." in body(learner)


@pytest.mark.parametrize(
    "answer",
    [
        "I took her name off the door",
        "Kirsty took the names of everyone who wanted soup",
        "we removed the name from his wheelchair as it was wrong",
    ],
)
def test_names_that_were_taken_off_at_work_are_an_answer(learner: Learner, answer: str) -> None:
    asked(learner, answer)
    assert answer in body(learner)
