"""Whoever goes, and whenever: nobody is left in charge without the operator being told."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.domain.access import Access
from tests.support.world import Person, World


@pytest.fixture
async def bob(world: World) -> Person:
    return world.person("901")


async def two_in_charge(world: World, ann: Person, bob: Person) -> str:
    """A group with a reminder each week and nudges, after which two look."""
    cohort, _ = await world.group(ann, 5)
    await ann.seats(bob, cohort)
    await ann.at(cohort, "nud", "After 3 days")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    await ann.press("Every Monday")
    await ann.press("Send")
    return cohort


def both_look_before_one_goes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of two turns learns who is in charge before the other one is kept."""
    read, seen, both = world.store.access, list[str](), asyncio.Event()

    async def access(conversation: str, *rest: object) -> Access:
        found = await read(conversation, *rest)  # type: ignore[arg-type]
        seen.append(conversation)
        if len(seen) == 2:
            both.set()
        await both.wait()
        return found

    monkeypatch.setattr(world.store, "access", access)


async def is_left_alone(world: World, ann: Person, cohort: str) -> bool:
    view = await ann.view(cohort)
    goes = [each.schedule.id for each in view.reports if each.schedule.goes]
    assert (not goes, view.cohort.nudge_days) == (not view.coordinators, 0 if goes == [] else 3)
    return not view.coordinators and view.audit[-1].what == "left_alone"


@pytest.mark.parametrize("kind", ["in memory", pytest.param("on disk", marks=pytest.mark.on_disk)])
async def test_of_two_who_delete_themselves_at_once_the_second_leaves_nothing_going(
    world: World,
    ann: Person,
    bob: Person,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    kind: str,
) -> None:
    del kind
    cohort = await two_in_charge(world, ann, bob)
    for each in (ann, bob):
        assert "only one who looks after" not in await each.say("/forget")
    both_look_before_one_goes(world, monkeypatch)
    with caplog.at_level(logging.ERROR):
        await asyncio.gather(*(each.press("Yes, delete it all") for each in (ann, bob)))
    assert await is_left_alone(world, ann, cohort)
    assert f"nobody looks after cohort {cohort}" in caplog.text


async def test_of_two_who_leave_at_once_the_second_is_told_that_nobody_else_is_there(
    world: World, ann: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort = await two_in_charge(world, ann, bob)
    for each in (ann, bob):
        await each.at(cohort, "who")
    both_look_before_one_goes(world, monkeypatch)
    said = await asyncio.gather(*(each.press("Leave this group") for each in (ann, bob)))
    assert sum("You are the only one here" in each for each in said) == 1
    assert len((await ann.view(cohort)).coordinators) == 1


async def test_of_two_who_remove_each_other_at_once_one_stays(
    world: World, ann: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort = await two_in_charge(world, ann, bob)
    for each, number in ((ann, 2), (bob, 1)):
        await each.at(cohort, f"rmc.{number}")
    both_look_before_one_goes(world, monkeypatch)
    await asyncio.gather(*(each.press("Yes, remove") for each in (ann, bob)))
    assert len((await ann.view(cohort)).coordinators) == 1


@pytest.mark.parametrize("way", ["No, keep it", "no I would like to keep all of this please"])
async def test_who_deletes_nothing_after_all_is_back_at_the_page_where_they_were(
    world: World, ann: Person, way: str
) -> None:
    cohort, _ = await world.group(ann, 5)
    for page in (f"page:co.{cohort}.who", f"page:co.{cohort}", "page:co"):
        await ann.act(page)
        here = ann.labels
        await ann.say("/forget")
        again = await ann.say("hm")  # it is asked again, and the way back is the same
        assert "Hello" not in again
        said = await ann.say(way)
        assert "deleted" not in said.casefold() or "nothing" in said.casefold()
        assert ann.labels == here, page
    assert ann.last
    assert not [each for each in ann.last.after.messages if each.step and not each.aside]


async def test_a_learner_who_deletes_nothing_after_all_is_back_at_the_question(
    ben: Person,
) -> None:
    here = ben.labels
    await ben.say("/forget")
    await ben.press("No, keep it")
    assert ben.labels == here


async def test_the_list_of_what_was_done_tells_a_hand_over_from_an_invitation(
    world: World, ann: Person, bob: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "who", "Hand the group over")
    said = await ann.act(f"page:co.{cohort}.aud")
    assert "made a link to hand the group over" in said
    assert "made a link for a coordinator" not in said
    await ann.at(cohort, "lnk", "Withdraw", "Yes, withdraw it")
    said = await ann.act(f"page:co.{cohort}.aud")
    assert "withdrew a link to hand the group over" in said


@pytest.mark.parametrize("command", ["/mydata", "/privacy", "/support", "/browser"])
async def test_after_a_look_up_a_coordinator_is_back_at_the_page_where_they_were(
    world: World, ann: Person, command: str
) -> None:
    cohort, _ = await world.group(ann, 5)
    for page in (f"page:co.{cohort}.who", "page:co"):
        await ann.act(page)
        here = ann.labels
        assert "at the start" not in await ann.say(command)
        assert ann.labels == here


async def test_after_stop_a_coordinators_page_stays_open_and_words_are_in_no_answer(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.act(f"page:co.{cohort}.who")
    here = ann.labels
    await ann.say("/stop")
    assert ann.labels == here
    said = await ann.say("I planned the rota with the team and it went well")
    assert "✓ Saved" not in said
    assert ann.last
    assert not [each for each in ann.last.after.messages if each.step and not each.aside]


async def test_who_carries_on_after_stop_and_looks_after_others_alone_is_at_their_groups(
    world: World, ann: Person
) -> None:
    await world.group(ann, 5)
    await ann.say("/start")
    await ann.say("/stop")
    if "Carry on" in ann.labels:
        await ann.press("Carry on")
    assert "Start" not in ann.labels


async def test_who_deletes_nothing_after_all_has_their_form_still(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say("Cake on Friday")
    await ann.say("/forget")
    await ann.press("No, keep it")
    assert "Everybody unfinished" in ann.labels
    await ann.act(f"page:co.{cohort}")
    await ann.press("Go on with the reminder")
    assert "Cake on Friday" in await ann.press("Now")
