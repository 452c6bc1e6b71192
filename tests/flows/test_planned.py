"""What is planned can be opened, changed, paused and taken up again; the last day carries it."""

from __future__ import annotations

from tests.support.world import Person, World


async def plans(ann: Person, cohort: str, when: str, words: str = "Cake on Friday") -> None:
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(words)
    await ann.say(when)
    await ann.press("Send")


async def test_the_words_of_a_planned_reminder_can_be_changed(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "every friday 10:00")
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00", "Change the words")
    said = await ann.say("Soup on Friday")
    assert "Soup on Friday" in said
    assert "Send" not in ann.labels, "it is planned: nothing goes now"
    said = await ann.press("Save the change")
    assert "It is changed" in said
    assert "Fri 27 Nov, 10:00 and then each week" in said, "as it is now"
    await world.later(days=3, hours=1)
    assert all("Soup on Friday" in each.reminders[0] for each in people)
    assert [len(each.reminders) for each in people] == [1] * 5
    assert "changed a planned reminder" in await ann.at(cohort, "aud")


async def test_its_day_and_time_can_be_changed(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "friday 10:00")
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00", "Change the day or time")
    assert "Now" not in ann.labels
    assert "It needs a day and a time" in await ann.say("now")
    said = await ann.say("thursday 15:00")
    assert "Thu 26 Nov, 15:00" in said
    await ann.press("Save the change")
    await world.later(days=2, hours=5)
    assert [len(each.reminders) for each in people] == [1] * 5
    await world.later(days=2)
    assert [len(each.reminders) for each in people] == [1] * 5, "not on the old day too"


async def test_whom_it_is_for_can_be_changed_to_a_group_and_to_one_person(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "friday 10:00")
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00", "Change whom it is for", "Not started")
    await ann.press("Save the change")
    assert "not started" in await ann.at(cohort, "plan")
    await ann.press("Fri 27 Nov, 10:00")
    await ann.press("Change whom it is for")
    await ann.press("One person")
    await ann.press("Learner 2")
    await ann.press("Save the change")
    await world.later(days=3, hours=1)
    assert [len(each.reminders) for each in people] == [0, 1, 0, 0, 0]


async def test_a_change_that_is_not_saved_changes_nothing(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "friday 10:00")
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00", "Change the words")
    await ann.say("Soup on Friday")
    await ann.say("/cohort")
    await world.later(days=3, hours=1)
    assert all("Cake on Friday" in each.reminders[0] for each in people)


async def test_one_that_has_gone_out_meanwhile_is_changed_no_more(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "tomorrow 10:00")
    await ann.at(cohort, "plan", "Wed 25 Nov, 10:00", "Change the day or time")
    await ann.say("friday 10:00")
    await world.later(days=1)
    assert "gone out already" in await ann.press("Save the change")
    await world.later(days=5)
    assert [len(each.reminders) for each in people] == [1] * 5


async def test_a_weekly_one_moved_to_later_on_its_own_day_waits_for_the_next_week(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "every wednesday 10:00")
    await world.later(days=1)
    assert [len(each.reminders) for each in people] == [1] * 5
    await ann.at(cohort, "plan", "Wed 2 Dec, 10:00", "Change the day or time")
    await ann.say("every wednesday 15:00")
    await ann.press("Save the change")
    assert "Wed 2 Dec, 15:00" in await ann.at(cohort, "plan")
    await world.later(days=1)
    assert [len(each.reminders) for each in people] == [1] * 5
    await world.later(days=7)
    assert [len(each.reminders) for each in people] == [2] * 5


async def test_a_paused_weekly_one_rests_until_it_goes_on_and_catches_up_on_nothing(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].say("/reminders not before 16:00")
    await plans(ann, cohort, "every wednesday 10:00")
    await world.later(days=1)
    assert [len(each.reminders) for each in people] == [0, 1, 1, 1, 1]
    said = await ann.at(cohort, "plan", "Wed 2 Dec, 10:00", "Pause it")
    assert "It is paused" in said
    assert "Cancel it" in ann.labels
    assert "Paused" in await ann.at(cohort, "plan")
    await world.later(days=15)
    assert [len(each.reminders) for each in people] == [0, 1, 1, 1, 1], "what waited rests too"
    await ann.at(cohort, "plan", "Paused: Every Wednesday at 10:00")
    assert "Wed 16 Dec, 10:00" in await ann.press("Go on with it")
    await world.later(days=5)
    assert [len(each.reminders) for each in people] == [0, 1, 1, 1, 1]
    await world.later(days=2)
    assert [len(each.reminders) for each in people] == [1, 2, 2, 2, 2]
    said = await ann.at(cohort, "aud")
    assert "paused a reminder" in said
    assert "let a reminder go on" in said


