"""“Am I done yet” and “is it sent” have true answers, which nobody may find out too late."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.mark.parametrize(
    "asked", ["am i done yet", "how many more qs", "Is that me done?", "are we done now?"]
)
def test_who_asks_if_they_are_done_hears_what_has_no_words_yet(
    learner: Learner, asked: str
) -> None:
    learner.at("situation").say("The rota fell apart on Sunday and I planned it anew with the team")
    said = learner.say(asked)
    assert "management”, “leadership”, “both" in said
    assert "186 words to go" in said
    assert "SSSC can" not in said
    assert learner.statement.own_words == 14


def test_who_asks_when_all_is_there_is_told_so(learner: Learner) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("word " * 60)
    learner.at("overlap")
    assert "Press “Next” to go on" in learner.say("am i done yet")


@pytest.mark.parametrize("asked", ["is it sent", "Has it been sent?", "did you send it?"])
def test_who_asks_if_it_is_sent_hears_that_they_send_it_themselves(
    learner: Learner, asked: str
) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("word " * 60)
    learner.say("/statement")
    learner.press("All of it is mine")
    said = learner.say(asked)
    assert "badge form" in said
    assert "I do not know" not in said
    for label in ("I have sent it", "Yes, it is sent"):
        learner.press(label)
    assert "You told me on" in learner.say(asked)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("can I see the links", "/resources"),
        ("which badge is this for", "23 Things Leadership"),
        ("Is it all in the one box then? I thought there was four", "as one text"),
        ("Do I get paid for this by the way", "Your manager can tell you"),
        ("what do i write now? you didnt ask me anything", "last question"),
    ],
)
def test_what_people_asked_has_an_answer_and_is_in_no_answer(
    learner: Learner, asked: str, answer: str
) -> None:
    learner.at("management").say("I planned the rota for the week and checked it with the team")
    before = learner.statement.own_words
    assert answer in " ".join(learner.say(asked).split())
    assert learner.statement.own_words == before


def test_an_answer_that_says_what_was_done_is_no_question_about_being_done(
    learner: Learner,
) -> None:
    learner.at("management").say("I made sure the checks were done before the night shift came in")
    assert learner.statement.own_words == 13


@pytest.mark.parametrize(
    "said",
    ["thank you. i didnt think id be able to write that", "thanks, that was easier than i thought"],
)
def test_thanks_after_it_is_sent_are_taken_as_thanks(learner: Learner, said: str) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("word " * 60)
    learner.say("/statement")
    for label in ("All of it is mine", "I have sent it", "Yes, it is sent"):
        learner.press(label)
    assert "Which answer" not in learner.say(said)
