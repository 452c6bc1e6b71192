"""Reminders that the coach sends by itself are a schedule that is kept, with a report."""

from __future__ import annotations

import pytest

from bot.domain.cohort_view import Report
from tests.flows.test_coordinator import view
from tests.support.world import Person, World


async def nudges(world: World, cohort: str) -> Report:
    [report] = [e for e in (await view(world, cohort)).reports if e.schedule.kind == "nudge"]
    return report


async def nudge_after(ann: Person, cohort: str, days: int) -> None:
    """Have the coach remind by itself after so many days; 0 is never."""
    await ann.act(f"page:co.{cohort}.nud")
    assert ann.last
    await ann.act(f"cohort:nudge.{days}", ann.last.after.version)


@pytest.fixture
async def cohort(world: World, ann: Person) -> str:
    """A cohort of six, with nudges after seven days."""
    found, _ = await world.group(ann, 6)
    assert (await view(world, found)).reports == ()
    await nudge_after(ann, found, 7)
    return found


async def test_they_have_a_report_from_the_day_they_are_on(world: World, cohort: str) -> None:
    report = await nudges(world, cohort)
    assert report.schedule.made_by == "900"
    assert not report.rows, "nobody has stood still for long"
    await world.person("1").say("/reminders off")
    await world.later(days=9)
    report = await nudges(world, cohort)
    assert report.states == {"sent": 5}
    assert {each.day.isoformat() for each in report.rows} == {"2026-12-01"}


async def test_the_page_of_the_report_says_what_became_of_each(
    world: World,
    cohort: str,
    ann: Person,
) -> None:
    world.phones.decide = lambda each: "unknown" if each.conversation == "1" else "sent"
    await world.later(days=9)
    schedule = (await nudges(world, cohort)).schedule
    said = await ann.act(f"page:co.{cohort}.rep.{schedule.id}")
    assert said.splitlines() == [
        "Reminders by themselves",
        "5 handed over",
        "1 unknown: it may have arrived",
        "Moved on since: 0",
        "In all: 6",
    ]
    assert "Cancel it" not in ann.labels


async def test_they_are_switched_off_and_not_cancelled(
    world: World,
    cohort: str,
    ann: Person,
) -> None:
    before = await nudges(world, cohort)
    await ann.act(f"page:co.{cohort}.rep.{before.schedule.id}")
    assert "Cancel it" not in ann.labels
    await nudge_after(ann, cohort, 0)
    await world.later(days=9)
    assert await nudges(world, cohort) == before
    await nudge_after(ann, cohort, 3)
    await world.later(hours=3)
    assert (await nudges(world, cohort)).states == {"sent": 6}, "the same schedule goes on"


async def test_what_a_coordinator_sent_is_listed_as_before(
    world: World,
    cohort: str,
    ann: Person,
) -> None:
    await ann.act(f"page:co.{cohort}")
    assert "My reminders so far" not in ann.labels, "they have sent none"
