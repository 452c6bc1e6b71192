"""Words go where they were asked for last: a form, a name or a time that was asked after a
reminder has the first right to them, and what was begun is not lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.content.library import Content
from bot.domain.events import Reminder
from tests.support.learner import Learner
from tests.support.world import Person, World

CAKE = "Well done everybody, cake on Friday"

ANSWER = "A resident fell, so I led the night team and we were fine."


@pytest.fixture
async def cohort(world: World, ann: Person) -> str:
    """Ann looks after a cohort, is in it as a learner, and has not answered a reminder."""
    cohort, _ = await world.group(ann, 5)
    token, _ = await ann.invites(cohort)
    await ann.joins(token)
    await ann.reminds(cohort, when="tomorrow 10:00")
    await world.later(days=1)
    assert ann.reminders
    return cohort


def kept(person: Person) -> list[str]:
    assert person.last
    return [each.text for each in person.last.after.messages]


async def test_what_a_coordinator_types_into_a_form_after_a_reminder_is_for_the_form(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "told", "Change the last word")
    assert "✓ It is changed." in await ann.say(CAKE)
    assert kept(ann) == []
    saved = await world.store.cohort(cohort)
    assert saved
    assert saved.closing == CAKE


async def test_a_reminder_that_is_composed_after_a_reminder_keeps_its_words(
    ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "rem", "Everybody unfinished")
    assert "When shall it go out?" in await ann.say(CAKE)
    assert CAKE in await ann.say("tomorrow 10:00")
    assert kept(ann) == []


async def test_a_name_for_a_second_cohort_is_a_name_after_a_reminder(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("901")
    second = await bob.becomes_coordinator("Night team")
    token, _ = await bob.invites(second)
    await ann.say(f"/start {token}")
    await ann.press("Yes, join")
    assert "Shall your coordinator see this name? Ann Mair" in await ann.say("Ann Mair")
    await ann.press("Yes, show it")
    assert [each.name for each in await world.store.members(second)] == ["Ann Mair"]
    assert kept(ann) == []


async def test_after_the_form_its_page_is_open_and_then_the_question_is_answered(
    ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "told", "Change the last word")
    await ann.say(CAKE)
    await ann.press("Back to my question")
    await ann.say("Start")
    await ann.say(ANSWER)
    assert ann.last
    assert [each.step for each in ann.last.after.messages] == ["situation"]


@pytest.mark.parametrize("command", ["/forget", "/restart"])
def test_a_yes_after_a_question_that_was_asked_after_a_reminder_is_for_that_question(
    content: Content, command: str
) -> None:
    learner = Learner(content).at("leadership")
    learner.say("I asked the night team what would help and they told me.")
    learner.send("remind", "", reminder=Reminder("reminder", "thing_2", "Nursery team"))
    asked = learner.say(command)
    assert asked.splitlines()[0] in learner.say("yes")
    assert learner.conversation.messages[-1].aside


def test_a_time_after_pick_a_time_is_a_time_though_a_reminder_asked_before(
    content: Content,
) -> None:
    learner = Learner(content).at("leadership")
    learner.send("remind", "", reminder=Reminder("reminder", "thing_2", "Nursery team"))
    learner.say("/later")
    learner.press("Pick a time")
    assert "✓ I come back to you on" in learner.say("in a couple of hours")
    assert learner.conversation.messages == []


# A form that is left


async def test_a_form_that_a_reminder_interrupts_is_kept_and_offered_again(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.reminds(cohort, when="in 4 days")
    await world.later(days=3, hours=22)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(CAKE)
    before = len(ann.reminders)
    await world.later(hours=3)
    assert len(ann.reminders) == before + 1
    said = await ann.say(ANSWER)
    assert "✓ Saved" in said
    assert "What you began for your group is kept. Send /cohort" in said
    await ann.act(f"page:co.{cohort}")
    assert "When shall it go out?" in await ann.press("Go on with the reminder")
    assert CAKE in await ann.say("in 4 days")
    await ann.press("Send")
    await ann.act(f"page:co.{cohort}")
    assert "Go on with the reminder" not in ann.labels


async def test_a_new_cohort_that_was_left_for_help_is_gone_on_with(
    world: World, ann: Person
) -> None:
    await ann.becomes_coordinator()
    await ann.begins_cohort("Night team")
    await ann.say("/help")
    assert "Go on with the new group" in ann.labels
    await ann.say("/cohort")
    await ann.press("Go on with the new group")
    await ann.press("Thing 2")
    await ann.say("31/03/2027")
    assert "“Night team” is there" in await ann.press("Europe/London")


async def test_another_form_does_not_take_the_place_of_one_with_words(
    ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(CAKE)
    await ann.at(cohort, "told", "Change the last word")
    await ann.say("Thank you all")
    await ann.act(f"page:co.{cohort}")
    await ann.press("Go on with the reminder")
    assert CAKE in await ann.say("now")


async def test_joining_another_cohort_by_name_loses_no_form(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("901")
    token, _ = await bob.invites(await bob.becomes_coordinator("Night team"))
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(CAKE)
    await ann.joins(token, "Ann Mair")
    await ann.act(f"page:co.{cohort}")
    await ann.press("Go on with the reminder")
    assert CAKE in await ann.say("now")


async def test_stop_this_drops_a_form_and_nothing_of_it_is_offered(
    ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(CAKE)
    await ann.press("Stop this")
    await ann.act(f"page:co.{cohort}")
    assert "Go on with the reminder" not in ann.labels


async def test_words_stay_when_the_time_comes_after_the_cohort_ends(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator(ends="30/11/2026")
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(CAKE)
    assert "That time does not come" in await ann.say("in 10 days")
    assert CAKE in await ann.say(f"{world.now + timedelta(days=1):%A} 10:00")
