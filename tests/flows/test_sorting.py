"""Sorting activities with /sort: management, leadership or both, and the reason after each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.content.library import Content
from bot.flows.library.activity_rounds import ROUND, next_round
from tests.support.learner import Learner

SIDES = {"management": "Management", "leadership": "Leadership", "both": "Both"}


def in_hand(learner: Learner) -> str:
    sorting = learner.conversation.activity_round
    return sorting.round[sorting.done]


def sort_all(learner: Learner) -> list[str]:
    """Sort a whole round as we see it; gives the ids."""
    learner.say("/sort")
    round_ = list(learner.conversation.activity_round.round)
    for each in round_:
        learner.press(SIDES[learner.content.activities[each].side])
    return round_


def test_it_is_offered_before_the_first_question_and_never_required(learner: Learner) -> None:
    learner.say("/start")
    assert "Sort activities first" in learner.buttons
    assert "1 of 12" in learner.press("Sort activities first")
    learner.say("/start")
    learner.press("Start")
    assert learner.step == "situation"


def test_what_agrees_gets_the_reason_and_the_practice(learner: Learner) -> None:
    learner.say("/sort")
    activity = learner.content.activities[in_hand(learner)]
    said = learner.press(SIDES[activity.side])
    assert said.startswith("I see it the same way.")
    assert activity.reason in said
    practices = {p.id: p for f in learner.content.frameworks.values() for p in f.practices}
    assert practices[activity.practices[0]].name.casefold() in said.casefold()
    assert "2 of 12" in said


def test_another_view_is_never_called_wrong(learner: Learner) -> None:
    learner.say("/sort")
    for _ in range(ROUND):
        activity = learner.content.activities[in_hand(learner)]
        other = next(label for side, label in SIDES.items() if side != activity.side)
        said = learner.press(other)
        assert "I see it as" in said
        assert activity.reason in said
        for word in ("wrong", "incorrect", "score", "mistake"):
            assert word not in learner.replies[0].text.replace(activity.reason, "")


def test_both_names_a_practice_of_each_side(learner: Learner) -> None:
    practices = {p.id: p for f in learner.content.frameworks.values() for p in f.practices}
    learner.say("/sort")
    while learner.content.activities[in_hand(learner)].side != "both":
        learner.press("Skip this one")
    activity = learner.content.activities[in_hand(learner)]
    said = learner.press("Both").casefold()
    named = [
        practices[each] for each in activity.practices if practices[each].name.casefold() in said
    ]
    assert {each.side for each in named} == {"management", "leadership"}


def test_a_round_can_be_left_and_taken_up_where_it_was(learner: Learner) -> None:
    learner.at("management")
    learner.say("/sort")
    learner.press("Skip this one")
    learner.press("Both")
    assert "Where do you see management" in learner.press("Back to my question")
    learner.say("I made a plan.")
    said = learner.say("/sort")
    assert said.startswith("3 of 12")


def test_the_end_leads_back_to_the_question(learner: Learner) -> None:
    learner.at("management")
    sort_all(learner)
    assert "last one of this set" in "\n".join(reply.text for reply in learner.replies)
    assert "Where do you see management" in learner.replies[-1].text
    assert "Next" in learner.buttons


def test_rounds_differ_until_all_were_seen(learner: Learner) -> None:
    learner.say("/start")
    rounds = [sort_all(learner) for _ in range(len(learner.content.activities) // ROUND)]
    met = [each for round_ in rounds for each in round_]
    assert len(set(met)) == len(met)
    again = sort_all(learner)
    assert len(again) == ROUND
    assert again != rounds[-1]


def test_what_was_never_seen_comes_before_what_was(content: Content) -> None:
    """Also where the number of activities is not a whole number of rounds."""
    items = list(content.activities.values())[:50]
    seen = list[str]()
    for _ in range(5):
        seen += next_round(items, seen, "somebody")
    assert set(seen) == {each.id for each in items}
    assert seen[:12] != next_round(items, seen, "somebody"), "the next time through differs"


def test_two_learners_get_different_rounds(content: Content) -> None:
    items = content.activities.values()
    assert next_round(items, (), "one") != next_round(items, (), "two")
    assert next_round(items, (), "one") == next_round(items, (), "one")


def test_a_round_has_each_side_four_times_in_no_order_that_gives_it_away(content: Content) -> None:
    items = content.activities
    orders = list[tuple[str, ...]]()
    for whose in map(str, range(20)):
        sides = [items[each].side for each in next_round(items.values(), (), whose)]
        assert set(Counter(sides).values()) == {4}
        orders.append(tuple(sides))
    assert len(set(orders)) > 15
    assert sum(a == b for order in orders for a, b in pairwise(order)) > 20, "not in turn"


def test_words_typed_while_sorting_are_asked_about_and_kept(learner: Learner) -> None:
    learner.at("management")
    learner.say("/sort")
    assert "Which answer is this for?" in learner.say("I think she did both of them well")
    learner.press("Leave it out")
    assert learner.statement.own_words == 0
    assert "I think she did both" in learner.say("/mydata")


def test_words_typed_while_sorting_before_the_start_are_kept(learner: Learner) -> None:
    learner.say("/start")
    said = learner.press("Sort activities first") and learner.say(
        "I think she did both of them well"
    )
    assert said.startswith("✓ Saved. It is not in an answer yet.")
    assert "Press “Start”" not in said
    assert "1 of 12" in said


def test_looking_something_up_keeps_the_activity(learner: Learner) -> None:
    learner.at("management")
    learner.say("/sort")
    activity = learner.content.activities[in_hand(learner)]
    assert activity.text in learner.say("/help")
    learner.say("/learn")
    learner.press("Kotter's three pairs")
    assert activity.text in learner.press("Back to my question")
    assert "Both" in learner.buttons


def test_a_press_for_an_activity_that_is_past_changes_nothing(learner: Learner) -> None:
    learner.at("management")
    learner.say("/sort")
    version = learner.conversation.version
    learner.press_button("sort_as:both", version)
    assert "not in use now" in learner.press_button("sort_as:both", version)
    assert learner.conversation.activity_round.done == 1


def test_an_activity_that_an_author_took_away_does_no_harm(learner: Learner) -> None:
    learner.say("/sort")
    gone = in_hand(learner)
    fewer = {name: each for name, each in learner.content.activities.items() if name != gone}
    learner.content = replace(learner.content, activities=fewer)
    assert learner.press("Both")
    assert "of 11" in learner.say("/sort")


@pytest.mark.parametrize("what", ["side", "setting"])
def test_the_activities_are_balanced(content: Content, what: str) -> None:
    items = content.activities.values()
    assert len(items) >= 48
    counts = Counter(getattr(each, what) for each in items)
    assert max(counts.values()) - min(counts.values()) <= 2


def test_every_practice_of_the_two_frameworks_is_met(content: Content) -> None:
    named = Counter(each for item in content.activities.values() for each in item.practices)
    for framework in ("kotter", "leading_managing"):
        for practice in content.frameworks[framework].practices:
            assert named[practice.id] >= 4, practice.id


def test_each_activity_has_one_reason_in_one_sentence(content: Content) -> None:
    for each in content.activities.values():
        assert each.reason.count(".") == 1, each.id
