"""What somebody is cross about is heard; a second complaint gets no second sorry."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

LIST = "I put up a list of who comes when and checked it each day."
ASKED_AGAIN = (
    "ye keep askin me the same hing",
    "I feel this is going round in circles.",
    "thats the third time youve asked about breaks",
    "you've asked that twice. even the bingo changes the numbers",
    "Not everything is a chart. You do go on about it.",
    "this is daft, same again and again",
)
MADE_TO = (
    "who decided we need to write ESSAYS. 11 years ive done this",
    "whose bright idea was this form",
    "what is the point of writing all this down, I have work to do",
    "twenty years in care and now they want homework",
)
NOT_ME = (
    "leadership is for folk in suits. not me",
    "thats for the high heid yins no me",
    "Management is more for the office. Not me.",
)
ANSWERS = (
    "whose idea was it to write the rota? Mine, and I asked the cook first",
    "We went round in circles until I gave the chair a card",
    "I asked her twice and the third time she said yes",
    "she decided who writes the list and I hung it up",
)


@pytest.mark.parametrize("text", ASKED_AGAIN)
def test_who_is_asked_again_is_asked_that_no_more(learner: Learner, text: str) -> None:
    asked = learner.at("management").say(LIST).rpartition("\n")[2]
    said = learner.say(text)
    assert learner.coaching
    assert learner.coaching.kind == "complaint_about_coach"
    assert learner.statement.own_words == len(LIST.split())
    assert asked not in said
    assert "as you wrote them" not in said


@pytest.mark.parametrize("text", ASKED_AGAIN)
def test_a_second_complaint_gets_no_second_sorry(learner: Learner, text: str) -> None:
    learner.at("management").say(LIST)
    learner.say("do you even read this")
    said = learner.say(text)
    assert "sorry" not in said.casefold()
    assert "?" not in said


def test_who_asks_what_a_question_is_for_is_told(learner: Learner) -> None:
    learner.at("management").say(LIST)
    said = learner.say("Is there a point to this question? You had it two messages ago.")
    assert "A reader of your" in said
    assert learner.statement.own_words == len(LIST.split())


@pytest.mark.parametrize("text", MADE_TO)
def test_who_never_asked_for_it_is_heard(learner: Learner, text: str) -> None:
    learner.at("leadership").say(text)
    assert learner.coaching
    assert learner.coaching.kind == "feeling_about_task"
    assert learner.statement.own_words == 0


@pytest.mark.parametrize("text", NOT_ME)
@pytest.mark.parametrize("is_told", [True, False])
def test_that_it_is_for_others_is_a_denial(learner: Learner, text: str, is_told: bool) -> None:
    learner.at("leadership")
    if is_told:
        learner.say("I asked the new girl to run the second sitting.")
    learner.say(text)
    assert learner.coaching
    assert learner.coaching.kind == "denial"


@pytest.mark.parametrize("text", ANSWERS)
def test_what_was_asked_at_work_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("management").say(text)
    assert learner.statement.own_words