async def test_a_paused_one_keeps_nothing_back_and_is_no_next_reminder(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await plans(ann, cohort, "every friday 10:00")
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00", "Pause it")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    assert "There are always 3 days" not in await ann.say("thursday 10:00")


async def test_nudges_can_be_paused_and_go_on_as_they_were(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.at(
        cohort, "nud", "After 3 days", "Change day, hour or words", "Change the hour", "13:00"
    )
    said = await ann.at(cohort, "nud", "Pause them")
    assert "paused" in said
    await world.later(days=8)
    assert [len(each.reminders) for each in people] == [0] * 5
    said = await ann.at(cohort, "nud", "Go on with them")
    assert "after 3 days" in said
    assert "13:00" in said
    assert "paused" not in said
    await world.later(days=1)
    assert [len(each.reminders) for each in people] == [1] * 5


async def test_in_a_small_group_the_pages_of_a_planned_one_tell_of_nobody(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 3)
    await plans(ann, cohort, "every friday 10:00")
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00")
    before = set(ann.labels)
    await people[0].finishes()
    await ann.at(cohort, "plan", "Fri 27 Nov, 10:00")
    assert set(ann.labels) == before
    await ann.press("Change whom it is for")
    assert "Not started" not in ann.labels


async def test_a_longer_group_carries_its_weekly_reminders_along(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.at(cohort, "set", "Change the last day")
    await ann.say("1 December 2026")
    await plans(ann, cohort, "every friday 10:00")
    await ann.at(cohort, "set", "Change the last day")
    said = await ann.say("18 December 2026")
    assert "These go on until the new last day" in said
    assert "Every Friday at 10:00" in said
    await world.later(days=23)
    assert [len(each.reminders) for each in people] == [3] * 5


async def test_a_shorter_group_says_first_what_falls_away(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await plans(ann, cohort, "every friday 10:00")
    await plans(ann, cohort, "14 December 10:00", "Nearly there")
    await ann.at(cohort, "set", "Change the last day")
    said = await ann.say("5 December 2026")
    assert "Mon 14 Dec, 10:00" in said
    assert "Every Friday at 10:00: for the last time on Fri 4 Dec, 10:00" in said
    assert (await ann.view(cohort)).cohort.ends_on.isoformat() == "2027-03-31", "nothing yet"
    said = await ann.press("Yes, change it")
    assert "It is changed" in said
    assert ann.last
    assert all(each.text for each in ann.last.replies)
    assert (await ann.view(cohort)).cohort.ends_on.isoformat() == "2026-12-05"
    assert "Mon 14 Dec" not in await ann.at(cohort, "plan")
    await world.later(days=30)
    assert [len(each.reminders) for each in people] == [2] * 5


async def test_a_shorter_group_with_nothing_planned_is_changed_at_once(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "set", "Change the last day")
    assert "It is changed" in await ann.say("5 December 2026")


async def test_another_last_day_carries_the_links_of_learners_along(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator(ends="01/12/2026")
    token, code = await ann.invites(cohort)
    await ann.at(cohort, "set", "Change the last day")
    said = await ann.say("18 December 2026")
    assert "Learners can use their link until 18 December 2026" in said
    assert "until 18 December 2026" in await ann.at(cohort, "lnk")
    await world.later(days=16)
    for number, way in enumerate((f"/start {token}", code)):
        assert "Would you like to join?" in await world.person(str(number)).say(way)
    await ann.at(cohort, "set", "Change the last day")
    said = await ann.say("12 December 2026")
    assert "until 12 December 2026" in said
    await world.later(days=4)
    assert "not in use" in await world.person("9").say(f"/start {token}")


async def test_a_link_lives_no_longer_than_ninety_days_whatever_the_last_day(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator(ends="01/12/2026")
    await ann.invites(cohort)
    await ann.at(cohort, "set", "Change the last day")
    assert "until 22 February 2027" in await ann.say("30 June 2027")
