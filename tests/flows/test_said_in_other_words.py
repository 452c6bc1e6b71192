"""What is said to the coach in words that no author listed is met by what it says."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

LIST = "We made a list of who is in which room and I check it at nine."


@pytest.fixture
def told(learner: Learner) -> Learner:
    learner.at("management").say(LIST)
    return learner


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("I am at your disposal; do commence.", "Take it at your own pace|have you here|off we go"),
        ("I'm awful slow at the typing, you'll have to excuse me", "sorry|no bother"),
        ("my eyes are gon, been up sinse 4", "shift|small|tired"),
        ("Ah, this one touched my heart, I am weeping", "no hurry|time"),
        ("what was it you were wanting to know again", "management"),
        ("my sister gave birth yesterday, a boy!!", "good|nice"),
    ],
)
def test_it_is_met_and_is_in_no_answer(told: Learner, text: str, replies: str) -> None:
    said = told.say(text)
    assert any(each in said for each in replies.split("|")), said
    assert told.statement.own_words == len(LIST.split())


def test_who_sent_it_by_mistake_has_it_taken_back_and_may_put_it_in_again(told: Learner) -> None:
    assert "Out of your" in told.say("omg wrong chat ignore that")
    assert not told.statement.own_words
    told.press("Put it in my answer")
    assert told.statement.own_words == len(LIST.split())


def test_what_only_sounds_of_danger_to_the_coach_is_answered(told: Learner) -> None:
    for text in (
        "On that matter I will not write, it is between me and God",
        'dont put words in ma mouth i never said "empowered"',
    ):
        said = told.say(text)
        assert "999" not in said, text
        assert "Samaritans" not in said, text


# A wish to die without a sign


def test_who_may_not_want_to_live_is_asked_and_told_whom_to_call(told: Learner) -> None:
    said = told.say(
        "some nights drivin back i think if i just didnt turn the wheel thatd be it sorted"
    )
    assert "Samaritans" in said
    assert told.buttons == ["Carry on"]
    assert told.statement.own_words == len(LIST.split())
    assert "Samaritans" not in told.say("I showed the new start how to fold the sheets alone.")


def test_a_plain_wish_to_die_is_met_as_before(told: Learner) -> None:
    assert "call 999" in told.say("I don't want to be here any more")
    assert "Keep it" in told.buttons


def test_whom_to_call_is_not_said_again_whatever_is_written(told: Learner) -> None:
    assert "999" in told.say("there's a man here says hes going to jump off the bridge")
    told.say("is that leadin tho or just being cheeky")
    for text in ("both how", "right", "ok then"):
        assert "999" not in told.say(text)


def test_what_is_asked_of_nobody_hides_no_danger(told: Learner) -> None:
    said = told.say(
        "Following the group, a service user confided that he has chosen a date and that he would "
        "be grateful if I did not record it."
    )
    assert "Samaritans" in said


def test_what_is_told_behind_an_and_stays_in_the_answer(learner: Learner) -> None:
    text = (
        "fella on the ground floor kept gettin his electric cut off so i sat wi him and did the "
        "meter app on his phone, hes never been cut off since"
    )
    said = learner.at("situation").say(text)
    assert "deadline" not in said
    assert learner.statement.own_words == len(text.split())
