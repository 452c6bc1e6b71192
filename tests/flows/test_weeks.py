"""A group week by week: what happened in each one."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.cohort_progress import Week, week_by_week
from bot.domain.pictures import ProgressChart
from tests.support.world import Person, World


async def test_each_week_has_what_happened_in_it_and_no_running_total(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].finishes()
    await world.later(days=14)
    token, _ = await ann.invites(cohort)
    await world.person("6").joins(token)
    await people[1].finishes()
    await people[2].finishes()
    said = await ann.at(cohort, "prog", "Week by week")
    assert "23 Nov: 5 joined, 1 sent it\n30 Nov: 0 joined, 0 sent it\n7 Dec: 1 joined, 2" in said
    assert "It is not over yet" in said
    assert ann.last
    file = ann.last.replies[0].file
    assert file
    assert isinstance(file.picture, ProgressChart)
    assert [each.count for each in file.picture.joined] == [5, 0, 1]
    assert [each.count for each in file.picture.sent] == [1, 0, 2]
    assert not file.picture.finished, "no running total stands beside them"
    assert "in each week" in file.picture.joined_title


async def test_who_left_has_joined_all_the_same(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 6)
    await people[0].leaves(cohort)
    weeks = week_by_week(await ann.view(cohort), world.now)
    assert weeks == [Week(date(2026, 11, 23), 6, 0)]


async def test_a_week_ends_where_the_group_is(world: World, ann: Person) -> None:
    world.now += timedelta(days=5, hours=13, minutes=30)  # Sunday 23:30 in London
    cohort, people = await world.group(ann, 5)
    await people[0].finishes()
    weeks = week_by_week(await ann.view(cohort), world.now)
    assert [(each.joined, each.sent) for each in weeks] == [(5, 0), (0, 1)]


async def test_after_the_end_no_empty_weeks_are_added(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    world.now += timedelta(weeks=30)  # it ended on 31 March
    said = await ann.act(f"page:co.{cohort}.wks")
    assert "29 Mar: 0 joined, 0 sent it" in said
    assert "5 Apr" not in said
    assert "not over yet" not in said


async def test_a_small_group_has_no_weeks(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 4)
    await ann.at(cohort, "prog")
    assert "Week by week" not in ann.labels
    assert "With fewer than 5 people" in await ann.act(f"page:co.{cohort}.wks")


async def test_the_last_sixteen_weeks_are_shown(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    world.now += timedelta(weeks=17)
    said = await ann.act(f"page:co.{cohort}.wks")
    assert said.count("joined, 0 sent it") == 16
