"""Somebody was told of it just now: that is no answer, whatever the words before were read as."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

HIDDEN = "she told me the names of her kids and then she was quiet"
A_FIRE_DOOR = "The fire door on the top floor was stuck and nobody had noticed it."


@pytest.mark.parametrize(
    "text",
    [
        "told the manger, she has the file open and is ringing",
        "reported to the external manager 11.40, she's on her way",
        "heid teacher kens noo an she's makin the call",
        "I have just spoken with the duty social worker. They open an inquiry this afternoon.",
        "spoke 2 the cp lead shes on the phone 2 social work rn",
        "It is with the manager now. I showed her the sheets.",
        "ive put it to safeguarding they are calling me back at 4",
        "I rang the whistleblowing line from my car.",
    ],
)
def test_news_of_a_report_after_a_disclosure_is_in_no_answer(learner: Learner, text: str) -> None:
    learner.at("management")
    learner.say("a boy told me his uncle has a secret game and nobody gets to know")
    said = learner.say(text)
    assert "✓" not in said
    assert "right" in said or "thanks to you" in said
    assert text not in body(learner)


def test_a_report_takes_the_words_before_it_out_where_they_may_be_of_harm(learner: Learner) -> None:
    learner.at("management")
    learner.say("I wrote the rota and checked it with the girls on Monday.")
    learner.say(HIDDEN)
    assert HIDDEN in body(learner)
    learner.say("told the manager, she is on the phone to them now")
    assert HIDDEN not in body(learner)
    assert "I wrote the rota" in body(learner)
    learner.press("Keep it")
    assert HIDDEN in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "i phoned safeguarding just now and they are coming out",
        "Care Inspectorate both told today, they are looking into it",
        "put it in to adult protection there now, the manager has rung them too",
    ],
)
def test_what_is_told_of_nothing_but_harm_is_news_of_it_whatever_came_before(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    learner.say(A_FIRE_DOOR)
    assert "✓" not in learner.say(text)
    assert text not in body(learner)
    assert A_FIRE_DOOR in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "So I reported the loose rail to the nurse and we changed the chart.",
        "I rang the council, stayed till they came and told nights to use the other stair.",
        "told the manager the fridge was at 11 degrees and she got it fixed by two",
        "Phoned the GP about her cough, told the next shift and put it in the book.",
        "last spring I told safeguarding the same day and we wrote a new plan together",
        "I told the team what I saw and they come in early now on Mondays",
    ],
)
def test_a_report_in_a_story_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("management")
    learner.say(A_FIRE_DOOR)
    assert learner.say(text).startswith("✓ Saved")
    assert text in body(learner)


def test_help_that_does_not_come_is_called_again(learner: Learner) -> None:
    learner.at("management")
    learner.say("a tenant told me shes took all her pills")
    said = learner.say("ive rang 999 and no one came yet")
    assert "again" in said
    assert "999" in said


def test_help_that_is_there_is_not_called_again(learner: Learner) -> None:
    learner.at("management")
    learner.say("a tenant just texted me goodbye, thank you for everything, and his phone is off")
    said = learner.say("polis are at his door")
    assert "999" not in said
    assert "right" in said or "near" in said


def test_who_was_worn_out_and_told_somebody_hears_no_number(learner: Learner) -> None:
    learner.at("management")
    learner.say("i cant cope any more i cry in the car before every shift")
    said = learner.say("i told the boss, shes getting somebody in from monday")
    assert "116 123" not in said


def test_a_report_that_goes_on_as_they_write_is_no_answer_whatever_came_before(
    learner: Learner,
) -> None:
    text = "told the manger, she has the file open and is ringing"
    learner.at("management")
    learner.say("he likes the window seat and the radio on")
    assert "✓" not in learner.say(text)
    learner.press("Put it in my answer")
    assert text in body(learner)


def test_who_told_it_and_wants_to_go_on_gets_the_question(learner: Learner) -> None:
    learner.at("management")
    learner.say("the night staff are signing for tablets they never give")
    said = learner.say("Phoned my line manager, it's gone to adult protection. Right. Back to you.")
    assert "right" in said
    assert "?" in said
