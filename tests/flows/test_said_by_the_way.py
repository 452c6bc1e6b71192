"""What is said by the way is answered as a person would: bad news, “back”, an odd question."""

from __future__ import annotations

import re

import pytest

from tests.support.learner import Learner, body

LIST = "I made a list of who does which room, and wrote it on the board."


def test_after_bad_news_nothing_is_asked_until_they_go_on(learner: Learner) -> None:
    learner.at("management").say(LIST)
    for text in ("my dad died on tuesday", "sorry", "it was sudden", "thanks"):
        said = learner.say(text)
        assert "?" not in said.replace("Shall we leave it for today?", "")
        assert "Saved" not in said
        assert learner.coaching
        assert not learner.coaching.asked
    assert learner.buttons[0] == "Carry on"
    assert "?" in learner.say("ok lets go on")
    assert learner.coaching
    assert learner.coaching.asked


def test_an_act_told_after_bad_news_is_an_answer(learner: Learner) -> None:
    learner.at("management").say("my dad died on tuesday")
    assert "✓ Saved" in learner.say(LIST)


def test_back_after_brb_is_that_they_are_here_again(learner: Learner) -> None:
    learner.at("management").say(LIST)
    learner.say("brb")
    said = learner.say("back")
    assert learner.step == "management"
    assert learner.coaching
    assert learner.coaching.kind == "back"
    assert "?" in said
    learner.say("back")
    assert learner.step == "situation"


def test_the_side_of_what_was_named_just_before_is_told(learner: Learner) -> None:
    learner.at("management").say(LIST)
    said = learner.say("is that management?")
    assert "“I made a list of who does which room”" in said
    assert "anagement" in said.partition("“")[0] + said.rpartition("”")[2]


def test_the_side_of_a_name_that_was_taken_away_is_not_told(learner: Learner) -> None:
    learner.at("management").say(LIST)
    learner.press("Not quite")
    assert "“" not in learner.say("is that management?")


def test_what_cannot_be_answered_names_who_may_know_and_is_said_once(learner: Learner) -> None:
    known = learner.content.listening.kinds.question
    lines = [*known.unknown, *known.unknown_again]
    assert all(re.search(r"SSSC|manager|work", each) for each in lines)
    learner.at("management").say(LIST)
    asked = ["how tall is the bridge?", "what colour is the sky?", "how deep is the loch?"]
    said = [learner.say(each).partition("\n")[0] for each in asked]
    assert len({*said} & {*map(str, lines)}) == 3


@pytest.mark.parametrize(
    "text",
    [
        *("who sees my words?", "how many words do I have?", "what is leadership?"),
        *("how long does this take?", "what is missing?", "how do I change an answer?"),
        *("what is management?", "what is a badge?", "where are my words?"),
    ],
)
def test_each_thing_that_is_offered_instead_gets_an_answer(learner: Learner, text: str) -> None:
    learner.at("management").say(LIST)
    said = learner.say(text)
    assert not any(each in said for each in learner.content.listening.kinds.question.unknown)
    assert learner.coaching
    assert learner.coaching.kind == "question"


def test_see_above_names_no_answer_in_which_it_does_not_stand(learner: Learner) -> None:
    learner.at("management").say("There is a list on the wall for the rooms.")
    assert "stands under" not in learner.say("see above")


@pytest.mark.parametrize(
    "text", ["wife left", "dog died", "ma da's no well", "cant cope wi this the noo"]
)
def test_a_loss_in_two_words_gets_a_warm_line_no_question_of_work_and_is_in_no_answer(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert said in learner.content.listening.kinds.bad_news
    assert text not in body(learner)


def test_drop_it_behind_news_takes_nothing_out_of_an_answer(learner: Learner) -> None:
    learner.at("management").say("I checked the fridge each night and wrote it on the board.")
    learner.say("my mum fell and she is in the hosptal")
    assert "no answer" in learner.say("no am not suisidal!! its my mum that fell. drop it")
    assert "checked the fridge" in body(learner)
