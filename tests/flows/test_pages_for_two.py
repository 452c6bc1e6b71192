"""Two coordinators at the same pages: what one did is neither undone nor done to somebody else."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World


@pytest.fixture
async def cohort(ann: Person) -> str:
    return await ann.becomes_coordinator()


async def test_a_number_that_is_another_persons_by_now_removes_nobody(
    world: World, ann: Person, cohort: str
) -> None:
    bob, cat = world.person("901"), world.person("902")
    await ann.seats(bob, cohort)
    await ann.seats(cat, cohort)
    said = await ann.at(cohort, "who", "Remove coordinator 2")
    assert "They have done it since 24 November 2026" in said
    await bob.at(cohort, "who", "Leave this group")
    assert "Nothing changed" in await ann.press("Yes, remove")
    assert (await ann.view(cohort)).coordinators == ("900", "902")


@pytest.mark.parametrize("number", ["1", "9", "x", "9" * 5000])
async def test_only_another_coordinator_is_asked_about(
    world: World, ann: Person, cohort: str, number: str
) -> None:
    await ann.seats(world.person("901"), cohort)
    said = await ann.at(cohort, f"rmc.{number}")
    assert "Nobody else has that number" in said
    assert "Yes, remove" not in ann.labels
    assert "Coordinators" in ann.labels


@pytest.mark.parametrize("number", ["2", "x", "9" * 20, "9" * 5000])
async def test_nobody_is_asked_about_who_is_not_there(
    world: World, ann: Person, cohort: str, number: str
) -> None:
    token, _ = await ann.invites(cohort)
    await world.person("1").joins(token)
    said = await ann.at(cohort, f"rml.{number}")
    assert "Nobody here has that number" in said
    assert "Yes, take out" not in ann.labels
    assert "One by one" in ann.labels


async def test_who_takes_somebody_out_reads_that_they_are_told_kindly(
    world: World, ann: Person, cohort: str
) -> None:
    token, _ = await ann.invites(cohort)
    await world.person("1").joins(token, "Ben")
    said = await ann.at(cohort, "rml.1")
    assert "Take Ben out of the group?" in said
    assert "I tell them in one kind line" in said


async def test_a_second_tap_leaves_the_page_open(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    send = next(each for each in ann.buttons if each.label == "Send")
    assert ann.last
    version = ann.last.after.version
    await ann.act(send.action, version)
    said = await ann.act(send.action, version)
    assert "Nothing changed" in said
    assert "In all: 5" in said, "what became of it, once"
    assert "Back to the group" in ann.labels


async def test_what_was_done_is_said_in_words(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.reminds(cohort)
    await ann.at(cohort, "set", "Change the last day")
    await ann.say("30/06/2027")
    said = await ann.act(f"page:co.{cohort}.aud")
    assert "sent a reminder (all who have not sent it)" in said
    assert "changed: the last day" in said
    assert "made a link for 500" in said
    await ann.at(cohort, "nud", "After 7 days")
    await ann.at(cohort, "nud", "Off")
    said = await ann.act(f"page:co.{cohort}.aud")
    assert "set reminders by themselves to 7 days" in said
    assert said.endswith("switched reminders by themselves off")


@pytest.mark.parametrize("many", [3, 5])
async def test_in_a_small_group_the_list_does_not_tell_that_somebody_was_missed(
    world: World, ann: Person, many: int
) -> None:
    cohort, _ = await world.group(ann, many)
    world.phones.decide = lambda _: "unknown"
    await ann.reminds(cohort)
    await world.scheduler()
    await ann.at(cohort, "rep", "Reminder of", "Send to the unknown again")
    world.phones.decide = lambda _: "failed"
    await world.scheduler()
    await ann.at(cohort, "rep", "Reminder of", "Send to the missed")
    said = await ann.act(f"page:co.{cohort}.aud")
    assert ("sent to 5 again" in said, "sent to the missed: 5" in said) == (many == 5, many == 5)
    assert (" again" in said, "missed" in said) == (many == 5, many == 5)
