"""A few words that tell nothing yet: a greeting, a tired line, a job, a thing."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STEPS = ("situation", "management", "leadership")


@pytest.mark.parametrize(
    "text",
    [
        "Good day po",
        "good evening ma'am",
        "hiya hen",
        "morning all",
        "namaste",
        "kumusta po",
        "Dzień dobry",
        "salam",
        "gd morning coach",
        "hullo there",
    ],
)
@pytest.mark.parametrize("step", STEPS)
def test_a_greeting_in_any_form_is_greeted_and_is_in_no_answer(
    learner: Learner, text: str, step: str
) -> None:
    said = learner.at(step).say(text)
    assert learner.statement.own_words == 0
    assert "Hello. Good that you are here." in said


@pytest.mark.parametrize(
    "text",
    [
        "im shattered",
        "knackered the day",
        "dead on my feet by 7",
        "so tired tonight",
        "pure done in",
        "I am so tired tonight coach",
        "my feet are killing me",
        "knackered",
        "what a day",
        "im on my knees here",
    ],
)
@pytest.mark.parametrize("step", STEPS)
def test_who_is_tired_is_told_that_it_is_heard_and_may_stop(
    learner: Learner, text: str, step: str
) -> None:
    said = learner.at(step).say(text)
    assert learner.statement.own_words == 0
    assert "hard shift" in said
    assert learner.coaching
    assert learner.coaching.kind == "feeling_about_task"


@pytest.mark.parametrize(
    "text",
    [
        "we were all shattered but I made sure everyone got a break at 3",
        "the residents were shattered after the trip so i put supper back",
        "she was dead on her feet so I sent her home early",
    ],
)
def test_tiredness_that_is_told_of_work_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    assert learner.statement.own_words > 0


@pytest.mark.parametrize(
    "text", ["dont know really im just a carer", "not sure im only a cleaner", "idk im only bank"]
)
@pytest.mark.parametrize("step", STEPS)
def test_who_knows_nothing_to_say_and_names_a_job_is_asked_for_less(
    learner: Learner, text: str, step: str
) -> None:
    said = learner.at(step).say(text)
    assert learner.statement.own_words == 0
    assert said.count("?") == 1
    assert learner.coaching
    assert learner.coaching.asked == "smaller"


@pytest.mark.parametrize(
    "text",
    [
        "im only a driver, does that count?",
        "I'm just a carer, is that ok?",
        "dont know really im just a carer",
        "hi im a night nurse where do i start?",
    ],
)
def test_a_job_that_is_told_beside_is_not_asked_for_again(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    asked = []
    for each in (
        "nobody slept because of the noise so I moved two of us upstairs",
        "after that they slept and I wrote it in the book",
    ):
        learner.say(each)
        asked.append(learner.coaching.asked if learner.coaching else None)
    assert "role" not in asked


def test_who_asks_whether_a_small_job_counts_is_told_that_it_does(learner: Learner) -> None:
    said = learner.at("situation").say("im only a driver, does that count?")
    assert "You do not need to be a manager." in said
    assert learner.statement.own_words == 0


@pytest.mark.parametrize("text", ["the list", "my list", "the board", "the jotter"])
def test_a_thing_alone_is_asked_about(learner: Learner, text: str) -> None:
    said = learner.at("management").say(text)
    assert f"“{text.split(' ', 1)[1]}”:" in said or f"“{text}”:" in said


def test_a_name_alone_is_no_answer_and_nobody_asks_who_that_is(learner: Learner) -> None:
    said = learner.at("situation").say("lola")
    assert learner.statement.own_words == 0
    assert "may be a name" not in said
