"""What was found and is not decided is asked again before a statement leaves; nothing waits."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

MANAGEMENT = (
    "I moved the chairs so Mr Hendry could get in, and I wrote a list for the taxis and one for "
    "the meals, and I rang round on the Monday to check that all of them would come. "
)
PLENTY = "We planned the day and checked the list and told each other what was left to do. "
TOLD = "I stood beside him the whole way and asked the volunteers to give him a minute first. "
BOTH = "The taxi was due but I sent the driver a cup of tea, so that he could finish his poem. "


def ready(learner: Learner, *more: str) -> None:
    """Write all that a statement needs; the name in it is passed over."""
    learner.at("situation").say(PLENTY * 4)
    learner.press("Next")
    learner.say(MANAGEMENT)
    for each in more:
        learner.say(each)
    learner.press("Next")
    learner.say(TOLD * 4)
    learner.press("Next")
    learner.say(BOTH * 4)


def test_a_name_that_was_passed_over_is_asked_about_with_the_statement(learner: Learner) -> None:
    ready(learner)
    shown = learner.say("/statement")
    assert "Your statement is ready" in shown
    assert "One look before you send it." in shown
    assert "“Mr Hendry” may be a name" in shown
    assert "It says" not in learner.press("A resident")
    assert "Hendry" not in body(learner)
    assert "may be a name" not in learner.say("/statement")


def test_who_leaves_a_name_goes_on_and_is_asked_when_they_come_again(learner: Learner) -> None:
    ready(learner)
    learner.say("/statement")
    assert "Have you sent it?" in learner.press("I have sent it") or learner.buttons
    learner.press("Yes, it is sent")
    assert "may be a name" not in learner.say("/statement")


def test_a_name_that_is_kept_is_asked_about_no_more(learner: Learner) -> None:
    ready(learner)
    learner.say("/statement")
    learner.press("Not a name")
    assert "may be a name" not in learner.say("/statement")
    assert "Hendry" in body(learner)


def test_a_second_name_that_was_never_asked_about_is_asked_at_the_review(learner: Learner) -> None:
    ready(learner, "Then Mr Hendry and Mrs Doyle sat at the front and sang together.")
    reviewed = learner.press("Review")
    assert "may be a name" in reviewed
    assert "may be a name" in learner.press("A resident")
    learner.press("A resident")
    assert "Hendry" not in body(learner)
    assert "Doyle" not in body(learner)


@pytest.mark.parametrize("label", ["Keep", "Leave out"])
def test_a_line_that_may_be_for_the_coach_is_shown_once(learner: Learner, label: str) -> None:
    line = "are you even reading this at all"
    ready(learner)
    message = learner.conversation.messages[0]
    learner.conversation.messages[0] = message.__class__(
        **{**{f: getattr(message, f) for f in message.__slots__}, "text": f"{line}. {message.text}"}
    )
    learner.press("Review")
    asked = learner.press("A resident")
    assert f"“{line}" in asked
    learner.press(label)
    assert (line in body(learner)) == (label == "Keep")
    assert line not in learner.press("My statement").split("Where I see")[0] or label == "Keep"
    assert f"“{line}" not in learner.press("Review")


def test_a_line_that_was_put_in_by_a_press_is_not_asked_about(learner: Learner) -> None:
    ready(learner)
    learner.say("/review")
    learner.press("A resident")
    learner.press("Change: management")
    learner.say("are you even reading this at all")
    learner.press("Put it in my answer")
    assert "are you even" in body(learner)
    assert "“are you even" not in learner.press("Review")
