"""Who makes themselves small hears something of their own that is true, and is asked one thing."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

STORY = "im a carer. we were short so i split the corridor in two and nobody fell"


def told(learner: Learner, step: str = "management") -> Learner:
    """Tell a story at the first step, and go on to another."""
    learner.at("situation").say(STORY)
    return learner.at(step)


@pytest.mark.parametrize(
    "text",
    [
        "i feal like its rubish",
        "is that eny good? i feal like its rubish",
        "am no a leader am jst a carer",
        "I am not leader, I am only a support worker",
        "I am ashamed of my English",
        "ma spellin is terrible",
        "i cant write for toffee",
        "I fear that my writing is exceedingly dull.",
        "waste of space me",
        "my work is small work, not important",
    ],
)
def test_a_low_word_is_met_with_their_own_words_and_never_with_a_number(
    learner: Learner, text: str
) -> None:
    words = told(learner).statement.own_words
    said = learner.say(text)
    assert any(each in said for each in ("split the corridor in two", "nobody fell"))
    assert "200" not in said
    assert said.count("?") <= 1
    assert learner.statement.own_words == words
    assert learner.coaching
    assert learner.coaching.filed == "aside"


def test_nobody_hears_the_same_twice_when_they_are_low_again(learner: Learner) -> None:
    told(learner)
    said = [learner.say(each) for each in ("its all rubbish", "its boring", "what i wrote is daft")]
    lines = [line for each in said for line in each.splitlines()]
    assert len(lines) == len(set(lines))


def test_an_act_beside_a_low_word_is_the_answer(learner: Learner) -> None:
    told(learner)
    said = learner.say(
        "im only the carer but i wrote the list of who needs two of us and hung it up"
    )
    assert "Saved" in said


def test_who_says_what_they_work_as_is_not_taken_for_low(learner: Learner) -> None:
    learner.at("situation").say("just a carer on nights, a small home in Fife")
    assert learner.coaching
    assert learner.coaching.filed == "situation"


@pytest.mark.parametrize(
    "text",
    [
        "wot else do i rite i cant think of 88 more",
        "what else do I write",
        "whit mair dae i pit",
        "idk what else to put theres like 100 words left",
        "I have run out of things to say",
    ],
)
def test_who_has_no_more_to_write_is_asked_one_thing_that_is_not_told_yet(
    learner: Learner, text: str
) -> None:
    told(learner).say("i wrote the rooms on a list and hung it on the door")
    said = learner.say(text)
    assert said.count("?") == 1
    assert "words" not in said
    assert learner.coaching
    assert learner.coaching.asked
    assert learner.coaching.filed == "aside"


def test_who_has_no_more_to_write_where_nothing_stands_yet_is_asked_something_small(
    learner: Learner,
) -> None:
    said = told(learner, "leadership").say("wot mor can i say i got nuthin left to rite")
    assert said.count("?") == 1
    assert learner.coaching
    assert learner.coaching.asked == "smaller"


def test_who_asks_what_was_meant_by_their_own_words_hears_that_it_was_no_more(
    learner: Learner,
) -> None:
    learner.at("situation").say(
        "im on nights, a carer. the fire alarm went and i got them all out in 6 mins. nobody hurt"
    )
    assert "?" not in learner.replies[-1].text
    said = learner.say("wdym by that")
    assert "?" not in said
    assert "own" in said or "your words" in said


@pytest.mark.parametrize(
    "text",
    [
        "rota. there isnt one. thats the problem",
        "training. never get any. thats why its a mess",
        "there is no rota, we just wing it",
        "handover is a joke",
    ],
)
def test_a_grievance_that_answers_is_an_answer(learner: Learner, text: str) -> None:
    told(learner)
    said = learner.say(text)
    assert learner.statement.sections[1].words == len(text.split())
    assert f"“{text}”" in said
    assert said.endswith("?")


def test_that_nobody_leads_is_no_grievance(learner: Learner) -> None:
    told(learner)
    learner.say("there is no leadership here")
    assert learner.statement.sections[1].words == 0


@pytest.mark.parametrize(
    "text",
    ["what do you mean", "wdym by that", "fit d'ye mean", "please say the question other way"],
)
def test_a_question_that_is_not_understood_comes_in_other_words(
    learner: Learner, text: str
) -> None:
    learner.at("situation").say("I work in laundry. I made a list of the lost clothes.")
    asked = learner.replies[-1].text.splitlines()[-1]
    assert asked.endswith("?")
    said = learner.say(text)
    assert said.endswith("?")
    assert asked not in said
    assert learner.coaching
    assert learner.coaching.kind == "not_understood"
    assert learner.coaching.asked


def test_who_asks_where_they_got_to_is_shown_what_they_told_there(learner: Learner) -> None:
    told(learner, "leadership").say(
        "The volunteers wanted to sit him down and I said give him a minute and stood beside him."
    )
    said = learner.say("thats me back, where had I got to")
    assert "“leadership”" in said
    assert any(each in said for each in ("give him a minute", "stood beside him"))
    assert "?" not in said
