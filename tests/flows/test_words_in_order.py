"""Who is offered words first, and buttons pressed when what they name is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.library import Content
from bot.domain.events import Reminder
from tests.support.learner import Learner

LONG = "I planned the outing with the night staff and we all went to the sea together."


def reminded(learner: Learner, dialogue: str = "thing_2") -> None:
    learner.send("remind", "", reminder=Reminder("reminder", dialogue, "Nursery team"))


@pytest.fixture
def sorting(content: Content) -> Learner:
    learner = Learner(content)
    learner.say("/sort")
    return learner


@pytest.mark.parametrize("typed", ["no more reminders", "stop"])
@pytest.mark.parametrize("command", ["/sort", "/restart", "/forget"])
def test_reminders_can_be_refused_whatever_is_asked(
    content: Content, command: str, typed: str
) -> None:
    learner = Learner(content)
    learner.say(command)
    assert "Reminders are on" in learner.say(typed)
    assert [each.aside for each in learner.conversation.messages] == [True]


def test_later_is_understood_while_sorting(sorting: Learner) -> None:
    assert "When shall I come back to you?" in sorting.say("later")


def test_words_after_a_reminder_are_its_answer_though_sorting_is_open(sorting: Learner) -> None:
    reminded(sorting)
    assert "This is for “situation”" in sorting.say(LONG)
    assert [each.step for each in sorting.conversation.messages] == ["situation"]


def test_words_of_harm_after_a_reminder_stay_with_its_question(content: Content) -> None:
    learner = Learner(content).at("leadership")
    learner.press("Pause")
    reminded(learner)
    learner.conversation.reminded = "thing_2:management"
    learner.say("a resident was hit by a nurse")
    learner.press("Keep it")
    assert [(each.step, each.aside) for each in learner.conversation.messages] == [
        ("management", False)
    ]


def test_a_caption_is_kept_and_is_no_wish_to_be_asked_later(content: Content) -> None:
    learner = Learner(content).at("situation")
    learner.attach("photo", "later")
    assert learner.conversation.preferences.snoozed_until is None
    assert learner.conversation.prompt != "later"
    assert [(each.text, each.aside) for each in learner.conversation.messages] == [("later", True)]


def test_a_caption_that_tells_something_is_in_the_answer(content: Content) -> None:
    learner = Learner(content).at("situation")
    learner.attach("photo", "I made this chart for the night staff.")
    assert learner.statement.sections[0].text == "I made this chart for the night staff."


def test_a_caption_fills_no_field(content: Content) -> None:
    learner = Learner(content).at("situation")
    learner.say("/later")
    learner.press("Pick a time")
    learner.attach("photo", "tomorrow 9am")
    assert learner.conversation.preferences.snoozed_until is None


@pytest.mark.parametrize("question", ["place", "replace", "sort"])
def test_a_time_is_picked_while_something_else_is_asked(content: Content, question: str) -> None:
    learner = Learner(content).at("statement" if question == "place" else "situation")
    if question == "sort":
        learner.say("/sort")
    else:
        learner.say(LONG)
    if question == "replace":
        learner.press("Replace")
    assert learner.conversation.prompt == question
    learner.press_button("page:rem.later", learner.conversation.version)
    learner.press("Pick a time")
    assert learner.conversation.prompt == "later"


def test_undecided_words_about_harm_are_not_lost_in_another_dialogue(content: Content) -> None:
    learner = Learner(content).at("situation")
    learner.say("a resident was hit by a nurse")
    learner.open("good_leaders")
    learner.say("keep it")
    assert [(each.step, each.aside) for each in learner.conversation.messages] == [
        ("situation", False)
    ]


def without_last_step(content: Content) -> Content:
    """The content once an author has taken the last question of Thing 2 away."""
    first = content.first
    shorter = first.model_copy(update={"steps": first.steps[:-1]})
    return replace(content, dialogues={**content.dialogues, first.id: shorter})


@pytest.mark.parametrize(("typed", "label"), [("", "Change: both"), (LONG, "Add to: both")])
def test_a_step_that_is_gone_since_it_was_offered_is_not_opened(
    content: Content, typed: str, label: str
) -> None:
    learner = Learner(content).at("statement" if typed else "review")
    if typed:
        learner.say(typed)
    learner.content = without_last_step(content)
    assert "not in use" in learner.press(label)
    assert not any(each.step for each in learner.conversation.messages)


def test_a_dialogue_that_is_gone_since_it_was_offered_is_not_opened(content: Content) -> None:
    learner = Learner(content)
    learner.say("/things")
    rest = {name: each for name, each in content.dialogues.items() if name != "good_leaders"}
    learner.content = replace(content, dialogues=rest)
    assert "not in use" in learner.press("Good leaders")
