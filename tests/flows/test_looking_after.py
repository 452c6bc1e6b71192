"""A coordinator's invitation: it asks first, works once, and never for who made it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.commands import Invite
from bot.domain.coordination.outcome import OPERATOR
from bot.domain.invitations import hashed
from tests.support.world import Person, World

ASKS = "Would you like to look after it?"

GONE = "That link is not in use any more"


@pytest.fixture
def bob(world: World) -> Person:
    return world.person("902")


async def link_of(ann: Person, cohort: str) -> str:
    """What a link to look after a cohort brings along."""
    said = await ann.at(cohort, "who", "Invite a coordinator")
    return f"/start {said.partition('start=')[2].split()[0]}"


async def in_charge(world: World, cohort: str) -> set[str]:
    view = await world.store.view(cohort)
    assert view
    return set(view.coordinators)


async def test_it_says_who_asks_for_which_group_and_what_it_means_and_seats_nobody(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    said = " ".join((await bob.say(await link_of(ann, cohort))).split())
    for each in (
        "look after the group “Nursery team”",
        "Somebody who looks after it made this link",
        "You never see their words",
        "send reminders",
        ASKS,
    ):
        assert each in said
    assert "I ask one small question" not in said, "no learner's welcome"
    assert bob.labels == ["Yes, look after it", "No, thanks"]
    assert await in_charge(world, cohort) == {"900"}
    assert "You now look after the group" in await bob.press("Yes, look after it")
    assert await in_charge(world, cohort) == {"900", "902"}


async def test_the_contact_of_who_asks_is_shown_where_there_is_one(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.at(cohort, "told", "Change how they reach you")
    await ann.say("Ann, 0131 496 0000")
    said = await bob.say(await link_of(ann, cohort))
    assert "You can reach them here: Ann, 0131 496 0000" in said


async def test_no_uses_nothing_up(world: World, ann: Person, bob: Person) -> None:
    cohort = await ann.becomes_coordinator()
    link = await link_of(ann, cohort)
    await bob.say(link)
    assert "The link is not used up" in await bob.press("No, thanks")
    assert await in_charge(world, cohort) == {"900"}
    await bob.say(link)
    assert "You now look after" in await bob.say("yes")


async def test_it_works_once_and_a_second_person_gets_a_plain_line(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    link, cat = await link_of(ann, cohort), world.person("903")
    await bob.say(link)
    await cat.say(link)
    await bob.press("Yes, look after it")
    assert GONE in await cat.press("Yes, look after it")
    assert GONE in await world.person("904").say(link)
    assert await in_charge(world, cohort) == {"900", "902"}


async def test_its_maker_gets_a_plain_line_and_it_stays_usable(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    link = await link_of(ann, cohort)
    said = await ann.say(link)
    assert "You made this link yourself" in said
    assert "Nursery team" in ann.labels, "her own pages are at hand"
    assert ASKS in await bob.say(link)
    await bob.press("Yes, look after it")
    assert await in_charge(world, cohort) == {"900", "902"}


async def test_who_looks_after_it_already_uses_nothing_up(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.lets_in(cohort, bob)
    link = await link_of(ann, cohort)
    assert "You look after the group “Nursery team” already" in await bob.say(link)
    assert ASKS in await world.person("903").say(link)


async def test_a_second_press_and_a_second_yes_do_nothing_twice(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await bob.say(await link_of(ann, cohort))
    assert bob.last
    version = bob.last.after.version
    await bob.act("look_after_yes", version)
    await bob.act("look_after_yes", version)
    await bob.say("yes")
    view = await world.store.view(cohort)
    assert view
    assert view.coordinators == ("900", "902")
    assert [each.what for each in view.audit].count("seated") == 1


async def test_a_link_that_ran_out_meanwhile_seats_nobody(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await bob.say(await link_of(ann, cohort))
    world.now += timedelta(days=8)
    assert GONE in await bob.press("Yes, look after it")
    assert await in_charge(world, cohort) == {"900"}


async def test_the_operators_link_asks_too_and_making_a_group_is_the_yes(
    world: World, ann: Person
) -> None:
    until = world.now + timedelta(days=7)
    invite = Invite(hashed("t0"), "coordinator", "", until, 1)
    await world.store.do([invite], OPERATOR, world.now)
    said = await ann.say("/start t0")
    assert "Whoever runs this coach made this link" in said
    assert "Would you like to make a group?" in said
    assert "only for a group that you look after" in await ann.say("/cohort")
    await ann.say("/start t0")
    assert "What is the group called?" in await ann.press("Make a group")
    assert GONE in await world.person("903").say("/start t0")


async def test_a_learner_in_the_middle_of_an_answer_keeps_their_question(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await bob.say("/start")
    await bob.press("Start")
    await bob.say(await link_of(ann, cohort))
    said = await bob.say("I planned the rota and we all did it well together that week.")
    assert "✓ Saved" in said
    assert await in_charge(world, cohort) == {"900"}


async def test_what_a_newcomer_types_at_the_question_is_no_answer(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await bob.say(await link_of(ann, cohort))
    said = await bob.say("I am the manager of these two so that would suit me well.")
    assert ASKS in said
    assert bob.last
    assert all(each.aside for each in bob.last.after.messages)


async def test_a_question_is_answered_as_a_coordinator_means_it_and_the_invitation_stands(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await bob.say(await link_of(ann, cohort))
    said = await bob.say("Can I see what they write?")
    assert "Nobody but the learner sees their words here" in said
    assert ASKS in said
    assert ASKS in await bob.say("Is this AI?")
    await bob.press("Yes, look after it")
    assert await in_charge(world, cohort) == {"900", "902"}


async def test_a_crisis_is_answered_before_everything(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    await bob.say(await link_of(ann, cohort))
    assert "116 123" in await bob.say("I want to kill myself tonight")


async def test_forget_leaves_no_trace_of_who_made_a_link(
    world: World, ann: Person, bob: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    link = await link_of(ann, cohort)
    await ann.say("/forget")
    await ann.press("Yes")
    said = await bob.say(link)
    assert ASKS in said
    assert "made this link" not in said


async def test_after_yes_that_very_group_opens_however_many_they_look_after(
    world: World, ann: Person
) -> None:
    first = await ann.becomes_coordinator()
    second = await ann.makes_cohort("Night team")
    bob = world.person("bob")
    for cohort, name in ((first, "Nursery team"), (second, "Night team")):
        said = await ann.lets_in(cohort, bob)
        assert f"You now look after the group “{name}”" in said
        assert f"\n{name}\n" in said
        assert "Ends on" in said
        assert "Invite people" in bob.labels


async def test_after_taking_a_group_over_that_group_opens(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    said = await ann.at(cohort, "who", "Hand the group over")
    cat = world.person("cat")
    await cat.say(f"/start {said.partition('start=')[2].split()[0]}")
    assert "Ends on" in await cat.press("Yes, look after it")
    await cat.press("More for this group")
    await cat.press("Coordinators")
    assert "Remove coordinator" not in " ".join(cat.labels), "they are the only one now"


async def test_an_invitation_that_is_not_agreed_to_shows_nothing_of_the_group(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    said = await ann.at(cohort, "who", "Invite a coordinator")
    bob = world.person("bob")
    await bob.becomes_coordinator("Another team")
    await bob.say(f"/start {said.partition('start=')[2].split()[0]}")
    assert "You can do that only for a group that you look after" in await bob.act(
        f"page:co.{cohort}"
    )
