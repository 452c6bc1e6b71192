"""A sentence in an answer that is meant for the coach is in no statement, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

TOLD = "im a day shift senior and i took three of the lads to the baths on the bus"


@pytest.mark.parametrize(
    "spoken",
    ["i havent got a coordinator ya tin can.", "Hi!", "Good evening.", "ok thank you."],
)
def test_what_is_said_to_the_coach_before_an_answer_is_left_out_of_it(
    learner: Learner, spoken: str
) -> None:
    said = learner.at("situation").say(f"{spoken} {TOLD}")
    assert TOLD in body(learner)
    assert spoken not in body(learner)
    assert ("havent got a coordinator" in said) == (len(spoken) > 20), "a greeting needs no line"
    assert "Put it in my answer" in learner.buttons
    assert learner.conversation.messages[-1].text == f"{spoken} {TOLD}"


def test_the_count_is_of_what_is_in_the_answer(learner: Learner) -> None:
    assert learner.at("situation").say(f"ok thank you. {TOLD}").startswith("✓ Saved · 18")


def test_it_is_in_the_answer_by_one_press(learner: Learner) -> None:
    learner.at("situation").say(f"Hi! {TOLD}")
    learner.press("Put it in my answer")
    assert f"Hi! {TOLD}" in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "we split the corridors now so its no the same one. its on a post it by the kettle",
        "changed the run. mrs d was sitting an hour every morning so i did it backwards",
        "She asked me: are you all right? I sat with her and we wrote the list for the shift.",
        "Measure up the week before. Order the timber so its there on Monday for the group.",
    ],
)
def test_what_is_told_is_never_left_out(learner: Learner, text: str) -> None:
    learner.at("management").say(text)
    assert not learner.conversation.messages[-1].cuts


def test_nothing_is_said_back_of_what_is_left_out(learner: Learner) -> None:
    said = learner.at("situation").say(
        "hi there, on my break, only got ten mins. im a night senior in a care home for older folk"
    )
    assert said.count("only got ten mins") == 1, "the line that tells of it is the only one"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (f"just off a 12 hr so bear with me, {TOLD}", "just off a 12 hr so bear with me"),
        (f"on my break so this is quick. {TOLD}", "on my break so this is quick"),
        (f"typing this on the bus so excuse the spelling - {TOLD}", "typing this on the bus"),
        (f"{TOLD}. ah said that", "ah said that"),
        (f"{TOLD}, but who reads this? my boss?", "but who reads this? my boss?"),
        (f"hey. {TOLD}. how many words is that", "how many words is that"),
    ],
)
def test_what_stands_beside_an_answer_without_a_sign_of_its_own_is_left_out(
    learner: Learner, text: str, spoken: str
) -> None:
    learner.at("situation").say(text)
    assert TOLD in body(learner)
    assert spoken not in body(learner)
    assert learner.coaching is not None
    assert learner.coaching.heard is None or spoken not in learner.coaching.heard.quote


@pytest.mark.parametrize(
    "text",
    [
        "I had just finished the round when I saw the fridge was warm, so I moved it all",
        "they asked me is it my shift, I said no but I stayed on and we did the round together",
        "he was just off the bus and scared, so I walked him round and told the others his name",
        "I asked her what she wanted, and she said can I sit here, so I let her",
    ],
)
def test_what_was_said_at_work_is_no_word_to_the_coach(learner: Learner, text: str) -> None:
    learner.at("leadership").say(text)
    assert not learner.conversation.messages[-1].cuts


def test_a_question_at_the_end_without_its_mark_is_answered(learner: Learner) -> None:
    said = learner.at("situation").say(f"{TOLD}. how many words is that")
    assert "You have 18 words so far" in said


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (f"ok so (sorry if this is rubbish) {TOLD}", "rubbish"),
        (f"{TOLD}, I hope that is correct for you", "correct for you"),
        (f"{TOLD}. thats all i can think of", "think of"),
        (f"I wish to enquire as to which persons will read this. {TOLD}", "enquire"),
    ],
)
def test_modesty_and_politeness_beside_an_answer_are_no_part_of_it(
    learner: Learner, text: str, spoken: str
) -> None:
    learner.at("situation").say(text)
    assert TOLD in body(learner)
    assert spoken not in body(learner)
