"""A closed group shows what there was; a page of it that would plan or change something is gone."""

from __future__ import annotations

import pytest

from tests.support.world import Person, World

CHANGES = (
    *(
        "inv",
        "rem",
        "one",
        "look",
        "plan",
        "pwho.x",
        "pone.x",
        "ends",
        "nud",
        "nudwhen",
        "nudday",
        "nudhour",
    ),
    *("who", "set", "told", "more", "end", "rmc.2", "tpl"),
)


@pytest.fixture
async def closed(world: World, ann: Person) -> str:
    cohort, _ = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.scheduler()
    await ann.at(cohort, "end", "Close with no message")
    return cohort


@pytest.mark.parametrize("page", CHANGES)
async def test_an_old_page_of_a_closed_group_says_that_it_is_closed(
    ann: Person, closed: str, page: str
) -> None:
    said = await ann.at(closed, page)
    assert "was closed on 24 November 2026" in said
    assert "Open it again" in ann.labels
    assert not {"Up to 30 people", "Everybody unfinished", "Change the name"} & set(ann.labels)


@pytest.mark.parametrize("page", ["prog", "csv", "wks", "fig", "ppl", "rep", "aud", "who_is.1"])
async def test_what_there_was_can_still_be_seen(ann: Person, closed: str, page: str) -> None:
    assert "was closed on" not in await ann.at(closed, page)
    assert "Back to the group" in ann.labels


async def test_a_report_of_a_closed_group_offers_no_send(
    world: World, ann: Person, closed: str
) -> None:
    [report] = (await ann.view(closed)).reports
    await ann.at(closed, f"rep.{report.schedule.id}")
    assert not [each for each in ann.labels if each.startswith("Send")]


async def test_what_is_asked_of_a_closed_group_says_how_it_opens(
    world: World, ann: Person, closed: str
) -> None:
    await ann.act(f"page:co.{closed}")
    await ann.press("Open it again")
    bob = world.person("901")
    await ann.seats(bob, closed)
    await bob.at(closed, "rem")
    everybody = next(each for each in bob.buttons if each.label == "Everybody unfinished")
    await ann.at(closed, "end", "Close with no message")
    assert bob.last
    said = await bob.act(everybody.action, bob.last.after.version)
    assert "Everybody unfinished" not in bob.labels
    assert "is closed" in said or "was closed on" in said


async def test_a_second_close_by_the_other_one_shows_that_it_is_closed(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    bob = world.person("901")
    await ann.seats(bob, cohort)
    await bob.at(cohort, "end")
    await ann.at(cohort, "end", "Close with no message")
    assert "was closed on" in await bob.press("Close with no message")
    assert [each.what for each in (await ann.view(cohort)).audit].count("closed") == 1


async def test_a_list_without_groups_asks_for_no_press_that_is_not_there(
    world: World, ann: Person, closed: str
) -> None:
    bob = world.person("901")
    assert "Press “Make a group”" in await ann.say("/cohort")
    assert "Make a group" in ann.labels
    await ann.act(f"page:co.{closed}")
    await ann.press("Open it again")
    await ann.seats(bob, closed)
    await ann.at(closed, "end", "Close with no message")
    said = await bob.say("/cohort")
    assert "Make a group" not in [said, *bob.labels]
    assert "You look after no open group now" in said
    assert "Closed groups" in bob.labels


async def test_a_group_with_people_is_not_said_to_have_none(ann: Person, world: World) -> None:
    cohort, _ = await world.group(ann, 1)
    said = await ann.at(cohort, "del")
    assert "Nobody has joined" not in said
    assert "People have joined this group" in said
    assert "Close this group" in ann.labels


async def test_a_change_of_what_is_gone_offers_what_it_shows(ann: Person, world: World) -> None:
    cohort, _ = await world.group(ann, 1)
    assert "Nothing is planned" in await ann.at(cohort, "pwho.zzz")
    assert "One person" not in ann.labels
    assert "The last day" in await ann.at(cohort, "ends")
    assert "Change the last day" in ann.labels
