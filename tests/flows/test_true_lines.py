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
