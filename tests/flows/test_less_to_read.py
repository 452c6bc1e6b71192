"""Less to read and less to press: six buttons, one count, no question that is in sight."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

ACT = "I checked which rooms were the coldest and wrote a list."

PARTS = (
    "Situation: I am a cook and I changed the menu for one man who ate too little.\n"
    "Management: I made a list of it and checked each day what he left on his plate."
)

FORM_LINES = (
    "Page 2 of 3\nI checked the charts each evening and told the senior when somebody had "
    "eaten too little, and we changed the snacks."
)

A_NAME = "I sat with Mrs Campbell and we planned the week on one sheet."

HARM = "One of the staff keeps shouting at a resident and pushes her about."

WAYS = ["Next", "Back", "Skip", "Pause"]

DECISIONS = [
    (PARTS, "Yes, split it like that", "Shall I put each part in its own answer?"),
    (PARTS, "No, keep it in one piece", "Shall I put each part in its own answer?"),
    (FORM_LINES, "Leave those lines out", "These lines look like the form"),
    (FORM_LINES, "Keep all of it", "These lines look like the form"),
    (A_NAME, "A resident", "“Mrs Campbell” may be a name"),
    (A_NAME, "Not a name", "“Mrs Campbell” may be a name"),
    (HARM, "Keep it", "eep it, or drop it?|Still open: what you wrote"),
    (HARM, "Drop it", "eep it, or drop it?|Still open: what you wrote"),
]


# Buttons


def test_a_question_has_six_buttons_and_the_fifth_takes_back_what_was_sent(
    learner: Learner,
) -> None:
    learner.at("management")
    assert learner.buttons == [*WAYS, "Example", "More"]
    learner.say("We moved two beds.")
    learner.press("Next")
    learner.press("Back")
    assert learner.buttons == [*WAYS, "Take back my last message", "More"]


def test_at_a_statement_there_are_six_buttons_at_most(learner: Learner) -> None:
    learner.at("situation")
    for _ in range(4):
        learner.say("I made a plan for the walk and told each of them why. " + "word " * 40)
        learner.press("Next")
    learner.press("My statement")
    assert "All of it is mine" in learner.buttons
    shown = [learner.buttons]
    for label in ("All of it is mine", "Other care or social work", "I have sent it"):
        learner.press(label)
        shown.append(learner.buttons)
    assert max(map(len, shown)) <= 6
    assert "Check it with me" in shown[2]
    learner.press("Not yet")
    assert "How it was made" in learner.buttons
    learner.press("Back")
    assert learner.step == "review"


@pytest.mark.parametrize("said", [ACT, PARTS, FORM_LINES, A_NAME, HARM, "what about the rota?"])
@pytest.mark.parametrize("step", ["situation", "management"])
def test_whatever_is_asked_at_a_question_there_are_six_buttons_at_most(
    learner: Learner, said: str, step: str
) -> None:
    learner.at(step).say(said)
    assert len(learner.buttons) <= 6
    for label in ("More", "Move this to…", "Replace", "Name the skill"):
        learner.press(label)
        assert len(learner.buttons) <= 6


def test_more_shows_the_others_and_what_belongs_to_the_message_stays(learner: Learner) -> None:
    learner.at("management").say(ACT)
    assert learner.buttons == [*WAYS, "What is that called?", "Not quite"]
    learner.say("more")
    assert learner.buttons == [
        *("Back to my question", "Example", "Replace", "Move this to…", "Name the skill", "Review")
    ]
    learner.press("Back to my question")
    assert learner.buttons == [*WAYS, "What is that called?", "Not quite"]


@pytest.mark.parametrize(
    ("label", "reply"),
    [
        ("example", "An example, not yours."),
        ("replace", "Write your new answer now."),
        ("move this to…", "Which answer is it for?"),
        ("name the skill", "Which of these did you or others do?"),
        ("take back my last message", "Out of your statement now"),
        ("review", "Your answers so far:"),
    ],
)
def test_every_label_works_typed_though_it_is_not_shown(
    learner: Learner, label: str, reply: str
) -> None:
    learner.at("management").say(ACT)
    assert reply in learner.say(label)


def test_the_last_message_is_taken_back_by_one_press_and_put_in_by_another(
    learner: Learner,
) -> None:
    learner.at("management").say("I made a list.")
    learner.say("We moved two beds.")
    said = learner.press("Take back my last message")
    assert said.startswith("✓ Out of your statement now: “We moved two beds.”.")
    assert learner.statement.sections[1].text == "I made a list."
    assert "Put it in my answer" in learner.buttons
    assert "✓ Saved · 8 words" in learner.press("Put it in my answer")
    assert learner.statement.sections[1].text == "I made a list.\n\nWe moved two beds."


# Totals and echoes


def test_the_review_says_a_count_once(learner: Learner) -> None:
    learner.at("management").say(ACT)
    said = learner.say("/review")
    assert said.count("11 of 200") == 1
    assert said.count("189") == 1


def test_a_move_says_how_many_words_went_where_and_echoes_nothing(learner: Learner) -> None:
    learner.at("management").say("I made a list of it.")
    learner.press("Move this to…")
    said = learner.press("Add to: leadership")
    assert said == "✓ It is now in your answer “leadership”. That is 6 words."


def test_a_split_says_how_many_words_went_where(learner: Learner) -> None:
    learner.at("situation").say(PARTS)
    assert "situation 16 words · management 16 words" in learner.press("Yes, split it like that")


# The question


def test_a_short_look_up_does_not_ask_again_and_a_long_one_asks_the_open_follow_up(
    learner: Learner,
) -> None:
    asked = learner.at("management").say(ACT).splitlines()[-1]
    assert asked.endswith("?")
    assert "Your question now" not in learner.press("Example")
    assert learner.say("/help").endswith(f"Your question now: {asked}")


@pytest.mark.parametrize("away", ["/pause", "/start"])
def test_after_a_pause_the_open_follow_up_comes_back(learner: Learner, away: str) -> None:
    asked = learner.at("management").say(ACT).splitlines()[-1]
    learner.say(away)
    assert learner.press("Carry on") == f"Your question now: {asked}"


def test_who_is_back_is_asked_the_open_follow_up_in_new_words(learner: Learner) -> None:
    asked = learner.at("management").say(ACT).splitlines()[-1]
    learner.press("Pause")
    said = learner.say("right im back")
    assert asked not in said
    assert said.endswith("?")
    assert learner.coaching
    assert learner.coaching.asked == "result"


def test_a_follow_up_that_was_answered_does_not_come_back(learner: Learner) -> None:
    asked = learner.at("management").say(ACT).splitlines()[-1]
    learner.say("The rooms were warm by noon and nobody had to sit in a coat.")
    learner.press("Pause")
    assert asked not in learner.press("Carry on")


# Decisions


@pytest.mark.parametrize(("said", "label", "asked"), DECISIONS)
def test_no_press_next_stands_above_a_decision_and_one_passed_over_comes_at_the_review(
    learner: Learner, said: str, label: str, asked: str
) -> None:
    learner.at("management")
    heard = learner.say(said)
    assert any(each in heard for each in asked.split("|"))
    assert "Write more" not in heard
    learner.press("Next")
    at_review = learner.say("/review")
    assert any(each in at_review for each in asked.split("|"))
    assert "Pick an answer" not in at_review
    assert label in learner.buttons
    learner.press(label)
    assert not any(each in learner.say("/review") for each in asked.split("|"))


def test_a_decision_that_was_made_does_not_come_again(learner: Learner) -> None:
    learner.at("management").say(FORM_LINES)
    learner.press("Keep all of it")
    assert "These lines look like the form" not in learner.say("/review")


def test_after_a_split_a_name_in_a_part_is_asked_about(learner: Learner) -> None:
    learner.at("situation").say(PARTS.replace("one man", "Mrs Campbell"))
    assert "“Mrs Campbell” may be a name" in learner.press("Yes, split it like that")
