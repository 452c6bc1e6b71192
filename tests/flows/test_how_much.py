"""Of what is asked out no more goes than is meant: the word, the clause, the sentence. Where that
is not sure the words are shown, and it is asked."""

from __future__ import annotations

import re

import pytest

from tests.support.learner import Learner, body

SIDES = (
    "ok well i wis the 1 that said rite cmon we split it. n i went n did the heavy side masel cos "
    "sheilas back is bad"
)
CENTRE = (
    "Right so where do I start, I do activities at the day centre in Ayr, been there eleven years, "
    "and we had the Burns supper and nobody had booked the piper, so I phoned my cousin."
)
SCHOOL = (
    "we had a lad who woodnt go to scool for 3 weaks. i askd him wot wood help insted of shoutin "
    "at him like the last shift did. he sed walk me there so i did."
)
LINEN = (
    "In March I reorganised the linen store together with a colleague from the day unit, which "
    "reduced the time that we spent searching, and the night staff thanked us."
)


def told(learner: Learner, text: str) -> Learner:
    """Return somebody who has told no more than that."""
    learner.at("situation").say(text)
    if learner.conversation.prompt == "name":
        learner.press("Not a name")
    return learner


@pytest.mark.parametrize(
    ("text", "order", "gone", "left"),
    [
        (
            SIDES,
            "take oot the bit aboot her back thats private",
            " cos sheilas back is bad",
            "n i went n did the heavy side masel",
        ),
        (CENTRE, "can you take Ayr out", " in Ayr", "at the day centre, been there"),
        (CENTRE, "just take the word Ayr out please", " in Ayr", "at the day centre, been there"),
        (
            SCHOOL,
            "can u rub out the bit about last shift shoutin. dont want them in truble",
            " insted of shoutin at him like the last shift did",
            "i askd him wot wood help. he sed walk me there",
        ),
        (
            SCHOOL,
            "Please remove the whole sentence about the shouting.",
            "i askd him wot wood help",
            "for 3 weaks. he sed walk me there",
        ),
        (LINEN, "kindly omit the reference to the day unit", " from the day unit", "a colleague,"),
        (
            LINEN,
            "tak oot the bit aboot the night staff",
            ", and the night staff thanked us",
            "spent searching.",
        ),
    ],
)
def test_what_is_named_goes_as_long_as_it_is_said_to_be(
    learner: Learner, text: str, order: str, gone: str, left: str
) -> None:
    said = told(learner, text).say(order)
    assert "Out of your statement now: “" in said
    assert gone not in body(learner)
    assert left in body(learner)
    assert not re.search(r"\w  \w|^[ ,;]| [.,]", body(learner).split("\n\n", 1)[1])


UNSURE = "take out the bit about the piper"


def test_where_the_clause_is_not_sure_it_is_shown_and_asked(learner: Learner) -> None:
    before = body(told(learner, CENTRE))
    said = learner.say(UNSURE)
    assert "1. and nobody had booked the piper" in said
    assert said.count("?") == 1
    assert body(learner) == before
    for each in ("Just that bit", "The whole sentence", "Leave it as it is"):
        assert each in learner.buttons


@pytest.mark.parametrize(
    ("choice", "gone", "left"),
    [
        ("just the first", "booked the piper", "I do activities"),
        ("the bit pls", "booked the piper", "I do activities"),
        ("yes", "booked the piper", "I do activities"),
        ("whole thing", "I do activities", ""),
        ("naw the hale sentence", "I do activities", ""),
        ("2", "I do activities", ""),
        ("no leave it", "", "booked the piper"),
        ("no the other bit", "", "booked the piper"),
    ],
)
def test_how_much_shall_go_is_typed_as_well_as_pressed(
    learner: Learner, choice: str, gone: str, left: str
) -> None:
    told(learner, CENTRE).say(UNSURE)
    learner.say(choice)
    assert not gone or gone not in body(learner)
    assert left in body(learner)
    assert choice not in body(learner)


def test_one_press_takes_no_more_than_the_bit(learner: Learner) -> None:
    told(learner, CENTRE).say(UNSURE)
    learner.press("Just that bit")
    assert "booked the piper" not in body(learner)
    assert "I do activities" in body(learner)
    learner.press("Put it in my answer")
    assert CENTRE in body(learner)


def test_of_what_tells_of_harm_no_half_is_left(learner: Learner) -> None:
    text = (
        "During the removal I observed bruising on the arms of the gentleman, and he told me that "
        "the night worker had gripped him."
    )
    told(learner, f"I drew up the plan for the removal. {text}")
    if learner.conversation.undecided:
        learner.press("Keep it")
    learner.say("Kindly remove the sentence about the bruising from my statement.")
    assert "bruising" not in body(learner)
    assert "gripped" not in body(learner)
    assert "I drew up the plan" in body(learner)
