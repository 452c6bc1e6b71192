"""Everything can be taken back, and somebody is always in charge or it is said that nobody is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.commands import SaveCohort
from tests.support.world import Person, World


@pytest.fixture
async def cohort(world: World, ann: Person) -> str:
    """A cohort of six, each of whom has begun and lets their name be seen."""
    made = await ann.becomes_coordinator()
    token, _ = await ann.invites(made)
    for number, name in enumerate(("Ben", "Cat", "Dan", "Eve", "Flo", "Gus"), 1):
        await world.person(str(number)).joins(token, name)
    return made


async def test_a_learner_is_taken_out_after_one_question(
    world: World, ann: Person, cohort: str
) -> None:
    said = await ann.at(cohort, "who_is.2", "Take out of the group")
    assert "Take Cat out of the group?" in said
    assert "Cat is not in the group any more" in await ann.press("Yes, take out")
    assert [each.name for each in (await ann.view(cohort)).here] == [
        *("Ben", "Dan", "Eve", "Flo", "Gus")
    ]
    await world.later(hours=1)
    await ann.reminds(cohort)
    await world.later(hours=1)
    assert not any("reminder" in each[:20] for each in world.person("2").reminders)


async def test_who_was_taken_out_keeps_every_word(world: World, ann: Person, cohort: str) -> None:
    cat = world.person("2")
    await cat.say("I planned the rota for the week with the team")
    await ann.at(cohort, "who_is.2", "Take out of the group", "Yes, take out")
    kept = (await world.store.load("2")).messages
    assert any("planned the rota" in each.text for each in kept)


async def test_a_press_for_somebody_who_has_left_meanwhile_is_answered(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "who_is.2", "Take out of the group")
    await world.person("2").leaves(cohort)
    said = await ann.press("Yes, take out")
    assert "Nothing changed" in said
    assert "Nobody here has that number" in said
    assert "Back to the group" in ann.labels


async def test_a_group_has_another_name_after_one_question(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "set", "Change the name")
    assert "✓ It is changed." in await ann.say("Night  team")
    assert "Night team" in await ann.act(f"page:co.{cohort}")
    await ann.reminds(cohort)
    await world.later(hours=1)
    assert "your group “Night team”" in world.person("1").reminders[-1]


async def test_closing_gives_the_last_picture_and_table_and_leaves_the_list(
    world: World, ann: Person, cohort: str
) -> None:
    said = await ann.at(cohort, "set", "Close this group")
    assert "Close “Nursery team”?" in said
    await ann.press("Write a last message")
    said = await ann.say("Thank you all. Cake on Friday.")
    assert "Your last message goes to 6 people" in " ".join(said.split())
    assert "Cake on Friday" in said
    said = await ann.press("Send it and close")
    assert "is closed" in said
    assert "goes to 6 people" in said
    assert ann.last
    files = [reply.file for reply in ann.last.replies if reply.file]
    assert [each.ending for each in files] == ["png", "csv"]
    await world.later(hours=1)
    for number in range(1, 7):
        [reminder] = world.person(str(number)).reminders
        assert "Cake on Friday" in reminder
    await ann.say("/cohort")
    assert "Nursery team" not in ann.labels
    await ann.press("Closed groups")
    assert "was closed on" in await ann.press("Nursery team")


async def test_all_that_was_planned_ends_as_a_group_is_closed(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "nud", "After 3 days")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    await ann.press("Every Monday")
    await ann.press("Send")
    await ann.at(cohort, "end", "Close with no message")
    await world.later(days=15)
    assert not any(world.person(str(number)).reminders for number in range(1, 7))


async def test_nobody_joins_a_closed_group_and_it_can_be_opened_again(
    world: World, ann: Person, cohort: str
) -> None:
    token, _ = await ann.invites(cohort)
    await ann.at(cohort, "end", "Close with no message")
    late = world.person("77")
    assert "not in use any more" in await late.say(f"/start {token}")
    await ann.act(f"page:co.{cohort}")
    assert "is open again" in await ann.press("Open it again")
    assert "Would you like to join?" in await late.say(f"/start {token}")


async def test_who_stands_at_the_question_as_a_group_closes_comes_in_no_more(
    world: World, ann: Person, cohort: str
) -> None:
    token, _ = await ann.invites(cohort)
    late, bob = world.person("77"), world.person("901")
    await late.say(f"/start {token}")
    said = await ann.at(cohort, "who", "Invite a coordinator")
    await bob.say(f"/start {said.partition('start=')[2].split()[0]}")
    await ann.at(cohort, "end", "Close with no message")
    assert "not in use any more" in await late.press("Yes, join")
    assert "not in use any more" in await bob.press("Yes, look after it")
    found = await ann.view(cohort)
    assert "77" not in {each.chat_id for each in found.members}
    assert found.coordinators == ("900",)


async def test_who_stands_at_the_question_as_the_last_day_passes_joins_no_more(
    world: World, ann: Person, cohort: str
) -> None:
    [found] = await world.store.cohorts()
    token, _ = await ann.invites(cohort)
    late = world.person("77")
    await late.say(f"/start {token}")
    over = replace(found, ends_on=world.now.date() - timedelta(days=1))
    await world.store.do([SaveCohort(over)], "", world.now)
    assert "not in use any more" in await late.press("Yes, join")
    assert "77" not in {each.chat_id for each in await world.store.members(cohort)}


async def test_a_group_made_by_mistake_is_deleted_and_one_with_people_is_not(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.act(f"page:co.{cohort}.set")
    assert "Delete this group" not in ann.labels
    wrong = await ann.makes_cohort("Wrong one")
    token, _ = await ann.invites(wrong)
    await ann.at(wrong, "set", "Delete this group")
    assert "is deleted" in await ann.press("Yes, delete the group")
    assert [each.id for each in await world.store.cohorts()] == [cohort]
    assert "not in use any more" in await world.person("77").say(f"/start {token}")


async def test_somebody_who_joins_before_the_press_keeps_the_group(
    world: World, ann: Person, cohort: str
) -> None:
    other = await ann.makes_cohort("Night team")
    token, _ = await ann.invites(other)
    await ann.at(other, "set", "Delete this group")
    await world.person("77").joins(token, "Hal")
    assert "Nothing changed" in await ann.press("Yes, delete the group")
    assert (await ann.view(other)).here


async def test_the_only_coordinator_hears_what_becomes_of_it_before_they_are_forgotten(
    world: World, ann: Person, cohort: str, caplog: pytest.LogCaptureFixture
) -> None:
    await ann.at(cohort, "nud", "After 3 days")
    said = await ann.say("/forget")
    assert "only one who looks after “Nursery team”" in said
    assert "Hand over “Nursery team”" in ann.labels
    await ann.press("Yes, delete it all")
    assert f"nobody looks after cohort {cohort}" in caplog.text
    found = await ann.view(cohort)
    assert (found.coordinators, found.cohort.nudge_days) == ((), 0)
    assert "900" not in str(found.audit)
    await world.later(days=8)
    assert not world.person("1").reminders


async def test_who_is_not_alone_is_asked_nothing_more(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.seats(world.person("901"), cohort)
    assert "only one who looks after" not in await ann.say("/forget")


async def test_a_coordinator_is_removed_by_another(world: World, ann: Person, cohort: str) -> None:
    bob = world.person("901")
    await ann.seats(bob, cohort)
    said = await ann.act(f"page:co.{cohort}.who")
    assert "You, since" in said
    await ann.press("Remove coordinator 2")
    await ann.press("Yes, remove")
    assert (await ann.view(cohort)).coordinators == ("900",)
    assert "only for a group that you look after" in await bob.act(f"page:co.{cohort}.prog")


async def test_a_group_is_handed_over_and_who_had_it_is_out_only_then(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("901")
    said = await ann.at(cohort, "who", "Hand the group over")
    assert "This link hands the group over" in said
    said = await bob.say(f"/start {token_in(said)}")
    assert "in their place" in said
    assert (await ann.view(cohort)).coordinators == ("900",)
    assert "You have taken “Nursery team” over" in await bob.press("Yes")
    assert (await ann.view(cohort)).coordinators == ("901",)
    assert "only for a group that you look after" in await ann.act(f"page:co.{cohort}.prog")
    assert [each.what for each in (await ann.view(cohort)).audit][-1] == "handed_over"
    await world.later(hours=1)
    assert len(ann.reminders) == 1
    assert "You do not look after the group “Nursery team” any more" in ann.reminders[0]
    assert not bob.reminders


async def test_what_was_planned_goes_on_after_a_group_was_handed_over(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("901")
    await ann.at(cohort, "nud", "After 3 days")
    said = await ann.at(cohort, "who", "Hand the group over")
    await bob.say(f"/start {token_in(said)}")
    await bob.press("Yes")
    await ann.say("/forget")
    assert "Hand over “Nursery team”" not in ann.labels
    await ann.press("Yes, delete it all")
    await world.later(days=6)
    assert world.person("1").reminders


async def test_somebody_who_looks_after_it_too_can_take_it_over(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("901")
    await ann.seats(bob, cohort)
    said = await ann.at(cohort, "who", "Hand the group over")
    await bob.say(f"/start {token_in(said)}")
    await bob.press("Yes")
    assert (await ann.view(cohort)).coordinators == ("901",)


async def test_who_hands_over_does_not_take_it_over_by_their_own_link(
    world: World, ann: Person, cohort: str
) -> None:
    said = await ann.at(cohort, "who", "Hand the group over")
    assert "You made this link yourself" in await ann.say(f"/start {token_in(said)}")
    assert (await ann.view(cohort)).coordinators == ("900",)


def token_in(said: str) -> str:
    found = re.search(r"start=(\w+)", said)
    assert found
    return found[1]


async def test_who_was_taken_out_is_told_so_once_in_one_kind_line(
    world: World, ann: Person, cohort: str
) -> None:
    cat = world.person("2")
    await ann.at(cohort, "who_is.2", "Take out of the group")
    assert not cat.reminders, "to look at it tells nobody"
    await ann.press("Yes, take out")
    await world.later(days=2)
    [said] = cat.reminders
    assert said.startswith("You are not in the group “Nursery team” any more.")
    assert "All your words are still here" in said
    assert [each for each in world.phones.reminded if each == "2" or each not in "13456"] == ["2"]


async def test_who_has_turned_reminders_off_is_told_and_who_said_stop_is_not(
    world: World, ann: Person, cohort: str
) -> None:
    cat, dan = world.person("2"), world.person("3")
    await cat.say("/reminders")
    await cat.press("Turn reminders off")
    await dan.say("/stop")
    for number in (2, 3):
        await ann.at(cohort, f"who_is.{number}", "Take out of the group", "Yes, take out")
    await world.later(days=1)
    assert len(cat.reminders) == 1
    assert not dan.reminders


async def test_news_of_the_evening_comes_in_the_morning(
    world: World, ann: Person, cohort: str
) -> None:
    await world.later(hours=12)
    await ann.at(cohort, "who_is.2", "Take out of the group", "Yes, take out")
    await world.later(hours=8)
    assert not world.person("2").reminders
    await world.later(hours=4)
    assert len(world.person("2").reminders) == 1


async def test_a_removed_coordinator_is_told_so_and_whom_to_ask(
    world: World, ann: Person, cohort: str
) -> None:
    bob = world.person("bob")
    await ann.lets_in(cohort, bob)
    await ann.at(cohort, "told", "Change how they reach you")
    await ann.say("ann@example.org")
    await ann.at(cohort, "rmc.2", "Yes, remove")
    await world.later(hours=2)
    [said] = bob.reminders
    assert "You do not look after the group “Nursery team” any more." in said
    assert "ann@example.org" in said
    await bob.say("/cohort")
    assert "Nursery team" not in bob.labels
