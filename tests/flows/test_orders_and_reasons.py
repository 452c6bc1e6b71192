"""What shall go, and why: reasons are no answers, no half is left, and much is no order at all."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

GUITAR = (
    "I wrote a list of small steps and put it on his door. Sister Anu was gentle with him. "
    "Her own husband is in hospital these days. I did not sleep for a week after that."
)


def asked(learner: Learner, order: str, text: str = GUITAR) -> str:
    """Return what is said to an order of somebody who has told that, and decided about names."""
    learner.at("management").say(text)
    while learner.conversation.prompt == "name":
        learner.press("Not a name")
    return learner.say(order)


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("Kindly remove the private thing about Sister Anu's husband", "husband"),
        ("take out the hospital bit she'd kill me", "hospital"),
        ("take out the hospital. hed know its him", "hospital"),
        ("Take out the hospital, it's nobody's business", "hospital"),
        ("scrub fit I said aboot nae sleepin, that's naebody's business", "sleep"),
        ("can that last sentence go", "sleep"),
        ("I would prefer that the sentence about hospital were not included.", "hospital"),
    ],
)
def test_a_reason_beside_an_order_is_no_answer(learner: Learner, order: str, gone: str) -> None:
    asked(learner, order)
    assert gone not in body(learner)
    assert "I wrote a list of small steps" in body(learner)
    assert "business" not in body(learner)
    assert "its him" not in body(learner)


@pytest.mark.parametrize("order", ["take out the private bit", "the personal bit should go"])
def test_where_nothing_shows_what_is_private_it_is_asked(learner: Learner, order: str) -> None:
    assert "Which one shall I leave out?" in asked(learner, order)
    assert GUITAR in body(learner)


def test_the_private_bit_is_the_one_that_shows_who_somebody_is(learner: Learner) -> None:
    text = "I wrote a list for each door. She is 94 and was the first woman to drive a bus in Oban."
    asked(learner, "take out the private bit", text)
    assert "plumber" not in body(learner)
    assert "I wrote a list for each door" in body(learner)


def test_a_clause_with_that_is_no_newest_message(learner: Learner) -> None:
    text = "Craig sat with them and showed how to ask. He has a record himself."
    asked(learner, "take out that he has a record, he could lose his job", text)
    assert "record" not in body(learner)
    assert "showed how to ask" in body(learner)


def test_the_last_thing_they_said_is_no_name(learner: Learner) -> None:
    learner.at("management").say("I made a menu for the week.")
    learner.say("My supervisor Calum tasted it with her.")
    assert learner.conversation.prompt == "name"
    learner.say("take out the last thing I said")
    assert "tasted" not in body(learner)
    assert "I made a menu" in body(learner)


def test_of_somebody_all_goes_that_the_sentence_tells(learner: Learner) -> None:
    asked(
        learner,
        "naw dinnae keep him in it. tak that last bit awa",
        "him that ran the shop, it wis him that sat by the bell and telt them aw whae it wis",
    )
    assert "telt them" not in body(learner)


def test_what_comes_after_an_order_is_the_answer_without_it(learner: Learner) -> None:
    asked(learner, "Fair point, scrap that. The real one. I put the numbers on the wall for all.")
    assert "I put the numbers on the wall for all." in body(learner)
    assert "Fair point" not in body(learner)
    assert "small steps" not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "Without mat she fall, without me near she not call",
        "Without paper he forget, without me near he not try",
        "Gary covered for me",
        "Shona took my late shift for me",
        "I made sure my next shift starts with a look at the list",
    ],
)
def test_what_is_told_of_work_is_no_order(learner: Learner, text: str) -> None:
    asked(learner, text)
    assert text in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "sry buzzer need to go",
        "forget it im going",
        "och forget it",
        "i give up on this just leave it",
        "no stop there my next sleepover starts at ten",
        "any chance you could make it funnier",
        "could you cut it down to about half",
        "do you keep this?",
        "Does it keep what I have struck out?",
        "Please do not delete anything. I shall ask her on Thursday.",
    ],
)
def test_what_is_said_to_the_coach_takes_nothing_out(learner: Learner, text: str) -> None:
    said = asked(learner, text)
    assert "shall go" not in said
    assert "leave out" not in said
    assert body(learner).rstrip().endswith(GUITAR)
