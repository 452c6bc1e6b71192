"""What people ask about their words and the coach gets a plain answer, also the second time; and
who is angry hears that it is the coach's fault."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

STORY = (
    "I am a carer. A lady would not eat, so I sat with her each morning and told the next girl. "
    "Now she eats a bit."
)
UNKNOWN = ("That is not in my list", "I have no answer to that", "I do not know that one")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("But who read this? my boss?", "No. Your manager cannot"),
        ("You not answer. Who can read?", "The people who run this coach can read"),
        ("youre useless. is there a real person i can speak to", "No, there is no person here"),
        ("Is ok if I make mistakes?", "Your English is fine"),
        (
            "I not know if my english is enough for this. Is ok if I make mistakes?",
            "Your English is fine",
        ),
        ("No I mean my english, I am from Poland, I write bad.", "Your English is fine"),
        ("do i have too spel right? im dislexic", "Spell it as it comes"),
        ("wot dose manigment mean here? i dont get the qestion", "Management keeps the work"),
        (
            "Might I ask what precisely distinguishes leadership from management?",
            "Management keeps the work on track",
        ),
        ("why the hell do i have to do this in my own time. its a joke", "it is your own time"),
        ("did you lose what I wrote about the storm?", "Nothing that you sent is lost"),
    ],
)
def test_a_question_gets_a_plain_answer_first_and_is_in_no_answer(
    learner: Learner, asked: str, told: str
) -> None:
    learner.at("situation").say(STORY)
    said = learner.say(asked)
    assert said.startswith(told) or told in said.split(".")[0]
    assert not any(each in said for each in UNKNOWN)
    assert body(learner).count("\n") == body(learner.at("situation")).count("\n")
    assert asked not in body(learner)


def test_a_question_that_is_asked_again_is_answered_again(learner: Learner) -> None:
    learner.at("management").say("is there a real person i can speak to")
    said = learner.say("I said is there a real person. yes or no")
    assert said.startswith("No, there is no person here")
    assert learner.statement.own_words == 0


def test_who_got_no_answer_hears_sorry_and_then_the_answer(learner: Learner) -> None:
    learner.at("management").say("is there a real person i can speak to")
    said = learner.say("that wasnt an answer ffs")
    assert said.startswith("You are right, that was no answer")
    assert "there is no person here" in said


@pytest.mark.parametrize(
    "text",
    [
        "its a joke",
        "youre useless",
        "that wasnt an answer ffs",
        "not in your list?? you asked me to talk and thats what i get",
        "FFS this is a waste of ma time",
    ],
)
def test_anger_is_owned_and_asks_nothing(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert any(each in said for each in ("sorry", "right to be cross", "fault"))
    assert "?" not in said
    assert "In other words" not in said
    assert learner.statement.own_words == 0


def test_who_objects_to_words_in_their_mouth_gets_no_riddle(learner: Learner) -> None:
    said = learner.at("management").say(
        "hing on, that's no a clear way tae dae it. dinnae pit words in ma mooth"
    )
    assert any(each in said for each in ("sorry", "You are right", "wrong"))
    assert "?" not in said


def test_an_act_with_an_oath_in_it_is_an_answer(learner: Learner) -> None:
    said = learner.at("management").say(
        "the hoist broke again ffs so I rang the engineer and moved the two ladies to the other one"
    )
    assert said.startswith("✓ Saved")


def test_is_that_going_in_my_badge_is_answered_yes_or_no(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    said = learner.say("is that going in my badge?? the bit where she would not eat")
    assert said.startswith("Yes. It is in your answer “situation”")
    learner.say("That she go home again to her daughter one day. But who read this? my boss?")
    said = learner.say("But my sentence about who read this, it is in my answer now?")
    assert said.startswith("No. It is in no answer: “But who read this?")


def test_anything_further_says_what_is_missing(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    learner.press("Review")
    said = learner.say("I am satisfied. Is there anything further that you require of me?")
    assert "management" in said


@pytest.mark.parametrize("text", ["k. gonna go on", "thats it. next"])
def test_going_on_in_a_few_words_goes_on(learner: Learner, text: str) -> None:
    learner.at("situation").say(STORY)
    learner.say(text)
    assert learner.step == "management"


def test_who_is_angry_and_goes_on_is_heard_and_gets_the_next_question(learner: Learner) -> None:
    learner.at("situation").say(STORY)
    said = learner.say("naw. yer no listenin. Next")
    assert any(each in said for each in ("sorry", "Then I leave it", "right"))
    assert learner.step == "management"


def test_who_declines_a_question_is_not_asked_it_again(learner: Learner) -> None:
    said = learner.at("management").say("I should respectfully decline to answer this question.")
    assert said.startswith("That is all right.")
    assert learner.step == "leadership"


@pytest.mark.parametrize("text", ["fine", "it was fine", "all good"])
def test_one_word_that_answers_what_came_of_it_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("situation").say("I am a carer. a lady wouldnt eat so I sat with her")
    assert learner.coaching
    assert learner.coaching.asked == "result"
    assert learner.say(text).startswith("✓ Saved")
    assert text in body(learner)


def test_fine_where_nothing_was_asked_is_no_answer(learner: Learner) -> None:
    learner.at("management").say("fine")
    assert learner.statement.own_words == 0
