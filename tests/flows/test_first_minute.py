"""A coordinator's first minute: from the operator's link to the first learner's link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.commands import Invite
from bot.domain.coordination.outcome import OPERATOR
from bot.domain.invitations import hashed
from tests.support.world import Person, World


async def operators_link(world: World, who: Person) -> str:
    token = f"operator-link-{who.chat_id}"
    until = world.now + timedelta(days=7)
    invite = Invite(hashed(token), "coordinator", "", until, 1)
    await world.store.do([invite], OPERATOR, world.now)
    return await who.say(f"/start {token}")


async def test_five_taps_and_one_typed_text_lead_to_the_first_learners_link(
    world: World, ann: Person
) -> None:
    said = await operators_link(world, ann)
    assert "I ask one small question" not in said, "no learner's welcome first"
    taps = ["Make a group", "Thing 2", "In 12 weeks", "Europe/London", "Up to 30"]
    await ann.press(taps[0])
    await ann.say("Nursery team")
    for each in taps[1:]:
        said = await ann.press(each)
    assert "Pass this on to your learners" in said
    assert len(taps) <= 5
    [cohort] = await world.store.cohorts()
    assert (cohort.ends_on - world.now.date()).days == 84


async def test_who_only_looks_after_others_is_never_welcomed_as_a_learner_until_they_start(
    world: World, ann: Person
) -> None:
    await operators_link(world, ann)
    assert "small question" not in await ann.press("Make a group")
    assert "small question" not in await ann.say("/cohort")
    assert "small question" not in await ann.say("/help")
    said = await ann.say("/start")
    assert "small question" not in said
    assert "Make a group" in ann.labels
    said = await ann.say("Start")
    assert "Who can read your words?" in said, "before the first word of their own"


@pytest.mark.parametrize(
    "command", ["/privacy", "/mydata", "/forget", "/stop", "/support", "/browser"]
)
async def test_what_is_about_their_own_data_welcomes_no_coordinator_as_a_learner(
    world: World, ann: Person, command: str
) -> None:
    cohort = await ann.becomes_coordinator()
    bob = world.person("901")
    await ann.seats(bob, cohort)
    assert "small question at a time" not in await bob.say(command)


async def test_who_keeps_or_deletes_what_they_have_is_welcomed_only_as_they_begin(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    bob = world.person("901")
    await ann.seats(bob, cohort)
    await bob.say("/forget")
    assert "small question at a time" not in await bob.press("No, keep it")
    await bob.say("/forget")
    assert "small question at a time" not in await bob.press("Yes, delete it all")


async def test_the_only_group_opens_at_once_and_two_are_listed(world: World, ann: Person) -> None:
    await ann.becomes_coordinator()
    assert "Ends on" in await ann.say("/cohort")
    assert "Ends on" in await ann.say("/start")
    await ann.makes_cohort("Night team")
    assert "These are the groups" in await ann.say("/cohort")


async def test_a_learners_link_welcomes_a_coordinator_as_a_learner(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    said = await ann.say(f"/start {token}")
    assert "Who can read your words?" in said
    assert "Would you like to join?" in said


async def test_help_at_a_page_is_the_coordinators_own(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.act(f"page:co.{cohort}")
    said = await ann.say("/help")
    assert "You look after a group" in said
    assert "Invite people" in ann.labels, "the page is still open"
    assert "/learn" in await world.person("902").say("/help"), "a learner's stays as it was"


async def test_how_do_i_send_one_to_isla(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    for number in range(1, 6):
        await world.person(str(number)).joins(token, "Isla" if number == 3 else "")
    await world.later(hours=1)
    await ann.say("/cohort")
    said = await ann.say("how do I send one to Isla?")
    assert "Send a reminder" in said
    assert "not begun" in said
    await ann.press("Remind Isla")
    await ann.press("Your standard words")
    assert "1 gets it, now or at a better time" in await ann.press("Now")


async def test_words_typed_at_a_page_are_in_no_answer(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.say("Start")
    await ann.act(f"page:co.{cohort}")
    said = await ann.say("I planned the rota and we all did it well together that week.")
    assert "That is in no answer" in said
    assert ann.last
    assert [each.aside for each in ann.last.after.messages] == [True]
    assert "Invite people" in ann.labels
    await ann.say("Back to my question")
    await ann.say("I planned the rota and we all did it well together that week.")
    assert [each.aside for each in ann.last.after.messages] == [True, False]


async def test_an_answer_to_a_reminder_that_came_after_the_page_is_an_answer(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ann.joins(token)
    await ann.say("Start")
    await ann.reminds(cohort)
    await ann.act(f"page:co.{cohort}")
    await world.later(hours=1)
    assert ann.reminders
    await ann.say("I planned the rota and we all did it well together that week.")
    assert ann.last
    assert [each.aside for each in ann.last.after.messages] == [False]


async def test_stop_this_leads_back_to_where_they_were(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.press("Stop this")
    assert "Everybody unfinished" in ann.labels
    await ann.at(cohort, "told", "Change the last word")
    await ann.press("Stop this")
    assert "Change the last word" in ann.labels
    await ann.act("page:co")
    await ann.press("Make a group")
    await ann.press("Stop this")
    assert "Make a group" in ann.labels


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("how many have finished?", "See progress"),
        ("who hasn't started yet", "See progress"),
        ("is everybody done", "See progress"),
        ("can I get it in excel", "See progress"),
        ("where is everyone up to?", "See progress"),
        ("what did learner 3 write?", "sees their words here"),
        ("can I read Isla's answer", "sees their words here"),
        ("show me her words please", "sees their words here"),
        ("a new girl starts on monday, how do I add her", "Invite people"),
        ("I need the finish date moved", "Change this group"),
        ("can you cancel the friday one", "Cancel it"),
        ("delete everything about me", "send /forget"),
        ("what is the weather like?", "I do not know that"),
        ("why is it raining?", "I do not know that"),
    ],
)
async def test_what_coordinators_ask_in_their_own_words(
    world: World, ann: Person, asked: str, answer: str
) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.act(f"page:co.{cohort}")
    said = await ann.say(asked)
    assert answer in said
    assert "Invite people" in ann.labels, "the page is still open"


@pytest.mark.parametrize("typed", ["no", "Never mind.", "no thanks", "not now"])
async def test_never_mind_at_a_page_that_asks_leads_back_to_the_group(
    world: World, ann: Person, typed: str
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "set", "Close this group")
    said = await ann.say(typed)
    assert said.startswith("Nothing changed.")
    assert "Invite people" in ann.labels
    assert not (await ann.view(cohort)).cohort.closed_at
