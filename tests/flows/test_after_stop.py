"""Who sent /stop and writes again is asked whether reminders may come: till then none does."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World


async def in_a_group(ann: Person, ben: Person) -> str:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ben.joins(token)
    return cohort


async def remind(world: World, ann: Person, cohort: str) -> None:
    await world.later(hours=1)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now", "Send")
    await world.later(hours=2)


@pytest.mark.parametrize(("pressed", "come"), [("Turn reminders on", 1), ("Leave them off", 0)])
async def test_after_stop_writing_again_asks_whether_reminders_may_come(
    world: World, ann: Person, ben: Person, pressed: str, come: int
) -> None:
    cohort = await in_a_group(ann, ben)
    await ben.say("/stop")
    assert "May reminders come again?" in await ben.press("Carry on")
    await ben.press(pressed)
    assert "May reminders" not in await ben.say("I am a cook and I changed the menu for a man.")
    await remind(world, ann, cohort)
    assert len(ben.reminders) == come


async def test_who_does_not_answer_is_not_reminded_either(
    world: World, ann: Person, ben: Person
) -> None:
    cohort = await in_a_group(ann, ben)
    await ben.say("/stop")
    said = await ben.say("I am a cook and I changed the menu for one man who ate too little.")
    assert "✓ Saved" in said
    assert "May reminders come again?" in said
    await remind(world, ann, cohort)
    assert not ben.reminders
    assert "Reminders are on." in await ben.say("/reminders on")


async def test_who_had_them_off_before_is_not_asked(ben: Person) -> None:
    await ben.say("/reminders off")
    await ben.say("/stop")
    assert "May reminders" not in await ben.press("Carry on")
