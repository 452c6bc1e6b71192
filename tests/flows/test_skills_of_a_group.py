"""The skills that a group has named, as numbers and as the picture of the overlap."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.library import Content
from bot.domain.pictures import Overlap
from bot.flows.coordinator.skills import skills_picture
from bot.pictures.overlap import draw_overlap
from tests.support.world import Person, World


@pytest.fixture(params=["memory", "disk"])
async def world(content: Content, request: pytest.FixtureRequest, tmp_path: Path) -> World:
    made = World.in_memory(content)
    if request.param == "disk":
        made = World.on_disk(content, tmp_path)
    return await made.start()


async def test_skills_are_counted_where_two_people_or_more_named_them(world: World) -> None:
    ann = world.person("900")
    cohort, people = await world.group(ann, 5)
    for each in people[:2]:
        await picks(each, "Planning")
    await picks(people[2], "Organising")
    said = await ann.at(cohort, "prog", "Skills of the group")
    assert "2 people" in said
    assert "1 person" not in said
    assert "made a plan" not in said
    view = await world.store.view(cohort)
    assert view
    assert [(each.side, each.people) for each in view.skills] == [("management", 2)]
    picture = skills_picture(world.content, view)
    assert isinstance(picture, Overlap)
    assert "2 people" in picture.alt
    assert [each.name for each in picture.first] == ["Planning and budgeting (2)"]
    assert draw_overlap(picture)[:8] == b"\x89PNG\r\n\x1a\n"


async def picks(who: Person, skill: str) -> None:
    await who.say("/start")
    await who.press("Start")
    await who.press("Skip")
    await who.say("I made a plan for the walk and told each of the three of them their part.")
    await who.say("Name the skill")
    await who.press(skill)


async def test_of_a_small_group_there_is_none(world: World) -> None:
    ann = world.person("900")
    cohort, people = await world.group(ann, 4)
    for each in people[:2]:
        await picks(each, "Planning")
    assert "Skills of the group" not in " ".join(ann.labels)
    said = await ann.at(cohort, "skl")
    assert "2 people" not in said


async def test_where_nobody_named_any_that_is_said(world: World) -> None:
    ann = world.person("900")
    cohort, _ = await world.group(ann, 5)
    assert "No skill has been named by two people" in await ann.at(cohort, "skl")
