"""A word or two that answer the coach's own question are its answer; what was told is not asked."""

from __future__ import annotations

import pytest

from bot.analysis.reading.answering import says_nothing, tells_who
from tests.support.learner import Learner

ASKS = "i do the fire panel check every night and write it in the book"
"""An answer that is asked about, whoever writes it."""


def asked(learner: Learner, step: str = "management", text: str = ASKS) -> str:
    """Tell something at a step, and return the question that follows."""
    said = learner.at(step).say(text).splitlines()[-1]
    assert said.endswith("?"), said
    return said


@pytest.mark.parametrize(
    "text",
    [
        *("me", "just me", "only me n the nurse", "the senior", "kitchen", "boss never"),
        *("theres only me on nites. she does upstairs i do down", "day staff", "all of us"),
        *("it wis me an the janny", "myself mostly", "no one, its only me on"),
    ],
)
def test_a_short_answer_to_a_question_of_the_coachs_is_saved(learner: Learner, text: str) -> None:
    question = asked(learner)
    words = learner.statement.own_words
    said = learner.say(text)
    assert "✓ Saved" in said
    assert learner.statement.own_words > words
    assert "It may feel small" not in said
    assert question not in said


@pytest.mark.parametrize("text", ["no", "nope", "nothing", "nothing really", "not really"])
def test_a_no_lets_the_question_go(learner: Learner, text: str) -> None:
    question = asked(learner)
    words = learner.statement.own_words
    said = learner.say(text)
    assert "?" not in said
    assert question not in said
    assert "“Next”" in said
    assert learner.statement.own_words == words


@pytest.mark.parametrize(
    "text",
    [
        "i have told you that already",
        "You asked me that already.",
        "I have already told you: both kept to it. I do not wish to be asked again.",
    ],
)
def test_what_was_told_as_somebody_says_is_not_asked_again(learner: Learner, text: str) -> None:
    question = asked(learner)
    assert question not in learner.say(text)
    assert question not in learner.say("ok")


def test_after_somebody_is_named_it_is_asked_what_was_done_for_them(learner: Learner) -> None:
    learner.at("situation").say("carer")
    learner.say("a resident")
    assert learner.last
    question = learner.replies[-1].text.splitlines()[-1]
    assert question in learner.content.listening.after_who


def test_who_is_back_at_an_answer_hears_it_and_no_old_question(learner: Learner) -> None:
    learner.at("leadership").say(
        "I sat with the new lad who was scared. I told him how I was at first. He stayed on."
    )
    if "?" in learner.replies[-1].text:
        learner.say("he is still here a year on")
    said = learner.say("hi im back")
    assert "?" not in said
    assert "“leadership”" in said


@pytest.mark.parametrize(
    "text",
    [
        *("managers do that", "I lead nobody", "leave me alone", "help me", "you tell me"),
        *("no", "nobody", "can you help me", "brb the buzzer", "not me, I am no leader"),
    ],
)
def test_what_is_said_to_the_coach_or_denied_tells_nobody(text: str) -> None:
    assert not tells_who(text)


@pytest.mark.parametrize("text", ["me", "nobody slept", "no one fell", "not the senior, me"])
def test_who_it_was_is_no_no(text: str) -> None:
    assert not says_nothing(text)
