"""What the coach did last is undone where it is said to be wrong, what is asked then is done, and
one receipt says both."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

CENTRE = (
    "I do activities at the day centre in Troon, been there eleven years, and we had a ceilidh and "
    "nobody had asked the band, so I rang my uncle."
)
PLAN = "I plan the shifts on Monday. I ring round when someone is off sick. The girls trust me."


@pytest.fixture
def plan(learner: Learner) -> Learner:
    """Somebody who has had one of three sentences taken out."""
    learner.at("situation").say(PLAN)
    learner.say("remove the line about ringing round")
    assert "I ring round" not in body(learner)
    return learner


@pytest.mark.parametrize(
    "text",
    [
        "och no you took out the wrong bit! just the word sick",
        "naw, ah only meant the word sick",
        "That was not what I asked for. Only the word “sick”, please.",
        "what have you done?? i only wanted the word sick out",
    ],
)
def test_less_is_out_and_the_rest_is_back_in_one_receipt(plan: Learner, text: str) -> None:
    said = plan.say(text)
    assert said.startswith("Sorry")
    assert "Back in your answer: “I ring round when someone is off.”" in said
    assert "Out of your statement now: “sick”" in said
    assert "I ring round when someone is off." in body(plan)
    plan.press("Put it in my answer")
    assert PLAN in body(plan)


@pytest.mark.parametrize(
    "text",
    [
        "that wasnt what i meant",
        "NO. you took too much",
        "thats the wrong sentence",
        "Why did you delete that? I did not ask for that.",
        "ffs i never asked for that. put it back",
        "och naw ye took oot ma ringin roon",
        "what are u doin thats no the bit i ment",
    ],
)
def test_who_says_that_it_was_wrong_has_it_back(plan: Learner, text: str) -> None:
    said = plan.say(text)
    assert "Back in your answer: “I ring round when someone is off sick.”" in said
    assert PLAN in body(plan)
    assert text not in body(plan)
    assert "✓ Saved" not in said
    assert said.count("?") <= 1


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("no not that bit the other one, the girls trusting me", "girls trust"),
        ("no the first one i meant", "I plan the shifts"),
        ("whit? i mean the bit aboot the shifts", "I plan the shifts"),
        ("leave that in, i meant the girls trust me", "girls trust"),
    ],
)
def test_another_goes_instead(plan: Learner, text: str, gone: str) -> None:
    plan.say(text)
    assert gone not in body(plan)
    assert "I ring round when someone is off sick." in body(plan)


@pytest.mark.parametrize(
    "text",
    [
        "No. I asked for the entire sentence to be removed, including the allegation.",
        "Thank you. The whole sentence, actually.",
        "naw the hale line a meant",
    ],
)
def test_more_goes_where_a_bit_was_too_little(learner: Learner, text: str) -> None:
    learner.at("situation").say(f"{CENTRE} We all danced.")
    learner.say("take out the bit about my uncle")
    assert "nobody had asked the band" in body(learner)
    said = learner.say(text)
    assert "I do activities" not in body(learner)
    assert "We all danced." in body(learner)
    assert "Who asks" not in said


def test_a_complaint_about_a_deed_is_no_alarm(learner: Learner) -> None:
    learner.at("situation").say(CENTRE)
    learner.say("take out the sentence about my uncle")
    said = learner.say("och no you took out my whole job! just the word Troon. he is still there")
    assert "999" not in said
    assert "I do activities at the day centre, been there" in body(learner)
    assert "Troon" not in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "That wasn't what I meant when I said sit down, so I showed her with my hands.",
        "I told the agency nurse you took out the wrong tablets and she checked them again.",
        "I asked for the entire rota to be changed and my manager agreed with me.",
        "he said no not that one the other one so i gave him the green jumper and he smiled",
        "Only the word home made her cry so we all said bungalow instead.",
    ],
)
def test_what_is_told_of_work_right_after_is_an_answer(plan: Learner, text: str) -> None:
    plan.say(text)
    assert text in body(plan)
    assert "I ring round" not in body(plan)


def test_nothing_that_was_not_done_is_said_to_be_wrong(learner: Learner) -> None:
    learner.at("situation").say(PLAN)
    said = learner.say("that wasnt what i meant")
    assert "Back in your answer" not in said
    assert PLAN in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "why on earth did you tell me to ring 999, nobody is in danger, I was only talking about "
        "taking a name out",
        "how come you said 999?? naebody's in danger here",
    ],
)
def test_an_alarm_that_was_none_is_taken_back(learner: Learner, text: str) -> None:
    learner.at("situation").say(PLAN)
    said = learner.say(text)
    assert "Sorry" in said
    assert "nobody needs 999" in said
    assert text not in body(learner)


def test_what_the_family_said_of_danger_is_told(learner: Learner) -> None:
    text = "The family said nobody was in danger but I reported it to my senior the same day."
    learner.at("situation").say(text)
    assert text in body(learner) or learner.conversation.undecided


SCHOOL = (
    "we had a lad who woodnt go to scool for 3 weaks. i askd him wot wood help insted of shoutin "
    "at him like the last shift did. he sed walk me there so i did."
)


@pytest.mark.parametrize(
    "order",
    ["rub out the whole sentence about shoutin", "can u rub out the bit about last shift shoutin"],
)
def test_what_shall_stay_out_stays_out_and_the_receipt_says_what_is_in(
    learner: Learner, order: str
) -> None:
    learner.at("situation").say(SCHOOL)
    learner.say(order)
    said = learner.say("put bak the bit about askin him but not the shoutin")
    assert "“i askd him wot wood help”" in said
    assert "shoutin" not in said
    assert "i askd him wot wood help. he sed walk me there" in body(learner)
    assert "shoutin" not in body(learner)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (
            "Kindly remove the sentence about the girls. I shall telephone my manager tonight.",
            "“I shall telephone my manager tonight”",
        ),
        ("take the girls line out. how many words do i need?", "185"),
        ("lose the line about the girls. I am away for my tea", "“I am away for my tea”"),
    ],
)
def test_what_is_said_beside_an_order_has_a_word_too(
    learner: Learner, text: str, heard: str
) -> None:
    learner.at("situation").say(PLAN)
    said = learner.say(text)
    assert "Out of your statement now: “The girls trust me.”" in said
    assert heard in said or "words to go" in said
    assert text not in body(learner)


def test_a_reason_for_an_order_is_not_read_back(learner: Learner) -> None:
    learner.at("situation").say(PLAN)
    said = learner.say("take the girls line out. i dont want them in trouble")
    assert "I read this too" not in said


def test_who_it_is_said_beside_an_order_is_put_in_the_place_of_the_name(learner: Learner) -> None:
    learner.at("situation").say(
        "I do activities at the day centre in Troon, and wee Mr Hendry who never speaks sang."
    )
    assert learner.conversation.prompt == "name"
    learner.say("hes one of our members bless him. can you take Troon out")
    assert "Hendry" not in body(learner)
    assert "Troon" not in body(learner)
    assert "I do activities at the day centre" in body(learner)
