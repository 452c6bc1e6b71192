"""A report of a reminder tells its words and what came of it."""

from __future__ import annotations

from tests.support.world import Person, World


async def test_a_report_has_the_words_and_how_many_moved_on_since(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 6)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say("Cake on Friday, everybody")
    await ann.press("Now")
    await ann.press("Send")
    await world.later(hours=1)
    said = await ann.press("Look again") if "Look again" in ann.labels else ""
    said = said or await ann.at(cohort, "rep", "Reminder of")
    assert "The words: Cake on Friday, everybody" in said
    assert "Moved on since: 0" in said
    for each in people[:2]:
        await each.say("Start")
    assert "Moved on since: 2" in await ann.at(cohort, "rep", "Reminder of")


async def test_a_small_groups_report_counts_nobody(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 3)
    await ann.reminds(cohort)
    await world.later(hours=1)
    said = await ann.at(cohort, "rep", "Reminder of")
    assert "your standard words" in said
    assert "Moved on" not in said


async def test_a_reminder_asks_the_question_in_hand_until_next(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    ben = people[0]
    await ben.say("Start")
    asked = await ben.say("I planned the rota and we did it well together this week.")
    assert asked
    await world.later(hours=1)
    await ann.reminds(cohort)
    await world.later(hours=1)
    assert ben.last
    step = ben.last.after.attempt.step
    assert step == "situation"
    question = world.content.first.by_id[step].question
    assert question in ben.reminders[-1]


async def test_what_has_not_gone_out_yet_counts_nobody(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    await ann.say("friday 9am")
    await ann.press("Send")
    said = await ann.press("Look again")
    assert "The next time: Fri 27 Nov, 09:00" in said
    assert "In all" not in said
    assert "Moved on since" not in said
    await world.later(days=3)
    assert "In all: 5" in await ann.at(cohort, "rep", "Reminder of")


async def test_what_goes_this_very_second_is_not_said_to_wait_for_a_better_time(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 6)
    for each in people[:2]:
        await each.say("/reminders quiet 09:00 to 17:00")
    await world.later(hours=1)
    await ann.reminds(cohort)
    said = await ann.press("Look again")
    assert "4 next to leave" in said
    assert "2 waiting for a better time" in said
    await world.scheduler()
    said = await ann.press("Look again")
    assert "4 handed over" in said
    assert "next to leave" not in said
