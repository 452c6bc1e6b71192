"""A coordinator at work: inviting, seeing progress, one reminder to the right people."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO
from itertools import pairwise

import pytest

from bot.domain.cohort_view import CohortView
from tests.support.world import Person, World


async def test_the_operators_link_makes_a_coordinator_once(world: World, ann: Person) -> None:
    await ann.becomes_coordinator()
    other = world.person("901")
    said = await other.say(f"/start operator-link-{ann.chat_id}")
    assert "not in use any more" in said
    assert "only for a group that you look after" in await other.say("/cohort")


async def test_a_new_coordinator_is_told_once_to_ask_sssc(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    bob = world.person("902")
    assert "ask SSSC" in await ann.lets_in(cohort, bob)
    again = await ann.lets_in(await ann.makes_cohort("Night team"), bob)
    assert "You now look after the group “Night team”" in again
    assert "ask SSSC" not in again


async def test_joining_says_what_is_seen_and_what_never_and_asks(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    ben = world.person("1")
    said = await ben.say(f"/start {token}")
    assert "never see your words" in " ".join(said.split())
    assert not await world.store.members(cohort), "nothing before yes"
    await ben.press("No, thanks")
    assert not await world.store.members(cohort)
    await ben.joins(token, "Ben")
    [member] = await world.store.members(cohort)
    assert (member.number, member.name) == (1, "Ben")


async def test_a_link_takes_no_more_people_than_it_is_for(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.act(f"page:co.{cohort}.inv")
    said = await ann.press("One person")
    token = said.partition("start=")[2].split()[0]
    ben, cat = world.person("1"), world.person("2")
    await ben.say(f"/start {token}")
    await cat.say(f"/start {token}")
    await ben.press("Yes, join")
    assert "not in use any more" in await cat.press("Yes, join")
    assert [each.chat_id for each in await world.store.members(cohort)] == ["1"]


async def test_a_typed_code_works_however_it_is_typed(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    _, code = await ann.invites(cohort)
    assert len(code.replace("-", "")) == 8
    ben = world.person("1")
    assert "Would you like to join?" in await ben.say(f"/join {code.lower().replace('-', ' ')}")


async def test_after_five_wrong_codes_an_hour_passes_and_many_close_all_codes(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    _, code = await ann.invites(cohort)
    ben = world.person("1")
    for number in range(5):
        assert "I do not know that code" in await ben.say(f"/join WRONG00{number}")
    assert "too many tries" in await ben.say(f"/join {code}")
    for number in range(26):
        await world.person(str(100 + number)).say("/join WRONG999")
    assert "too many tries" in await world.person("7").say(f"/join {code}")
    await ann.act(f"page:co.{cohort}.aud")
    assert "Too many wrong codes" in await ann.act(f"page:co.{cohort}.aud")
    world.now += timedelta(hours=1, minutes=1)
    assert "Would you like to join?" in await ben.say(f"/join {code}")


async def test_wrong_codes_are_remembered_though_all_else_is_deleted(
    world: World, ann: Person
) -> None:
    cohort = await ann.becomes_coordinator()
    _, code = await ann.invites(cohort)
    ben = world.person("1")
    for number in range(5):
        assert "I do not know that code" in await ben.say(f"/join WRONG00{number}")
        await ben.say("/forget")
        assert "deleted" in await ben.say("Yes, delete it all")
    assert "too many tries" in await ben.say(f"/join {code}")


@pytest.mark.on_disk
async def test_no_token_and_no_code_is_kept_as_it_is(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, code = await ann.invites(cohort)
    ben = world.person("1")
    await ben.say(f"/start {token}")
    await ben.say(f"/join {code}")
    await world.store.delete_acknowledged(world.phones.acknowledged)
    db = world.database
    kept = "\n".join(str(row) for name in db.table_names() for row in db.table(name).rows)
    assert token not in kept
    assert code.replace("-", "") not in kept.replace("-", "")


async def test_every_button_can_be_typed_too_as_in_a_terminal(world: World, ann: Person) -> None:
    await ann.becomes_coordinator()
    await ann.say("/cohort")
    await ann.say("all my groups")
    assert "Nobody is here yet" in await ann.say("nursery team")
    assert "For how many people" in await ann.say("Invite people")
    assert "Pass this on to your learners" in await ann.say("One person")
    assert "Nobody is here yet" in await ann.say("Back to the group")
    assert "These are the groups" in await ann.say("All my groups")
    await ann.say("Nursery team")
    assert "Who is the reminder for?" in await ann.say("Send a reminder")
    await ann.say("Everybody unfinished")
    await ann.say("Your standard words")
    assert "Press “Send” when it is right." in await ann.say("Now")
    assert "Those who need it get it." in await ann.say("Send")


async def test_the_audience_is_explained_and_each_ends_in_one_line_of_the_report(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 8)
    done, muted, gone, quiet, writing = people[:5]
    await done.finishes()
    await muted.say("/reminders off")
    world.phones.decide = lambda each: "blocked" if each.conversation == gone.chat_id else "sent"
    await world.store.set_blocked(gone.chat_id, True, world.now)
    await quiet.say("/reminders not before 16:00")
    world.now += timedelta(hours=1)
    await writing.say("Start")
    said = await ann.reminds(cohort)
    assert "3 will get it now" in said
    assert "1 has finished" in said
    assert "1 has reminders off" in said
    assert "1 blocked the bot" in said
    assert "16:00" not in said, "when somebody is quiet is theirs"
    await world.scheduler()
    [report] = (await view(world, cohort)).reports
    assert sum(report.states.values()) == 8
    assert report.states == {"sent": 3, "waiting": 2, "skipped": 3}
    await world.later(hours=8)
    [report] = (await view(world, cohort)).reports
    assert report.states == {"sent": 5, "skipped": 3}
    assert not done.reminders
    assert not muted.reminders


async def view(world: World, cohort: str) -> CohortView:
    found = await world.store.view(cohort)
    assert found
    return found


async def test_each_is_looked_at_again_at_the_second_of_sending(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 6)
    await ann.reminds(cohort)
    done, muted, left = people[:3]
    await done.finishes()
    await muted.say("/reminders off")
    await left.leaves(cohort)
    await world.later(hours=2)
    [report] = (await view(world, cohort)).reports
    assert report.reasons == {"finished": 1, "off": 1, "left": 1}
    assert report.states["sent"] == 3


@pytest.mark.parametrize(
    "command", ["/stop", "/reminders off", "leave", "finish", "forget", "cancel"]
)
async def test_what_is_in_the_outbox_already_is_taken_back(
    world: World, ann: Person, command: str
) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.ticker.scheduler()  # on its way, and Telegram asks to wait
    if command == "leave":
        await ben.leaves(cohort)
    elif command == "finish":
        await ben.finishes()
    elif command == "forget":
        await ben.say("/forget")
        await ben.press("Yes, delete it all")
    elif command == "cancel":
        await ann.press("Cancel it")
    else:
        await ben.say(command)
    await world.deliver()
    assert not ben.reminders
    [report] = (await view(world, cohort)).reports
    assert sum(report.states.values()) == 5
    assert report.states["skipped"] == (5 if command == "cancel" else 1)


async def test_there_is_no_send_when_nobody_would_get_it(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].finishes()
    await ann.at(cohort, "one", "Learner 1", "Your standard words")
    assert "1 has finished" in await ann.press("Now")
    assert "Send" not in ann.labels


async def test_a_second_press_of_send_sends_nothing_more(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.act(f"page:co.{cohort}.rem")
    await ann.press("Everybody unfinished")
    await ann.press("Your standard words")
    await ann.press("Now")
    button, last = next(each for each in ann.buttons if each.label == "Send"), ann.last
    assert last
    await ann.act(button.action, last.after.version)
    await world.scheduler()
    assert "not in use now" in await ann.act(button.action, last.after.version)
    await world.scheduler()
    assert [len(each.reminders) for each in people] == [1] * 5


async def test_cancel_works_while_it_runs(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 6)
    for each in people[:3]:
        await each.say("/reminders not before 16:00")
    world.now += timedelta(hours=1)
    await ann.reminds(cohort)
    await world.scheduler()
    await ann.press("Cancel it")
    await world.later(hours=8)
    [report] = (await view(world, cohort)).reports
    assert report.states == {"sent": 3, "skipped": 3}
    assert report.reasons == {"cancelled": 3}


async def test_what_was_cancelled_since_it_was_found_to_be_due_is_not_sent(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort)
    due = await world.store.due(world.now, 40)
    await ann.press("Cancel it")
    for each in due:
        assert await world.service.remind(each) is None
    await world.deliver()
    assert len(due) == 5
    assert not any(each.reminders for each in people)
    [report] = (await view(world, cohort)).reports
    assert report.reasons == {"cancelled": 5}


async def test_who_may_not_have_got_it_can_get_it_again(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    world.phones.decide = lambda each: "unknown" if each.conversation == "1" else "sent"
    await ann.reminds(cohort)
    await world.scheduler()
    world.phones.decide = lambda _: "sent"
    said = await ann.press("Look again")
    assert "1 unknown" in said
    await ann.press("Send to the unknown again")
    await world.scheduler()
    [report] = (await view(world, cohort)).reports
    assert report.states == {"sent": 5}
    assert len(people[1].reminders) == 1


async def test_replying_to_a_reminder_is_the_answer(world: World, ann: Person) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.scheduler()
    [reminder] = ben.reminders
    assert "A kind reminder from your group “Nursery team”" in reminder
    assert "Tell me your role" in reminder
    said = await ben.say("I am a nursery worker in a room with ten children.")
    assert "✓ Saved · 11 words" in said
    assert ben.last
    assert ben.last.after.attempt.step == "situation"


async def test_a_group_of_fewer_than_five_shows_no_breakdown(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 4)
    await people[0].finishes()
    said = await ann.act(f"page:co.{cohort}.prog")
    assert "no more than that" in said
    assert "sent: 1" not in said
    home = await ann.act(f"page:co.{cohort}")
    assert "1 have sent it" not in home
    await ann.act(f"page:co.{cohort}.csv")
    assert ann.last
    [file] = [reply.file for reply in ann.last.replies if reply.file]
    assert file.text.removeprefix("\ufeff").split() == ["people", "4"]
    assert "Not started" not in ann.labels


async def test_no_word_that_a_learner_wrote_is_anywhere_at_a_coordinators(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    for each in people:
        await each.say("Start")
        await each.say("Zebracorn is a word that I wrote at work this week.")
    seen = str(await view(world, cohort))
    for page in ("", ".prog", ".csv", ".rem", ".rep", ".nud", ".who", ".aud", ".set", ".inv"):
        seen += await ann.act(f"page:co.{cohort}{page}")
        assert ann.last
        seen += str([reply.file for reply in ann.last.replies])
    seen += await ann.reminds(cohort)
    assert "Zebracorn" not in seen


async def test_the_table_is_safe_against_formulas(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    for number, name in enumerate(("=1+1", "+SUM(A1)", "-2", "@cmd", "Ben"), 1):
        await world.person(str(number)).joins(token, name)
    await ann.act(f"page:co.{cohort}.csv")
    assert ann.last
    [file] = [reply.file for reply in ann.last.replies if reply.file]
    assert file.text.startswith("\ufeff"), "Excel knows UTF-8 by it"
    rows = list(csv.reader(StringIO(file.text.removeprefix("\ufeff"))))
    assert rows[1][-2:] == ["Nursery team", "2026-11-24"]
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'+SUM(A1)", "'-2", "'@cmd", "Ben"]


async def test_one_learner_in_two_cohorts_gets_one_reminder(world: World, ann: Person) -> None:
    first, [ben, *_] = await world.group(ann, 5)
    second = await ann.makes_cohort("Night team")
    token, _ = await ann.invites(second)
    await ben.joins(token)
    await world.later(hours=1)
    await ann.reminds(first)
    await ann.reminds(second)
    await world.scheduler()
    assert len(ben.reminders) == 1


async def test_the_last_coordinator_cannot_leave_and_hands_over(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    await ann.act(f"page:co.{cohort}.who")
    assert "You are the only one here" in await ann.press("Leave this group")
    bob = world.person("902")
    await ann.lets_in(cohort, bob)
    await ann.act(f"page:co.{cohort}.who")
    assert "You do not look after" in await ann.press("Leave this group")
    assert "only for a group that you look after" in await ann.act(f"page:co.{cohort}")
    assert "Nursery team" in await bob.act(f"page:co.{cohort}")


async def test_nudges_come_after_days_without_a_step_and_five_times_at_most(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].finishes()
    await ann.at(cohort, "nud", "After 7 days")
    await world.later(days=60)
    assert not people[0].reminders or all("How did it go" in each for each in people[0].reminders)
    assert [len(each.reminders) for each in people[1:]] == [5] * 4
    assert "I have sent 20 by myself" in await ann.act(f"page:co.{cohort}.nud")
    times = [at for at, _ in world.phones.reminded["2"]]
    assert all(b - a >= timedelta(days=3) for a, b in pairwise(times))


async def test_every_monday_reminds_until_the_last_day(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator(ends="16/12/2026")
    token, _ = await ann.invites(cohort)
    people = [world.person(str(number)) for number in range(1, 7)]
    for each in people:
        await each.joins(token)
    await ann.act(f"page:co.{cohort}.rem")
    await ann.press("Everybody unfinished")
    await ann.say("Ten minutes are enough to go on.")
    said = await ann.press("Every Monday")
    assert "Every Monday at 10:00" in said
    await ann.press("Send")
    await world.later(days=40)
    days = [f"{at:%A %d %B %H:%M}" for at, _ in world.phones.reminded["1"]]
    assert days == [
        "Monday 30 November 10:00",
        "Monday 07 December 10:00",
        "Monday 14 December 10:00",
    ]
    assert all("Ten minutes are enough" in text for text in people[0].reminders)


async def test_a_coordinators_own_words_carry_no_number_of_anybody(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.act(f"page:co.{cohort}.rem")
    await ann.press("Everybody unfinished")
    said = await ann.say("Ring me on 07700 900123 please.")
    assert "Please leave it out" in said


async def test_asleep_over_six_hours_skips_and_says_so(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.act(f"page:co.{cohort}.rem")
    await ann.press("Everybody unfinished")
    await ann.press("Your standard words")
    await ann.say("tomorrow 10:00")
    await ann.press("Send")
    world.now += timedelta(days=1, hours=8)
    await world.scheduler()
    [report] = (await view(world, cohort)).reports
    assert report.reasons == {"late": 5}
    assert not people[0].reminders


async def test_stop_ends_everything_that_was_not_asked_for(world: World, ann: Person) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.at(cohort, "nud", "After 3 days")
    await ben.say("/stop")
    await ann.reminds(cohort)
    await world.later(days=20)
    assert not ben.reminders
