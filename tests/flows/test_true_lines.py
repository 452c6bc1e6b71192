"""Lines to a coordinator that would contradict what is on the screen."""

from __future__ import annotations

from tests.support.world import Person, World


async def test_press_send_is_said_only_where_there_is_a_send(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    for each in people:
        await each.say("/reminders off")
    await world.later(hours=1)
    said = await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    assert "Send" not in ann.labels
    assert "Press “Send”" not in said


async def test_a_planned_one_that_is_cancelled_says_no_zero(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    await ann.say("every friday 10:00")
    await ann.press("Send")
    said = await ann.press("Cancel it") if "Cancel it" in ann.labels else ""
    assert "It is cancelled" in said
    assert "0 had not left" not in said


async def test_what_would_keep_another_back_is_said_before_send(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort, when="every friday 10:00")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    said = await ann.say("thursday 10:00")
    assert "Fri 27 Nov, 10:00" in said
    assert "Send" in ann.labels, "it is said before, and she decides"
    assert people


async def test_a_weekly_one_that_leaves_no_room_for_nudges_says_so_before_send(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    assert "leaves no room" not in await ann.at(cohort, "nud", "After 7 days")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    assert "no reminder by itself will go" in await ann.say("every monday 10:00")
    assert "Send" in ann.labels
    await ann.press("Send")
    assert "Your weekly reminder leaves no room for these" in await ann.at(cohort, "nud")


async def test_to_one_person_it_is_not_said_that_many_read_it(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.act(f"page:co.{cohort}.one")
    assert ann.last
    said = await ann.act("cohort:remind.one.1", ann.last.after.version)
    assert "many people" not in said.casefold()
    said = await ann.press("Your standard words") + await ann.press("Now")
    assert "many people" not in said.casefold()


async def test_another_time_typed_at_the_preview_is_the_time(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.later(hours=2)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say("Cake on Friday")
    said = await ann.say("now")
    assert "5 were reminded less than 3 days ago" in said
    assert "Send" not in ann.labels
    assert "Type another time" in said, "there is a way on"
    said = await ann.say("in 4 days")
    assert "Cake on Friday" in said
    assert "Send" in ann.labels
    assert "28 Nov" in said
    await ann.say("every friday 10:00")
    await ann.press("Send")
    await world.later(days=11)
    assert [len(each.reminders) for each in people] == [2] * 5


async def test_an_old_label_typed_at_a_coordinators_page_shows_that_page_again(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "nud")
    await ann.press("After 7 days")
    await ann.say("/cohort")
    said = await ann.say("After 7 days")
    assert "not in use now" in said
    assert "You are at the start" not in said
    assert "Invite people" in ann.labels
