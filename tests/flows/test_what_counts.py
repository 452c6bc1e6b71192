"""What counts between two reminders: what may have come, and what a coordinator wrote."""

from __future__ import annotations

from tests.support.world import Person, World


async def test_one_that_was_cancelled_before_it_left_counts_for_nothing(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.ticker.scheduler()  # it is on its way
    await ann.at(cohort, "rep", "Reminder of", "Cancel it")
    await world.deliver()
    assert [len(each.reminders) for each in people] == [0] * 5
    assert "5 will get it now" in await ann.reminds(cohort)
    await world.later(hours=1)
    assert [len(each.reminders) for each in people] == [1] * 5


async def test_one_that_was_put_off_and_then_cancelled_counts_for_nothing(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.ticker.scheduler()
    await people[0].say("Start")  # who writes now gets it half an hour later
    await world.deliver()
    await ann.at(cohort, "rep", "Reminder of", "Cancel it")
    assert [len(each.reminders) for each in people] == [0, 1, 1, 1, 1]
    await world.later(hours=1)
    said = await ann.reminds(cohort)
    assert "1 gets it, now or at a better time" in said
    assert "4 were reminded less than 3 days ago" in said


async def test_one_that_may_have_come_still_counts_when_it_is_cancelled(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    world.phones.decide = lambda _: "unknown"
    await ann.reminds(cohort)
    await world.later(hours=1)
    await ann.at(cohort, "rep", "Reminder of", "Send to the unknown again")
    await ann.at(cohort, "rep", "Reminder of", "Cancel it")
    said = await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    assert "5 were reminded less than 3 days ago" in said


async def test_what_a_learner_asked_for_keeps_no_coordinator_back(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].say("/later in 1 hour")
    await world.later(hours=5)
    assert len(people[0].reminders) == 1
    said = await ann.reminds(cohort)
    assert "5 will get it now" in said
    await world.later(hours=1)
    assert [len(each.reminders) for each in people] == [2, 1, 1, 1, 1]


async def test_a_coordinators_waits_for_the_time_a_learner_asked_for_and_does_not_come_with_it(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].say("/later tomorrow 8am")
    await world.later(hours=1)
    said = await ann.reminds(cohort)
    assert "4 will get it now" in said
    assert "1 gets it later" in said
    await world.later(hours=22)
    [(first, asked), (second, sent)] = world.phones.reminded["1"]
    assert (f"{first:%H:%M}", f"{second:%H:%M}") == ("08:00", "10:00")
    assert "You asked me to come back" in asked
    assert "Your coordinator sends it" in sent
