"""What people found who tried to break cohorts and reminders, each as a test."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Cancel
from tests.support.world import Person, World

AGAIN = "Send to the unknown again"

CRISIS = "I want to kill myself tonight"


async def test_a_crisis_is_answered_whatever_is_asked(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    ben = world.person("1")
    await ben.say(f"/start {token}")
    assert "116 123" in await ben.say(CRISIS)
    await ben.press("Drop it")
    await ben.say(f"/start {token}")
    await ben.press("Yes, join")
    assert "116 123" in await ben.say(CRISIS)
    await ann.at(cohort, "rem", "Everybody unfinished")
    assert "116 123" in await ann.say(CRISIS)


async def test_no_name_is_shown_before_it_is_confirmed(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    ben = world.person("1")
    await ben.say(f"/start {token}")
    await ben.press("Yes, join")
    assert "Shall your coordinator see this name?" in await ben.say("the one from nights")
    assert [each.name for each in await world.store.members(cohort)] == [""]
    await ben.press("No name")
    assert [each.name for each in await world.store.members(cohort)] == [""]


async def test_an_answer_typed_at_the_invitation_is_kept(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    ben = world.person("1")
    await ben.say(f"/start {token}")
    await ben.say("I planned the outing with the night staff and we all went.")
    assert ben.last
    assert [each.text[:9] for each in ben.last.after.messages] == ["I planned"]


async def test_a_reply_to_a_reminder_never_goes_into_a_form(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    token, _ = await ann.invites(cohort)
    await ann.joins(token)
    await ann.reminds(cohort, when="tomorrow 10:00")
    world.now += timedelta(hours=20)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await world.later(hours=6)
    assert ann.reminders
    said = await ann.say("A resident fell, so I led the night team and we were fine.")
    assert "✓ Saved" in said
    assert "When shall it go out?" not in said


async def test_a_forged_press_of_one_learner_stops_nobodys_reminders(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    for forged in ("quiet.0900-", "quiet.-", "quiet.9999-0000", "nb.zzz", "nb.2560"):
        await people[0].act(f"page:rem.{forged}")
        assert people[0].last
        await people[0].act(f"reminders:{forged}", people[0].last.after.version)
    world.now += timedelta(hours=1)
    await ann.reminds(cohort)
    await world.scheduler()
    assert all(each.reminders for each in people)


@pytest.mark.parametrize("typed", ["/later 9999-12-31 11pm", "later 0001-01-01", "/start \ud800"])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Apia", "Etc/GMT+12"])
async def test_the_ends_of_time_and_half_characters_break_nothing(
    world: World, typed: str, zone: str
) -> None:
    ben = world.person("1")
    await ben.say(f"/reminders zone {zone}")
    assert await ben.say(typed)


async def test_a_typed_code_is_no_link(world: World, ann: Person) -> None:
    cohort = await ann.becomes_coordinator()
    token, code = await ann.invites(cohort)
    ben = world.person("1")
    assert "not in use" in await ben.say(f"/start {code.replace('-', '')}")
    assert "I do not know that code" in await ben.say(f"/join {token}")


async def test_sending_again_gives_nobody_two(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    world.phones.decide = lambda _: "unknown"
    await ann.reminds(cohort, when="every monday 10:00")
    await world.later(days=14)
    world.phones.decide = lambda _: "sent"
    before = [len(each.reminders) for each in people]
    [report] = (await view(world, cohort)).reports
    await ann.at(cohort, f"rep.{report.schedule.id}", AGAIN)
    await world.scheduler()
    assert [len(each.reminders) for each in people] == [count + 1 for count in before]


async def test_sending_again_leaves_out_who_has_forgotten(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    world.phones.decide = lambda _: "unknown"
    await ann.reminds(cohort)
    await world.scheduler()
    await people[0].say("/forget")
    await people[0].press("Yes, delete it all")
    [report] = (await view(world, cohort)).reports
    await ann.at(cohort, f"rep.{report.schedule.id}", AGAIN)
    await world.scheduler()
    assert "" not in world.phones.reminded
    [report] = (await view(world, cohort)).reports
    assert sum(report.states.values()) == 5


async def view(world: World, cohort: str) -> CohortView:
    found = await world.store.view(cohort)
    assert found
    return found


async def test_what_waited_in_the_outbox_till_quiet_time_waits_for_the_morning(
    world: World, ann: Person
) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    world.now = world.now.replace(hour=20, minute=50)
    await ann.reminds(cohort)
    await world.ticker.scheduler()
    world.now += timedelta(hours=3)
    await world.deliver()
    assert not ben.reminders
    await world.later(hours=10)
    [(at, _)] = world.phones.reminded["1"]
    assert f"{at:%H}" == "07"


async def test_no_reminder_follows_a_crisis(world: World, ann: Person) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.ticker.scheduler()
    await ben.say(CRISIS)
    await world.deliver()
    await world.later(days=2)
    assert not ben.reminders


async def test_one_in_flight_that_telegram_refuses_is_asked_about_again(
    world: World, ann: Person
) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.ticker.scheduler()
    [mine] = [each for each in world.phones.on_the_way if each.conversation == "1"]
    assert await world.store.release(mine.number, world.may_leave)
    await ben.say("/stop")
    await world.store.mark(mine.number, "queued")
    assert not await world.store.release(mine.number, world.may_leave)


async def test_a_small_group_tells_nothing_by_stale_or_forged_pages(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await people[0].finishes()
    await people[1].say("/reminders off")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    await people[4].leaves(cohort)
    for page in (
        "look.finished",
        "look.off",
        "look.now",
        "look",
        "rem",
        "rem.n",
        "rem.s.welcome",
    ):
        said = await ann.act(f"page:co.{cohort}.{page}")
        assert "Learner" not in said
        assert "1 " not in said.replace("1 of", "")
    assert ann.last
    assert "1 " not in await ann.act("cohort:remind.ready", ann.last.after.version)
    await ann.at(cohort, "look", "Send")
    await world.scheduler()
    said = await ann.press("Look again")
    assert "handed" not in said
    assert "finished" not in said


async def test_a_later_for_the_same_minute_as_a_dropped_one_comes(world: World) -> None:
    ben = world.person("1")
    await ben.say("/start")
    await ben.press("Start")
    await ben.say("/later tomorrow 8am")
    await ben.say("/stop")
    await ben.say("/next")
    await ben.say("/later tomorrow 8am")
    await world.later(days=1)
    assert len(ben.reminders) == 1


async def test_ones_own_later_goes_before_the_cohorts_which_follows_hours_after_it(
    world: World, ann: Person
) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    world.now = world.now.replace(hour=22, minute=0)
    await ann.reminds(cohort)
    await ben.say("/later tomorrow 7am")
    await world.later(hours=12)
    came = world.phones.reminded[ben.chat_id]
    assert [f"{at:%H:%M}" for at, _ in came] == ["07:00", "09:00"]
    assert ["You asked me" in said for _, said in came] == [True, False]


@pytest.mark.on_disk
async def test_a_report_of_long_ago_stays_as_it_was(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.scheduler()
    await people[4].say("/forget")
    await people[4].press("Yes, delete it all")
    await world.restart()
    before = (await view(world, cohort)).reports[0].states
    await people[0].say("/help")
    for number in range(1, 200):
        await world.store.mark(number, "failed")
    assert (await view(world, cohort)).reports[0].states == before


async def test_words_that_were_refused_are_never_sent(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished")
    assert "too long" in await ann.say("A" * 10_000)
    assert "Press “Send”" not in await ann.act(f"page:co.{cohort}.look")


async def test_a_time_that_passed_before_send_is_said(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    await ann.say("today 14:00")
    world.now = world.now.replace(hour=14, minute=1)
    assert "does not come before" in await ann.press("Send")


async def offered(ann: Person, cohort: str, reminder: str) -> list[str]:
    """What can be pressed at a reminder."""
    await ann.at(cohort, f"rep.{reminder}")
    return ann.labels


async def test_a_cancelled_reminder_is_over(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    world.phones.decide = lambda _: "unknown"
    await ann.reminds(cohort)
    await world.scheduler()
    [report] = (await view(world, cohort)).reports
    assert AGAIN in await offered(ann, cohort, report.schedule.id)
    await world.store.do([Cancel(report.schedule.id)], "", world.now)
    assert ann.last
    said = await ann.act(f"cohort:again.{report.schedule.id}", ann.last.after.version)
    assert "That button is not in use now" in said
    assert AGAIN not in await offered(ann, cohort, report.schedule.id)
    await world.scheduler()
    assert len(people[0].reminders) == 1


async def test_who_has_finished_is_not_asked_what_they_wanted_later(world: World) -> None:
    ben = world.person("1")
    await ben.say("/start")
    await ben.press("Start")
    await ben.say("/later tomorrow 8am")
    await ben.finishes()
    await world.later(days=2)
    assert not ben.reminders


async def test_places_add_up_to_the_people(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 5)
    for each in people:
        await each.say("/start")
        await each.press("Start")
        await each.say("/back")
    assert "not begun: 5" in await ann.act(f"page:co.{cohort}.prog")


async def test_a_number_of_5000_digits_is_nothing(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    for page in ("inv", "nud", "one", "rem.p"):
        assert await ann.act(f"page:co.{cohort}.{page}.{'9' * 5000}")
