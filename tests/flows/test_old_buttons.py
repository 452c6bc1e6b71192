"""A button of an earlier message shows the question again, and changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.offers import Button
from tests.support.world import Person, World

pytestmark = pytest.mark.on_disk

CHANGES = ("new_name", "ends_on", "closing", "safeguarding", "contact")

GROUPS = ("unfinished", "not_started", "ready", "still", "everybody")

TABLES = (
    *("audit", "cohorts", "coordinators", "deliveries", "invitations", "members", "schedules"),
)


def kept(world: World) -> list[Any]:
    return [sorted(map(str, world.database.table(name).rows)) for name in TABLES]


def changing(person: Person) -> tuple[list[Button], int]:
    """The buttons offered now that change something, and the turn they belong to."""
    assert person.last
    found = [each for each in person.buttons if each.side and not each.action.startswith("page:")]
    return found, person.last.after.version


async def presses_late(world: World, person: Person, buttons: list[Button], version: int) -> None:
    """Press each of them 20 days and one turn later: nothing is done."""
    world.now += timedelta(days=20)
    await person.say("/help")
    assert person.last
    before, conversation = kept(world), person.last.after
    for each in buttons:
        said = await person.act(each.action, version)
        assert "That button is not in use now. Nothing changed." in said, each
        assert kept(world) == before, each
        assert person.last.after.preferences == conversation.preferences, each
        assert person.last.after.draft == conversation.draft, each


@pytest.fixture
async def cohort(world: World) -> str:
    """A cohort that two look after, Ann and Bob, with five in it."""
    ann, bob = world.person("900"), world.person("901")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    for number in range(1, 6):
        await world.person(str(number)).joins(token, f"Ben {'ABCDE'[number - 1]}")
    await ann.lets_in(cohort, bob)
    await world.later(hours=1)
    return cohort


@pytest.mark.parametrize(
    ("page", "actions"),
    [
        ("", []),
        ("inv", ["cohort:invite.1", "cohort:invite.30", "cohort:invite.500"]),
        ("nud", [f"cohort:nudge.{days}" for days in (3, 5, 7, 14, 0)]),
        ("who", ["team:invite", "team:hand_over", "team:leave"]),
        ("set", [f"cohort:change.{name}" for name in CHANGES[:2]]),
        ("told", [f"cohort:change.{name}" for name in CHANGES[2:]]),
        ("rem", [f"cohort:remind.{group}" for group in GROUPS]),
        ("one", [f"cohort:remind.one.{number}" for number in range(1, 6)]),
    ],
)
async def test_an_old_button_of_a_cohort_does_nothing(
    world: World, cohort: str, page: str, actions: list[str]
) -> None:
    ann = world.person("900")
    await ann.at(cohort, page)
    buttons, version = changing(ann)
    assert [each.action for each in buttons] == actions
    await presses_late(world, ann, buttons, version)


async def test_an_old_send_does_nothing(world: World, cohort: str) -> None:
    ann = world.person("900")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    buttons, version = changing(ann)
    assert [each.label for each in buttons] == ["Send", "Send to me first"]
    await presses_late(world, ann, buttons, version)
    await ann.at(cohort, "rep")
    assert not any("Reminder of" in label for label in ann.labels)


async def test_an_old_cancel_and_an_old_second_try_do_nothing(world: World, cohort: str) -> None:
    ann = world.person("900")
    world.phones.decide = lambda _: "unknown"
    await world.person("1").say("/reminders not before 16:00")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now", "Send")
    await world.scheduler()
    await ann.press("Look again")
    buttons, version = changing(ann)
    assert [each.label for each in buttons] == ["Cancel it", "Send to the unknown again"]
    await presses_late(world, ann, buttons, version)


async def test_an_old_make_a_group_opens_no_form(world: World, cohort: str) -> None:
    ann = world.person("900")
    await ann.say("/cohort")
    await ann.press("All my groups")
    buttons, version = changing(ann)
    assert [each.action for each in buttons] == ["cohort:new"]
    await presses_late(world, ann, buttons, version)
    assert await ann.act(f"page:co.{cohort}.prog", version), "a page can be opened late"


@pytest.mark.parametrize("page", ["rem", "rem.nb", "rem.quiet", "rem.rota", "rem.rota.4.4"])
async def test_an_old_button_about_reminders_does_nothing(
    world: World, cohort: str, page: str
) -> None:
    ben = world.person("1")
    await ben.say("/reminders rota 4 4 2026-11-24")
    await ben.act(f"page:{page}")
    buttons, version = changing(ben)
    assert len(buttons) > 1
    await presses_late(world, ben, buttons, version)
    assert "Ben A" in [each.name for each in await world.store.members(cohort)]


async def test_an_old_snooze_does_nothing(world: World, cohort: str) -> None:
    ben = world.person("1")
    await ben.say("/later")
    buttons, version = changing(ben)
    assert [each.action for each in buttons][-1] == "reminders:snooze.pick"
    await presses_late(world, ben, buttons, version)
    assert ben.last
    assert ben.last.after.prompt != "later"


async def test_a_button_of_an_earlier_build_shows_the_page_and_changes_nothing(
    world: World, cohort: str
) -> None:
    ben = world.person("1")
    await ben.say("/reminders")
    before = kept(world)
    for old in (f"leave.{cohort}", f"hide.{cohort}", "off", "quote.1", "s.2h", "quiet.0900-1700"):
        await ben.act(f"page:rem.{old}")
        assert ben.last
        assert ben.last.after.preferences.on
        assert ben.last.after.preferences.quiet_from == "21:00"
        assert not ben.last.after.preferences.quotes
        assert kept(world) == before, old


async def test_a_double_tap_leaves_once(world: World, cohort: str) -> None:
    ben = world.person("1")
    assert "You have left the group" in await ben.leaves(cohort)
    assert not any("Leave:" in label for label in ben.labels)
    assert ben.last
    before, version = kept(world), ben.last.after.version
    await ben.act(f"membership:leave.{cohort}", version - 1)
    await ben.act(f"membership:leave.{cohort}", version)
    assert kept(world) == before
