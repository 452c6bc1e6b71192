"""What the learner has not written is in no statement: forwards are asked about, the coach's own
examples and questions and the badge's criteria are known."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

OWN = "I wrote the rota two weeks ahead and worked out how many staff we needed for each day."


def forward(learner: Learner, text: str) -> str:
    return learner.send("say", text, f"forward {learner.turns}", passed_on=True)


def test_a_forward_is_kept_aside_and_asked_about(learner: Learner) -> None:
    learner.at("management")
    said = forward(learner, OWN)
    assert said.endswith("Did you write this?")
    assert OWN not in body(learner)
    assert OWN in learner.say("/mydata")


def test_a_forward_of_ones_own_words_is_an_answer_like_any_other(learner: Learner) -> None:
    learner.at("management")
    forward(learner, OWN.replace("staff", "staff with Siobhan"))
    said = learner.press("Yes, I wrote it")
    assert said.startswith("✓ Saved · ")
    assert "“Siobhan” may be a name" in said
    assert "I wrote the rota" in body(learner)


def test_what_somebody_else_wrote_stays_out_and_is_offered_nowhere(learner: Learner) -> None:
    learner.at("management")
    forward(learner, OWN)
    learner.press("No, I did not")
    assert "Use the old words too" not in learner.buttons
    learner.say("/review")
    assert "Show what was kept out" not in learner.buttons
    assert "Did you write this?" not in learner.replies[-1].text


def test_a_forward_that_was_passed_over_is_asked_about_at_the_review(learner: Learner) -> None:
    learner.at("management")
    forward(learner, OWN)
    learner.say("I made a list of the food and checked it each evening.")
    learner.say("/review")
    assert "Did you write this?" in learner.replies[-1].text
    learner.press("Yes, I wrote it")
    assert OWN in body(learner)


@pytest.mark.parametrize("text", ["/forget", "Next", "Skip", "/next"])
def test_a_forward_presses_nothing_and_is_no_command(learner: Learner, text: str) -> None:
    learner.at("management")
    said = forward(learner, text)
    assert "Did you write this?" in said
    assert learner.step == "management"


def test_a_forward_before_the_start_is_asked_about_too(learner: Learner) -> None:
    said = forward(learner, OWN)
    assert "Who can read your words?" in said
    assert "Did you write this?" in said


EXAMPLE = (
    "I wrote the new seat plan and put it in the handover book. The senior changed the rota, "
    "so one of us was always in the room at meals. Each week we checked how much the lady ate, "
    "and told the nurse."
)


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE,
        EXAMPLE.lower().replace(".", ""),
        "The senior changed the rota, so one of us was always in the room at meals.",
        "Where do you see management skills being used in this situation?",
        "where you see management skills being used",
        "Think of a plan, a rota, checks, or a problem that you or others fixed.",
    ],
)
def test_what_the_coach_or_the_badge_says_is_known_when_it_comes_back(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert "my words or the words of the badge" in said
    assert learner.statement.own_words == 0


def test_the_question_above_ones_own_answer_is_pointed_out_and_left_out(learner: Learner) -> None:
    learner.at("management")
    said = learner.say(f"Where do you see management skills being used in this situation?\n{OWN}")
    assert "like the form" in said
    learner.press("Leave those lines out")
    assert learner.statement.written[0].text == OWN


def test_an_example_with_own_words_behind_it_is_pointed_out(learner: Learner) -> None:
    learner.at("management")
    learner.say(f"{EXAMPLE} {OWN}")
    learner.press("Leave those lines out")
    assert learner.statement.written[0].text.strip() == OWN


def test_one_short_sentence_of_an_example_may_be_what_they_did_too(learner: Learner) -> None:
    learner.at("management")
    assert "Did you write this?" in learner.say("I wrote the new seat plan and put it")
    learner.press("Yes, I wrote it")
    assert learner.statement.own_words == 9


def test_own_words_that_are_a_little_like_the_example_are_own_words(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("The senior changed the rota and I told the nurse what the lady ate.")
    assert said.startswith("✓ Saved · ")
    assert "like the form" not in said


def test_whose_words_they_are_is_asked_again_after_something_else_until_it_is_said(
    learner: Learner,
) -> None:
    for step in learner.content.first.steps:
        learner.at(step.id).say(f"{OWN} " * 4)
    assert "All of it is mine" in learner.send("say", "/statement") + str(learner.buttons)
    learner.send("say", "/review")
    learner.send("say", "/statement")
    assert "All of it is mine" in learner.buttons
    learner.press("All of it is mine")
    learner.send("say", "/review")
    learner.send("say", "/statement")
    assert "All of it is mine" not in learner.buttons
