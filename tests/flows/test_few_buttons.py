"""A coordinator's pages fit on a phone: what each week needs first, the rest behind *More*."""

from __future__ import annotations

import re

import pytest

from tests.support.world import Person, World

MOST = 9
"""Buttons under one page, the way back among them."""

PAGES = ("", "more", "inv", "prog", "rem", "rep", "nud", "nudwhen", "nudday", "set", "told", "who")


@pytest.fixture
async def cohort(world: World, ann: Person) -> str:
    """One of six that has all there can be: nudges, a sent reminder, a planned one."""
    made, _ = await world.group(ann, 6)
    await ann.at(made, "nud", "After 7 days")
    await ann.reminds(made)
    await ann.reminds(made, when="every monday 10:00")
    await ann.lets_in(made, world.person("bob"))
    return made


async def test_no_page_has_more_buttons_than_fit_on_a_phone(
    world: World, ann: Person, cohort: str
) -> None:
    for page in PAGES:
        await ann.at(cohort, page)
        most = MOST + 1 if page == "nudday" else MOST  # a week has seven days
        assert len(ann.labels) <= most, (page, ann.labels)


async def test_home_has_what_is_done_each_week_and_more_has_the_rest(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.act(f"page:co.{cohort}")
    assert ann.labels == [
        *("Invite people", "See progress", "Send a reminder", "My reminders so far"),
        *("What is planned", "More for this group", "All my groups"),
    ]
    said = await ann.press("More for this group")
    assert "For “Nursery team” you can also do this" in said
    assert ann.labels == [
        *("Reminders by themselves", "Change this group", "Coordinators", "What was done"),
        "Back to the group",
    ]


async def test_who_looks_after_one_group_and_may_make_none_gets_no_list_of_it(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("bob")
    await bob.say("/cohort")
    assert "All my groups" not in bob.labels
    assert "Invite people" in bob.labels


async def test_day_hour_and_words_of_nudges_are_each_changed_in_three_presses(
    world: World, ann: Person, cohort: str
) -> None:
    way = ("nud", "Change day, hour or words")
    assert "Tuesday" in await ann.at(cohort, *way, "Change the day", "Tuesday")
    assert "13:00" in await ann.at(cohort, *way, "Change the hour", "13:00")
    assert "After 7 days" in ann.labels, "back where it is shown"
    await ann.at(cohort, *way, "Change the words")
    assert "It is changed" in await ann.say("Ten minutes are enough.")
    assert "After 7 days" in ann.labels


async def test_after_a_change_the_page_with_it_is_open(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "set", "What learners read", "Change the last word")
    await ann.say("Well done, all of you.")
    assert "Change the last word" in ann.labels
    assert "Well done, all of you." in await ann.at(cohort, "told")


async def test_back_to_my_question_is_offered_only_to_who_has_begun_one(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.act(f"page:co.{cohort}")
    assert "Back to my question" not in ann.labels
    await ann.say("Start")
    await ann.act(f"page:co.{cohort}")
    assert "Back to my question" in ann.labels
    learner = world.person("1")
    await learner.say("/learn")
    assert "Back to my question" in learner.labels


@pytest.mark.parametrize(
    "question",
    [
        "how do I invite people?",
        "how do I remind them?",
        "how do I see progress?",
        "can I rename it?",
    ],
)
async def test_help_names_buttons_in_the_order_in_which_they_are_pressed(
    world: World, ann: Person, cohort: str, question: str
) -> None:
    await ann.act(f"page:co.{cohort}")
    said = await ann.say(question)
    first, *more = re.findall(r"press “([^”]+)”(?:, then “([^”]+)”)?", said)[0]
    await ann.act(f"page:co.{cohort}")
    await ann.press(first)
    assert all(each in ann.labels for each in more if each)
