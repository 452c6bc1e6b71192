"""Finding one person among sixty, and two groups side by side."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World

NAMES = ("Isla Grant", "Isla Mair", "Zoë Ross", "Ben Aird")


@pytest.fixture
async def cohort(world: World, ann: Person) -> str:
    """Sixty people, four of whom let their names be seen."""
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    for number in range(1, 61):
        name = NAMES[number // 10 - 1] if number in (10, 20, 30, 40) else ""
        await world.person(str(number)).joins(token, name)
    await world.later(hours=1)
    return cohort


def people(ann: Person) -> list[str]:
    return [each.label for each in ann.buttons if ".who_is." in each.action]


async def test_people_by_number_some_at_a_time(world: World, ann: Person, cohort: str) -> None:
    await ann.at(cohort, "prog", "One by one")
    assert people(ann)[:2] == ["Learner 1", "Learner 2"]
    assert len(people(ann)) == 20
    await ann.press("More people")
    await ann.press("More people")
    assert people(ann)[-1] == "Learner 60"
    assert "More people" not in ann.labels


async def test_by_name_those_with_one_come_first(world: World, ann: Person, cohort: str) -> None:
    await ann.at(cohort, "prog", "One by one", "By name")
    assert people(ann)[:5] == ["Ben Aird", "Isla Grant", "Isla Mair", "Zoë Ross", "Learner 1"]


async def test_by_place_and_by_who_has_stood_longest(
    world: World, ann: Person, cohort: str
) -> None:
    await world.person("33").say("Start")
    await world.later(days=1)
    await world.person("7").say("Start")
    said = await ann.at(cohort, "prog", "One by one", "Longest still first")
    assert people(ann)[0] == "Learner 1"
    assert "Learner 1 · not begun" in said
    for _ in range(2):
        await ann.press("More people")
    assert people(ann)[-2:] == ["Learner 33", "Learner 7"]
    await ann.at(cohort, "prog", "One by one", "By place")
    assert people(ann)[0] == "Learner 1"
    for _ in range(2):
        await ann.press("More people")
    assert people(ann)[-2:] == ["Learner 7", "Learner 33"]


async def test_a_name_that_is_typed_finds_one_or_lists_those_it_fits(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "prog", "One by one")
    assert "Zoë Ross" in await ann.say("zoe")
    await ann.at(cohort, "prog", "One by one")
    said = await ann.say("Isla")
    assert "2 people fit" in said
    assert people(ann) == ["Isla Grant", "Isla Mair"]
    assert "Is at: not begun" in await ann.press("Isla Mair")
    await ann.at(cohort, "prog", "One by one")
    assert "Learner 42" in await ann.say("42")
    await ann.at(cohort, "prog", "One by one")
    assert "Learner 42" in await ann.say("learner 42")
    await ann.at(cohort, "prog", "One by one")
    assert "Nobody here fits" in await ann.say("Fergus")
    assert people(ann), "the list is still there"


async def test_one_person_for_a_reminder_is_found_by_typing(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "rem", "One person")
    await ann.say("zoë")
    await ann.press("Remind Zoë Ross")
    await ann.press("Your standard words")
    assert "1 gets it, now or at a better time" in await ann.press("Now")


async def test_a_small_group_lists_people_and_no_places(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 3)
    said = await ann.at(cohort, "ppl")
    assert "not begun" not in said
    assert "By place" not in ann.labels
    assert "Longest still first" not in ann.labels
    assert "not begun" not in await ann.at(cohort, "ppl.still.0")


# Two groups on one page


async def test_two_groups_side_by_side(world: World, ann: Person, cohort: str) -> None:
    second = await ann.makes_cohort("Night team")
    token, _ = await ann.invites(second)
    for number in range(100, 106):
        await world.person(str(number)).joins(token)
    for number in (1, 2, 100):
        await world.person(str(number)).say("Start")
    await ann.act("page:co")
    await ann.press("Compare two groups")
    await ann.press("Nursery team")
    said = await ann.press("Night team")
    assert "Nursery team · Night team" in said
    assert "Joined: 60 · 6" in said
    assert "Begun: 2 (3 %) · 1 (17 %)" in said
    await ann.press("Back to the group")
    assert "Invite people" in ann.labels


async def test_a_small_group_is_not_compared(world: World, ann: Person, cohort: str) -> None:
    second = await ann.makes_cohort("Night team")
    token, _ = await ann.invites(second)
    await world.person("100").joins(token)
    said = await ann.act(f"page:co.{cohort}.cmp.{second}")
    assert "With fewer than 5 people" in said
    assert "Joined" not in said


async def test_nobody_compares_with_a_group_that_is_not_theirs(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("901")
    theirs = await bob.becomes_coordinator("Other team")
    for which in (theirs, "zzz", cohort):
        said = await ann.act(f"page:co.{cohort}.cmp.{which}")
        assert "Joined" not in said
        assert "Other team" not in said


async def test_with_one_group_there_is_nothing_to_compare(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.act("page:co")
    assert "Compare two groups" not in ann.labels


async def test_two_of_one_name_are_told_apart_by_their_numbers(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    for number in range(1, 7):
        await world.person(str(number)).joins(token, "Isla" if number in (2, 5) else "")
    await world.later(hours=1)
    await ann.at(cohort, "ppl")
    assert people(ann)[1:5:3] == ["Isla (2)", "Isla (5)"]
    await ann.press("Isla (5)")
    assert "Remind Isla (5)" in ann.labels
    await ann.at(cohort, "one")
    assert "Isla (2)" in ann.labels
    await ann.reminds(cohort)
    await world.later(minutes=15)
    await ann.at(cohort, "rep", "Reminder of")
    assert "Isla (2)" in await ann.press("Who gets it?")
