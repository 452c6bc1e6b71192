"""Who got a reminder, who was missed, what is planned, and figures for a funder."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

from bot.domain.commands import Join
from bot.domain.pictures import ProgressChart
from tests.support.world import Person, World


async def test_a_report_names_who_gets_it_where_they_agreed_and_no_time_of_theirs(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    people = [world.person(str(number)) for number in range(1, 7)]
    for number, each in enumerate(people):
        await each.joins(token, "Isla" if number == 0 else "")
    await people[1].say("/reminders not before 16:00")
    await people[2].say("/reminders off")
    await world.later(hours=1)
    await ann.reminds(cohort)
    await world.later(minutes=15)
    await ann.at(cohort, "rep", "Reminder of")
    said = await ann.press("Who gets it?")
    assert "It went to these, or it will: Isla, Learner 2, Learner 4, Learner 5, Learner 6" in said
    assert "Not to these: Learner 3" in said


async def test_a_small_groups_report_names_nobody(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 3)
    await ann.reminds(cohort)
    await ann.at(cohort, "rep", "Reminder of")
    assert "Who gets it?" not in ann.labels
    [schedule] = (await ann.view(cohort)).sent
    said = await ann.act(f"page:co.{cohort}.rwho.{schedule.schedule.id}")
    assert "Learner" not in said


async def test_who_was_missed_while_the_coach_was_away_gets_it_by_one_press(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 6)
    await people[0].say("/reminders off")
    await ann.reminds(cohort, when="tomorrow 10:00")
    world.now += timedelta(days=1, hours=8)  # nobody looked at what was due
    await world.scheduler()
    said = await ann.at(cohort, "rep", "Reminder of")
    assert "5 were missed" in said or "6 were missed" in said
    said = await ann.press("Send to the missed")
    assert "on its way to" in said
    await world.later(hours=1)
    assert [len(each.reminders) for each in people] == [0, 1, 1, 1, 1, 1]
    await ann.at(cohort, "rep", "Reminder of")
    assert "Send to the missed" not in ann.labels
    assert "sent to the missed" in await ann.at(cohort, "aud")


async def test_a_second_press_sends_to_the_missed_nothing_more(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    world.phones.decide = lambda each: "failed" if each.conversation == "1" else "sent"
    await ann.reminds(cohort)
    await world.later(hours=1)
    world.phones.decide = lambda _: "sent"
    await ann.at(cohort, "rep", "Reminder of")
    button = next(each for each in ann.buttons if each.label == "Send to the missed")
    await ann.press("Send to the missed")
    await world.later(hours=1)
    await ann.act(button.action)
    await world.later(hours=1)
    assert [len(each.reminders) for each in people] == [1] * 5


async def test_nobody_is_missed_where_everything_went(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.later(hours=1)
    await ann.at(cohort, "rep", "Reminder of")
    assert "Send to the missed" not in ann.labels


async def test_what_is_planned_has_a_list_of_its_own(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.act(f"page:co.{cohort}")
    assert "What is planned" not in ann.labels
    await ann.reminds(cohort)
    await ann.at(cohort, "rem", "Not started")
    await ann.say("Cake on Friday")
    await ann.say("every friday 10:00")
    await ann.press("Send")
    await ann.act(f"page:co.{cohort}")
    said = await ann.press("What is planned")
    assert "Fri 27 Nov, 10:00 and then each week: not started" in said
    assert "Cake on Friday" in said
    await ann.press("Fri 27 Nov, 10:00")
    assert "Cancel it" in ann.labels
    await ann.at(cohort, "rep")
    assert len([each for each in ann.labels if "Reminder of" in each]) == 1
    await world.later(days=4)
    await ann.at(cohort, "rep")
    assert len([each for each in ann.labels if "Reminder of" in each]) == 2
    await ann.at(cohort, "plan", "Fri 4 Dec, 10:00", "Cancel it")
    assert "Nothing is planned" in await ann.at(cohort, "plan")


async def test_older_reports_are_one_press_away(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    for _ in range(10):
        await ann.reminds(cohort)
        await world.later(days=4)
    await ann.at(cohort, "rep")
    shown = {each for each in ann.labels if "Reminder of" in each}
    await ann.press("Older ones")
    older = {each for each in ann.labels if "Reminder of" in each}
    assert (len(shown), len(older)) == (8, 2)
    assert not shown & older


async def test_figures_for_a_funder_as_a_page_a_picture_and_a_table(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 8)
    for each in people[:6]:
        await each.say("Start")
    for each in people[:5]:
        await each.finishes()
    await people[5].finishes_writing()
    await people[7].leaves(cohort)
    await world.later(days=29)
    for each in people[:2]:
        await each.say("I have the badge")
    said = await ann.at(cohort, "prog", "Figures for a funder")
    assert "as on 23 December 2026" in said
    counts = ("Invited: up to 500", "Joined: 8", "Begun: 6", "Ready: 6", "Sent: 5", "Badge: 2")
    assert all(each in said for each in counts), said
    assert "1 has left" in said
    assert ann.last
    [file] = [each.file for each in ann.last.replies if each.file]
    assert isinstance(file.picture, ProgressChart)
    assert [each.count for each in file.picture.steps] == [8, 6, 6, 5, 2]
    await ann.press("As a table (CSV)")
    [file] = [each.file for each in ann.last.replies if each.file]
    assert file.text.startswith("\ufeff")
    [row] = csv.DictReader(StringIO(file.text.removeprefix("\ufeff")))
    assert row == {
        "group": "Nursery team",
        "as on": "2026-12-23",
        "invited, up to": "500",
        "joined": "8",
        "left": "1",
        "begun": "6",
        "ready": "6",
        "sent": "5",
        "badge": "2",
    }


async def test_no_more_have_joined_than_were_invited_whichever_way_they_came(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    for number in range(1, 10):
        await world.store.do([Join(cohort)], str(number), world.now)
    await world.person("9").say("Start")
    await world.person("9").leaves(cohort)
    said = await ann.at(cohort, "fig")
    assert "Invited: up to 9\nJoined: 9\n" in said
    assert ann.last
    [picture] = [each.file.picture for each in ann.last.replies if each.file]
    assert isinstance(picture, ProgressChart)
    assert picture.subtitle.endswith("invited: up to 9")


async def test_of_a_badge_nothing_is_said_where_few_have_sent_it(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 6)
    await people[0].finishes()
    await world.later(days=29)
    await people[0].say("I have the badge")
    said = await ann.at(cohort, "fig")
    assert "Sent: 1" in said
    assert "Badge: fewer than 5 have sent it" in said
    await ann.press("As a table (CSV)")
    assert ann.last
    [file] = [each.file for each in ann.last.replies if each.file]
    [row] = csv.DictReader(StringIO(file.text.removeprefix("\ufeff")))
    assert row["badge"] == ""


async def test_a_small_group_has_no_figures(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 4)
    assert "With fewer than 5 people" in await ann.at(cohort, "fig")
    assert "With fewer than 5 people" in await ann.at(cohort, "figcsv")
    assert ann.last
    assert not [each.file for each in ann.last.replies if each.file]


async def test_who_joins_is_told_that_badges_are_counted(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    assert "how many of the group have the badge" in " ".join(
        (await world.person("1").say(f"/start {token}")).split()
    )
