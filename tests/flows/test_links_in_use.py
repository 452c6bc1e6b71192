"""The links of a group that can still be used, and taking one back."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support.world import Person, World

GONE = "That link is not in use any more"

UNKNOWN_CODE = "I do not know that code"


async def withdraws(ann: Person, cohort: str, number: int = 1) -> str:
    """Withdraw a link that is listed; gives what is said at last."""
    await ann.at(cohort, "lnk", f"Withdraw number {number}")
    return await ann.press("Yes, withdraw it")


async def test_the_links_in_use_are_listed_with_what_is_left_until_when_and_for_whom(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    assert "Links in use" not in ann.labels, "there is none"
    token, code = await ann.invites(cohort)
    await world.person("1").joins(token)
    await world.person("2").say(f"/join {code}")
    await world.person("3").say(f"/start {token}")
    await ann.at(cohort, "who", "Invite a coordinator")
    said = await ann.press("Links in use")
    assert "1. For one coordinator, until 1 December 2026 · made on 24 November 2026" in said
    assert "2. For learners, 499 of 500 left, until 22 February 2027" in said
    assert token not in said


async def test_somebody_who_joins_by_the_code_uses_up_the_links_too(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    token, code = await ann.invites(cohort)
    await world.person("1").joins(token)
    two = world.person("2")
    await two.say(f"/join {code}")
    await two.press("Yes, join")
    assert "498 of 500 left" in await ann.at(cohort, "lnk")


async def test_withdraw_asks_first_and_then_link_and_code_are_as_unknown_as_any(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    token, code = await ann.invites(cohort)
    await world.person("1").joins(token)
    said = await ann.at(cohort, "lnk", "Withdraw number 1")
    assert "Shall I withdraw this link?" in said
    assert "499 of 500 left" in said
    assert "Would you like to join?" in await world.person("2").say(f"/start {token}")
    assert "✓ The link is withdrawn" in await ann.press("Yes, withdraw it")
    ben = world.person("3")
    assert await ben.say(f"/start {token}") == await world.person("4").say("/start nonsense")
    assert UNKNOWN_CODE in await ben.say(f"/join {code}")
    assert len(await world.store.members(cohort)) == 1, "who joined stays"
    await ann.at(cohort, "aud")
    assert "withdrew a link with 499 left" in await ann.at(cohort, "aud")


@pytest.mark.parametrize("answer", ["Yes, join", "yes", "hello", "What will they see?"])
@pytest.mark.parametrize("way", ["link", "code"])
async def test_who_stands_at_the_question_is_refused_too(
    world: World, ann: Person, answer: str, way: str
) -> None:
    cohort = await ann.becomes_coordinator()
    token, code = await ann.invites(cohort)
    ben = world.person("1")
    await ben.say(f"/start {token}" if way == "link" else f"/join {code}")
    await withdraws(ann, cohort)
    assert GONE in await ben.say(answer)
    assert not await world.store.members(cohort)


async def test_a_coordinators_link_is_withdrawn_while_they_look_at_the_question(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    said = await ann.at(cohort, "who", "Invite a coordinator")
    bob = world.person("902")
    await bob.say(f"/start {said.partition('start=')[2].split()[0]}")
    assert "✓ The link is withdrawn" in await withdraws(ann, cohort)
    assert GONE in await bob.press("Yes, look after it")
    assert (await ann.view(cohort)).coordinators == ("900",)


async def test_a_second_press_of_withdraw_says_so_and_counts_once(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.invites(cohort)
    await ann.at(cohort, "lnk", "Withdraw number 1")
    assert ann.last
    [yes] = [each for each in ann.buttons if each.label == "Yes, withdraw it"]
    version = ann.last.after.version
    assert "✓ The link is withdrawn" in await ann.act(yes.action, version)
    await ann.act(yes.action, version)
    assert [each.what for each in (await ann.view(cohort)).audit].count("withdrew") == 1
    assert "There is no link in use now" in await ann.at(cohort, "lnk")


async def test_an_old_page_of_a_link_that_is_gone_says_so_and_lists_what_there_is(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.invites(cohort)
    [link] = (await ann.view(cohort)).links
    await withdraws(ann, cohort)
    said = await ann.act(f"page:co.{cohort}.lnk.{link.id}")
    assert GONE in said
    assert "There is no link in use now" in said


async def test_many_links_are_leafed_through_and_each_can_be_withdrawn(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    for _ in range(10):
        await ann.at(cohort, "inv", "One person")
    await ann.at(cohort, "lnk")
    assert "Withdraw number 8" in ann.labels
    assert "Withdraw number 9" not in ann.labels
    await ann.press("Older ones")
    assert "Older ones" not in ann.labels
    await ann.press("Withdraw number 10")
    await ann.press("Yes, withdraw it")
    assert len((await ann.view(cohort)).links) == 9


async def test_the_last_day_is_said_where_the_group_is_and_is_one_on_which_it_works(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator(ends="18/12/2026")
    token, _ = await ann.invites(cohort)
    assert "until 18 December 2026" in await ann.at(cohort, "lnk")
    world.now = datetime(2026, 12, 18, 23, 50, tzinfo=ZoneInfo("Europe/London"))
    assert "Would you like to join?" in await world.person("1").say(f"/start {token}")
    world.now += timedelta(minutes=20)
    assert GONE in await world.person("2").say(f"/start {token}")


async def test_a_funders_figure_of_the_invited_has_no_places_that_were_withdrawn(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    assert "Invited: up to 500" in await ann.at(cohort, "fig")
    await withdraws(ann, cohort)
    assert "Invited: up to 5\n" in await ann.at(cohort, "fig")


async def test_help_knows_what_withdraw_means(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.act(f"page:co.{cohort}")
    assert "Links in use" in await ann.say("how do I withdraw a link?")


async def test_a_link_that_hands_the_group_over_is_named_so_and_can_be_withdrawn(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    said = await ann.at(cohort, "who", "Hand the group over")
    link = f"/start {said.partition('start=')[2].split()[0]}"
    assert "1. For who takes the group over, until" in await ann.at(cohort, "lnk")
    assert "✓ The link is withdrawn" in await withdraws(ann, cohort)
    assert GONE in await world.person("902").say(link)


async def test_who_takes_over_from_somebody_who_is_gone_puts_nobody_else_out(
    world: World, ann: Person
) -> None:
    cohort, bob, cat = await ann.becomes_coordinator(), world.person("902"), world.person("903")
    await ann.lets_in(cohort, bob)
    said = await ann.at(cohort, "who", "Hand the group over")
    await ann.say("/forget")
    await ann.press("Yes")
    await cat.say(f"/start {said.partition('start=')[2].split()[0]}")
    await cat.press("Yes, look after it")
    assert set((await bob.view(cohort)).coordinators) == {"902", "903"}
