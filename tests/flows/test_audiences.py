"""Who has not moved since the last reminder, and a message to everybody."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World

STILL = "Not moved since my last"

TO_ALL = "A message to everybody"


async def test_who_has_not_moved_since_the_last_reminder_and_nobody_else(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 6)
    await people[5].finishes()
    await world.later(hours=1)
    await ann.reminds(cohort)
    await world.later(days=3)
    await people[0].say("Start")
    await world.later(days=1)
    said = await ann.at(cohort, "rem", STILL, "Your standard words", "Now")
    assert "4 will get it now" in said
    assert "1 has finished" not in said, "that one is not in this audience"
    await ann.press("Send")
    await world.later(hours=1)
    assert [len(each.reminders) for each in people] == [1, 2, 2, 2, 2, 0]
    assert "not moved since the last reminder" in await ann.at(cohort, "rep", "Reminder of")


async def test_before_any_reminder_nobody_is_in_it(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].say("/later in 2 hours")
    await world.later(hours=4)
    assert people[0].reminders, "one's own is no reminder of the coordinator's"
    said = await ann.at(cohort, "rem", STILL, "Your standard words", "Now")
    assert "Nobody will get it now" in said
    assert "Send" not in ann.labels


async def test_of_two_groups_only_this_ones_reminder_counts(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    second = await ann.makes_cohort("Night team")
    token, _ = await ann.invites(second)
    for each in people:
        await each.joins(token)
    await world.later(hours=1)
    await ann.reminds(cohort)
    await world.later(days=4)
    said = await ann.at(second, "rem", STILL, "Your standard words", "Now")
    assert "Nobody will get it now" in said


async def test_each_week_it_is_asked_anew_who_has_not_moved(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort)
    await ann.at(cohort, "rem", STILL, "Your standard words", "Every Monday 10:00", "Send")
    await world.later(days=6, hours=3)
    assert [len(each.reminders) for each in people] == [2] * 5
    await people[0].say("Start")
    await world.later(days=7)
    assert [len(each.reminders) for each in people] == [2, 3, 3, 3, 3]


async def test_in_a_small_group_it_is_not_offered(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 3)
    await ann.at(cohort, "rem")
    assert STILL not in ann.labels
    said = await ann.act("cohort:remind.still")
    assert "With fewer than 5" in said or "not in use" in said


async def test_a_message_to_everybody_is_said_to_be_one_and_reaches_who_has_finished(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].finishes()
    await people[1].say("/reminders off")
    await world.later(hours=1)
    said = await ann.at(cohort, "rem", TO_ALL)
    assert "Your standard words" not in ann.labels
    await ann.say("The badge evening is on Thursday.")
    said = await ann.press("Now")
    assert "This is a message to everybody, those who have finished too" in said
    assert "4 will get it now" in said
    assert "1 has reminders off" in said
    assert ann.last
    seen = ann.last.replies[0].text.partition("\n\n")[2]
    await ann.press("Send")
    await world.later(hours=1)
    assert [each.reminders for each in people] == [[seen], [], [seen], [seen], [seen]]
    assert "A message to all in your group “Nursery team”" in seen
    assert "The badge evening is on Thursday." in seen
    assert "Your question now" not in seen
    assert "reminder" not in seen


async def test_a_message_has_words(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", TO_ALL)
    said = await ann.act("field:")
    assert "Type the words" in said or "not in use" in said
    assert "When shall it go out?" not in said


async def test_words_after_a_message_go_where_they_would_have_gone(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    ben = people[0]
    await ben.say("Start")
    await ben.say("I planned the week and we all did it well together.")
    await ben.press("Next")
    await world.later(hours=1)
    await ann.at(cohort, "rem", TO_ALL)
    await ann.say("The badge evening is on Thursday.")
    await ann.press("Now")
    await ann.press("Send")
    await world.later(hours=1)
    await ben.say("I wrote the rota and checked that each shift had a senior.")
    assert ben.last
    assert [each.step for each in ben.last.after.messages] == ["situation", "management"]


async def test_who_finishes_before_a_planned_message_still_gets_it(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].say("/reminders not before 16:00")
    await world.later(hours=1)
    await ann.at(cohort, "rem", TO_ALL)
    await ann.say("The badge evening is on Thursday.")
    await ann.press("Now")
    await ann.press("Send")
    await people[0].finishes()
    await world.later(hours=8)
    assert [len(each.reminders) for each in people] == [1] * 5


@pytest.mark.parametrize("many", [3])
async def test_a_small_group_can_have_a_message_too(world: World, ann: Person, many: int) -> None:
    cohort, people = await world.group(ann, many)
    await people[0].finishes()
    await world.later(hours=1)
    await ann.at(cohort, "rem", TO_ALL)
    await ann.say("The badge evening is on Thursday.")
    await ann.press("Now")
    await ann.press("Send")
    await world.later(hours=1)
    assert [len(each.reminders) for each in people] == [1] * many


async def test_a_message_is_asked_for_as_one(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    said = await ann.at(cohort, "rem", TO_ALL)
    assert "What is your message?" in said
    assert "Their question comes after it" not in said
