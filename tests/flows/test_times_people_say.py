"""Dates, times and zones in forms and commands, as people type them on a phone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.content.library import Content
from tests.support.learner import Learner
from tests.support.world import Person, World


@pytest.fixture
def learner(content: Content) -> Learner:
    return Learner(content).at("management")


async def test_a_cohort_is_made_with_a_date_and_a_zone_as_people_write_them(
    world: World, ann: Person
) -> None:
    await ann.becomes_coordinator()
    await ann.begins_cohort("Night team")
    await ann.press("Thing 2")
    await ann.say("18 December")
    await ann.say("Scotland")
    made = next(each for each in await world.store.cohorts() if each.name == "Night team")
    assert (made.ends_on, made.zone) == (date(2026, 12, 18), "Europe/London")


async def test_another_last_day_may_be_typed_without_its_century(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.at(cohort, "set", "Change the last day")
    assert "✓ It is changed." in await ann.say("18/12/26")


async def test_a_reminder_can_go_tomorrow_at_ten_by_one_press(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    assert "Wed 25 Nov, 10:00" in await ann.press("Tomorrow 10:00")


@pytest.mark.parametrize("typed", ["now please", "Right now", "straight away", "right away."])
async def test_now_may_be_said_in_other_words(world: World, ann: Person, typed: str) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    assert "5 will get it now" in await ann.say(typed)


@pytest.mark.parametrize("zone", ["dublin", "Ireland", "EUROPE/DUBLIN"])
def test_a_learners_zone_may_be_a_city_or_a_country(learner: Learner, zone: str) -> None:
    assert "(Europe/Dublin)" in learner.say(f"/reminders zone {zone}")


def test_9_to_5_is_a_day_at_work(learner: Learner) -> None:
    assert "09:00 to 17:00" in learner.say("/reminders quiet 9 to 5")


def test_half_7_is_half_past_seven(learner: Learner) -> None:
    assert "07:30" in learner.say("/later half 7")


@pytest.mark.parametrize("typed", ["never mind", "Nevermind.", "no thanks", "forget it"])
def test_never_mind_at_pick_a_time_sets_no_time_and_is_no_answer(
    learner: Learner, typed: str
) -> None:
    learner.say("/later")
    learner.press("Pick a time")
    assert "No time was set." in learner.say(typed)
    assert learner.conversation.messages == []
    assert learner.conversation.preferences.snoozed_until is None


def test_a_time_in_ones_own_quiet_hours_is_remarked_on(learner: Learner) -> None:
    assert "That is in your quiet hours, 21:00 to 07:00." in learner.say("/later tomorrow 6am")
    assert "quiet hours" not in learner.say("/later tomorrow 8am")


def test_later_in_a_terminal_says_that_nothing_will_ring(learner: Learner) -> None:
    assert "Nothing can ring in this window." in learner.say("/later tomorrow 8am")


async def test_later_on_a_phone_says_nothing_of_that(world: World) -> None:
    assert "Nothing can ring" not in await world.person("1").say("/later tomorrow 8am")


def test_not_before_a_time_in_ones_quiet_hours_is_remarked_on(learner: Learner) -> None:
    said = learner.say("/reminders not before 6am")
    assert "On no day before 06:00." in said
    assert "That is in your quiet hours, so none comes before 07:00." in said
    assert "quiet hours, so" not in learner.say("/reminders not before 7am")


def test_not_before_a_time_after_which_all_is_quiet_leaves_none_and_that_is_said(
    learner: Learner,
) -> None:
    assert "leaves no time for a reminder" in learner.say("/reminders not before 22:00")
    assert "leaves no time" not in learner.say("/reminders quiet 23:00 to 07:00")
    assert "leaves no time" in learner.say("/reminders quiet 20:00 to 07:00")


def test_a_night_worker_may_wish_for_the_evening(learner: Learner) -> None:
    learner.say("/reminders quiet 09:00 to 17:00")
    said = learner.say("/reminders not before 18:00")
    assert "quiet hours, so" not in said
    assert "leaves no time" not in said
    assert "so none comes before 17:00" in learner.say("/reminders not before 16:00")
