"""Steps of choices, and dialogues that need no badge."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from bot.content.library import Content
from bot.content.models.dialogue import ChoiceStep
from bot.domain.conversation import Attempt, Conversation
from bot.engine.machine import move
from bot.exports import FORMATS
from tests.support.learner import Learner


@pytest.fixture
def checker(learner: Learner) -> Learner:
    """Somebody at the choice in the middle of the eight practices, with four examples written."""
    learner.open("leading_and_managing")
    learner.press("Start")
    for text in ("I planned a trip.", "I sorted the keys.", "I led the shift.", "I checked it."):
        learner.say(text)
        learner.press("Next")
    assert learner.step == "go_on"
    return learner


def test_a_pick_that_leads_on_leads_where_it_says(checker: Learner) -> None:
    assert "leading too?" in checker.replies[-1].text
    checker.press("Go to the end")
    assert checker.step == "more"


def test_the_other_pick_leads_to_the_next_step(checker: Learner) -> None:
    checker.press("Leading too")
    assert checker.step == "scan"
    assert "6 of 11" in checker.replies[-1].text


def test_next_without_a_pick_says_so_and_skip_goes_on(checker: Learner) -> None:
    assert "You have picked none yet" in checker.press("Next")
    assert checker.step == "go_on"
    checker.press("Skip")
    assert checker.step == "scan"


def test_several_are_gathered_and_taken_back(checker: Learner) -> None:
    checker.press("Go to the end")
    assert "✓ You picked: Scan." in checker.press("Scan")
    assert "✓ You picked: Plan, Scan." in checker.press("Plan")
    assert "✓ You picked: Plan." in checker.press("Scan"), "a press of what is picked takes it back"
    checker.press("Next")
    assert checker.step == "first_step"


def test_an_older_button_of_the_same_step_still_picks(checker: Learner) -> None:
    checker.press("Go to the end")
    version = checker.conversation.version
    checker.press_button("pick:more_scan", version)
    assert "Plan, Scan" in checker.press_button("pick:more_plan", version)


def test_a_double_tap_on_one_button_picks_once(checker: Learner) -> None:
    checker.press("Go to the end")
    version = checker.conversation.version
    checker.press_button("pick:more_scan", version)
    assert "✓ You picked: Scan." in checker.press_button("pick:more_scan", version)


def test_a_second_press_of_the_one_that_led_on_changes_nothing(checker: Learner) -> None:
    version = checker.conversation.version
    checker.press_button("pick:stop_here", version)
    assert "not in use now" in checker.press_button("pick:stop_here", version)
    assert checker.step == "more"


def test_words_at_a_step_of_choices_are_kept_and_asked_about(checker: Learner) -> None:
    assert "Which answer is this for?" in checker.say("I also did the rota last week.")
    checker.press("Add to: plan")
    assert (
        checker.statement.sections[0].text == "I planned a trip.\n\nI also did the rota last week."
    )
    assert checker.step == "go_on"


def test_what_is_not_on_the_way_is_not_asked_for(checker: Learner) -> None:
    checker.press("Go to the end")
    checker.press("Plan")
    checker.press("Next")
    checker.say("I will ask the senior on Monday.")
    checker.press("Next")
    assert "Each answer is filled in. Your profile is ready." in checker.replies[-1].text
    assert checker.status == "ready"
    assert "Change: scan" not in checker.buttons


def test_words_stay_when_a_pick_leads_away_from_them(checker: Learner) -> None:
    checker.press("Leading too")
    checker.say("I asked the families.")
    checker.say("/review")
    checker.press("Change: managing or more")
    checker.press("Go to the end")
    assert "I asked the families." in FORMATS["txt"](checker.statement)
    assert "Change: scan" in [each.label for each in checker.conversation.offers]


def test_going_back_never_leads_off_the_way(checker: Learner) -> None:
    checker.press("Leading too")
    checker.say("I asked the families.")
    checker.press("Next")
    checker.say("/review")
    checker.press("Change: managing or more")
    checker.press("Go to the end")
    for _ in range(12):
        checker.press("Back")
        assert checker.step not in ("focus", "align", "inspire")
    assert checker.step == "welcome"


def test_a_pick_that_opens_new_questions_leads_to_the_first(checker: Learner) -> None:
    checker.press("Go to the end")
    checker.press("Plan")
    checker.press("Next")
    checker.say("I will ask the senior.")
    checker.press("Next")
    checker.press("Change: managing or more")
    checker.press("Leading too")
    assert checker.step == "scan"


def test_a_profile_is_called_one_and_has_the_picks_beside_the_heading(checker: Learner) -> None:
    checker.press("Go to the end")
    checker.press("Plan")
    checker.press("Inspire")
    checker.press("Next")
    checker.say("I will ask the senior on Monday.")
    checker.press("Next")
    assert "My profile" in checker.buttons
    said = checker.press("My profile")
    assert "Your profile for Eight practices" in said
    assert "I want to do more of this: Plan, Inspire" in said
    assert "I have sent it" not in checker.buttons
    assert "supervision" in said
    file = checker.replies[1].file
    assert file
    assert file.stem == "leading_and_managing-profile"


def test_what_is_not_picked_is_not_called_words(checker: Learner) -> None:
    checker.press("Go to the end")
    checker.press("Skip")
    checker.say("I will ask the senior on Monday.")
    said = checker.press("Next")
    assert "Nothing is picked here yet: more of." in said
    assert "no words yet" not in said


def test_a_pick_after_it_was_sent_can_be_sent_again(content: Content) -> None:
    dialogue = content.dialogues["leading_and_managing"]
    badged = dialogue.model_copy(update={"badge": content.first.badge})
    learner = Learner(replace(content, dialogues={badged.id: badged}))
    learner.press("Start")
    while learner.step != "review":
        step = badged.by_id.get(learner.step)
        if isinstance(step, ChoiceStep):
            learner.press(step.choices[-1].label)
        else:
            learner.say("I wrote down what I do each day and who does it with me.")
        if learner.step == getattr(step, "id", ""):
            learner.press("Next")
    learner.press("My profile")
    learner.press("I have sent it")
    learner.press("Yes, it is sent")
    assert "I have sent it" not in learner.say("/statement") + str(learner.buttons)
    learner.say("/review")
    learner.press("Change: more of")
    learner.press("Plan")
    learner.say("/statement")
    assert "I have sent it" in learner.buttons


def test_the_picture_of_picks_alone_is_no_statement(learner: Learner) -> None:
    learner.open("learning_organisation")
    learner.press("Start")
    learner.press("Skip")
    learner.press("Culture")
    assert "There are no words in your statement yet." in learner.say("/statement")


def test_a_step_that_took_several_and_now_takes_one_goes_one_way(content: Content) -> None:
    """What the review asks for and where Next leads are one and the same way."""
    dialogue = content.dialogues["leading_and_managing"]
    attempt = Attempt(1, dialogue.id, "go_on", picks={"go_on": ["leading_too", "stop_here"]})
    assert move(dialogue, attempt, "next")
    route = dialogue.route(attempt.picks)
    assert attempt.step == route[route.index("go_on") + 1]


def test_picks_count_no_words_and_are_no_body(checker: Learner) -> None:
    before = checker.statement.own_words
    checker.press("Go to the end")
    checker.press("Plan")
    assert checker.statement.own_words == before


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_picks(checker: Learner, form: str) -> None:
    checker.press("Go to the end")
    checker.press("Plan")
    assert "I want to do more of this: Plan" in FORMATS[form](checker.statement)


@pytest.mark.parametrize("name", ["leading_and_managing", "good_leaders", "learning_organisation"])
def test_each_added_dialogue_can_be_gone_through_to_its_end(
    learner: Learner, content: Content, name: str
) -> None:
    dialogue = content.dialogues[name]
    learner.open(name)
    learner.press("Start")
    while learner.step != "review":
        step = dialogue.by_id.get(learner.step)
        assert step
        choices = getattr(step, "choices", ())
        if choices:
            learner.press(choices[0].label)
            if not step.many:  # type: ignore[union-attr]
                continue
        else:
            learner.say("I asked the team what they thought.")
        learner.press("Next")
    assert learner.status == "ready"
    assert "No badge" in "".join(dialogue.about)
    assert "is ready" in learner.say("/statement")


def test_progress_in_one_dialogue_is_untouched_by_another(learner: Learner) -> None:
    learner.at("management")
    learner.say("I made a plan.")
    learner.say("/things")
    assert "statement for Good leaders" in learner.press("Good leaders")
    assert learner.step == "welcome"
    learner.press("Start")
    learner.say("People say hello here.")
    said = learner.say("/things")
    assert "You have begun it. 4 words are saved." in said
    assert said.count("You are here.") == 1
    learner.press("Thing 2")
    assert learner.step == "management"
    assert learner.statement.own_words == 4
    assert "Your question now: " in learner.replies[-1].text


def test_the_things_come_in_their_order(learner: Learner, content: Content) -> None:
    said = learner.say("/things")
    places = [said.index(each.title) for each in content.dialogues.values()]
    assert places == sorted(places)
    assert next(iter(content.dialogues)) == "thing_2"


def test_a_coach_of_before_reads_into_one_with_picks(content: Content) -> None:
    """A conversation kept before there were picks, pages and sorting is read as it was."""
    old = {
        "id": "old",
        "attempts": [{"number": 1, "dialogue": "thing_2", "step": "management"}],
        "messages": [],
        "current": 1,
        "greeted": True,
    }
    conversation = TypeAdapter(Conversation).validate_python(old)
    learner = Learner(content, conversation)
    learner.say("I made a plan.")
    assert learner.statement.own_words == 4
