"""A learner and reminders: when they may come, later, and what they say."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.world import Person, World


async def test_later_works_without_any_cohort_and_asks_the_open_question(
    world: World, ben: Person
) -> None:
    await ben.say("I am a cook in a school.")
    assert "Tuesday 24 November, 19:30" in await ben.say("/later 19:30")
    await world.later(hours=9)
    assert not ben.reminders
    await world.later(hours=1)
    [(at, text)] = world.phones.reminded["1"]
    assert f"{at:%H:%M}" == "19:30"
    assert "You asked me to come back to you now." in text
    assert "situation 7" in text
    await world.later(days=3)
    assert len(ben.reminders) == 1


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("later tomorrow 8am", "Wednesday 25 November, 08:00"),
        ("Later 19:30", "Tuesday 24 November, 19:30"),
        ("remind me tomorrow", "Wednesday 25 November, 09:00"),
        ("/later in 2 hours", "Tuesday 24 November, 12:00"),
    ],
)
async def test_later_is_understood_as_it_is_typed(ben: Person, typed: str, when: str) -> None:
    assert when in await ben.say(typed)
    assert ben.last
    assert not any(message.step for message in ben.last.after.messages)


async def test_an_answer_that_begins_with_later_stays_an_answer(ben: Person) -> None:
    assert "✓ Saved" in await ben.say("Later we all sat down and I told them what I saw.")


async def test_snooze_buttons_come_with_what_is_known(world: World, ben: Person) -> None:
    await ben.say("/later")
    assert ben.labels[-4:] == ["In 2 hours", "Tonight", "Tomorrow morning", "Pick a time"]
    await ben.say("/reminders rota 4 4 2026-11-24")
    await ben.say("/later")
    assert "Saturday 28 November, 10:00" in await ben.press("On my next day off")
    await ben.say("/later")
    await ben.press("Pick a time")
    assert "Friday 27 November, 09:00" in await ben.say("friday")


async def test_later_alone_asks_when(ben: Person) -> None:
    assert "When shall I come back to you?" in await ben.say("later")
    assert "tonight" in " ".join(ben.labels).lower()


@pytest.mark.parametrize("typed", ["I want to die", "who will see it?"])
async def test_harm_and_questions_are_no_name_to_show(
    world: World, ben: Person, typed: str
) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ben.say(f"/start {token}")
    await ben.press("Yes, join")
    said = await ben.say(typed)
    assert "sees this name" not in said
    assert typed != "I want to die" or "116 123" in said
    assert [each.name for each in await world.store.members(cohort)] == [""]


async def test_a_new_later_takes_the_place_of_the_old_one(world: World, ben: Person) -> None:
    await ben.say("/later 14:00")
    await ben.say("/later 18:00")
    await world.later(days=1)
    assert [f"{at:%H:%M}" for at, _ in world.phones.reminded["1"]] == ["18:00"]


async def test_writing_within_half_an_hour_is_not_broken_into(world: World, ben: Person) -> None:
    await ben.say("/later in 1 hour")
    world.now += timedelta(minutes=50)
    await ben.say("I am writing my answer just now and go on.")
    await world.later(minutes=15)
    assert not ben.reminders
    await world.later(minutes=20)
    assert len(ben.reminders) == 1


async def test_what_is_wished_is_shown_and_changed_by_presses(ben: Person) -> None:
    said = await ben.say("/reminders")
    assert "Reminders are on." in said
    assert "21:00 to 07:00 (Europe/London)" in said
    await ben.press("Not before…")
    assert "On no day before 16:00." in await ben.press("Not before 16:00")
    await ben.press("Quiet hours")
    assert "09:00 to 17:00" in await ben.press("09:00 to 17:00")
    await ben.press("My rota")
    await ben.press("4 on, 4 off")
    said = await ben.press("Tuesday 24 November")
    assert "4 days on, 4 days off. You are at work today." in said
    assert "Only on your days off." in said
    assert "Reminders are off." in await ben.press("Turn reminders off")
    assert "Reminders are on." in await ben.press("Turn reminders on")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("off", "Reminders are off."),
        ("not before 4pm", "On no day before 16:00."),
        ("quiet 23:00 to 10:00", "23:00 to 10:00"),
        ("quiet 9-17", "09:00 to 17:00"),
        ("zone Europe/Paris", "(Europe/Paris)"),
        ("banana", "I could not read “banana”"),
        ("zone ../../etc/passwd", "I could not read"),
        ("rota 0 0 2026-11-24", "I could not read"),
        ("quiet 25:00 to 99", "I could not read"),
    ],
)
async def test_preferences_can_be_typed(ben: Person, typed: str, shown: str) -> None:
    assert shown in await ben.say(f"/reminders {typed}")
    assert "✓ Saved" in await ben.say("I am a cook in a school.")


@pytest.mark.parametrize(
    "typed",
    ["stop", "I'm off sick, please stop", "ok thanks", "too tired", "not now", "in an hour"],
)
async def test_turning_a_reminder_down_is_no_answer(world: World, ben: Person, typed: str) -> None:
    await ben.say("/later 14:00")
    await world.later(hours=5)
    said = await ben.say(typed)
    assert "I kept it out of your answer." in said or "I come back" in said or "shall I" in said
    assert ben.last
    assert not any(m.step and not m.aside for m in ben.last.after.messages)


@pytest.mark.parametrize("typed", ["stop reminding me", "leave the group"])
async def test_asking_for_no_more_shows_what_can_be_switched_off(ben: Person, typed: str) -> None:
    assert "Reminders are on." in await ben.say(typed)
    assert "Turn reminders off" in ben.labels


async def test_yes_no_and_rather_not_can_be_typed(world: World, ben: Person) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ben.say(f"/start {token}")
    assert "You are in the group" in await ben.say("yes")
    assert "a number, not your name" in await ben.say("I would rather not")
    assert [each.name for each in await world.store.members(cohort)] == [""]


async def test_off_takes_back_what_was_asked_for_and_says_nothing_else(
    world: World, ben: Person
) -> None:
    await ben.say("/later 18:00")
    assert "I come back" not in await ben.say("/reminders off")
    await world.later(days=1)
    assert not ben.reminders


@pytest.mark.parametrize(
    "then",
    [
        ["/stop"],
        ["/forget", "Yes, delete it all"],
        ["I cannot go on and I want to end my life."],
    ],
)
async def test_who_stopped_forgot_or_is_in_distress_is_left_in_peace(
    world: World, ben: Person, then: list[str]
) -> None:
    for said in ("/later tomorrow 10:00", *then):
        await ben.say(said)
    await world.later(days=2)
    assert not ben.reminders


async def test_a_reminder_shows_the_last_line_only_when_that_is_allowed(
    world: World, ben: Person
) -> None:
    await ben.say("I am a cook in a school.")
    await ben.say("/later 14:00")
    await world.later(hours=5)
    assert "cook in a school" not in ben.reminders[0]
    await ben.say("/reminders")
    await ben.press("Show my last line")
    await ben.say("/later 18:00")
    await world.later(hours=5)
    assert "You last wrote: “I am a cook in a school.”" in ben.reminders[1]


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        *(("tomorrow at 6", "18:00"), ("6 tomorrow", "18:00"), ("tomorrow 9", "09:00")),
        *(("tomorrow 6am", "06:00"), ("tomorrow morning at 6", "06:00")),
        ("tomorrow 06:00", "06:00"),
    ],
)
async def test_a_bare_hour_is_the_one_outside_of_quiet_hours(
    ben: Person, typed: str, hour: str
) -> None:
    said = await ben.say(f"/later {typed}")
    assert hour in said.split(".")[0]


async def test_a_reminder_never_shows_a_line_that_may_be_of_harm(world: World, ben: Person) -> None:
    await ben.say("I am a cook in a school.")
    await ben.say("a resident hit me when I woke him")
    await ben.say("/reminders")
    await ben.press("Show my last line")
    await ben.say("/later 14:00")
    await world.later(hours=5)
    assert "hit me" not in ben.reminders[0]


async def test_words_after_a_reminder_are_the_answer_wherever_they_stood(
    world: World, ben: Person
) -> None:
    await ben.say("/review")
    await ben.say("/later 14:00")
    await world.later(hours=5)
    said = await ben.say("I helped a man who was afraid of the bath.")
    assert "This is for “situation” in Thing 2." in said
    assert "✓ Saved · 10 words" in said


async def test_who_goes_on_after_a_reminder_writes_where_they_are(
    world: World, ben: Person
) -> None:
    await ben.say("/review")
    await ben.say("/later 14:00")
    await world.later(hours=5)
    await ben.press("More")
    await ben.press("Change: leadership")
    said = await ben.say("I asked the quiet one to speak first.")
    assert "This is for" not in said
    assert ben.last
    assert [each.step for each in ben.last.after.messages] == ["leadership"]


async def test_four_weeks_after_it_was_sent_one_question_comes(world: World, ben: Person) -> None:
    await ben.finishes()
    await world.later(days=27)
    assert not ben.reminders
    await world.later(days=2)
    [text] = ben.reminders
    assert "How did it go?" in text
    await ben.act("outcome:awarded", world.turns)
    await world.later(days=60)
    assert len(ben.reminders) == 1


async def test_who_has_reminders_off_is_not_asked_how_it_went(world: World, ben: Person) -> None:
    await ben.finishes()
    await ben.say("/reminders off")
    await world.later(days=40)
    assert not ben.reminders


async def test_leaving_takes_one_press_and_is_a_number_for_the_coordinator(
    world: World, ben: Person
) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ben.joins(token, "Ben")
    await ben.say("/reminders")
    assert "You have left the group “Nursery team”" in await ben.press("Leave: Nursery team")
    said = await ann.act(f"page:co.{cohort}.prog")
    assert "Here: 0. Left: 1." in said
    assert "Ben" not in said


async def test_a_name_that_was_shown_can_be_hidden_again(world: World, ben: Person) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ben.joins(token, "Ben")
    assert "as: Ben" in await ben.say("/reminders")
    assert "as: 1" in await ben.press("Hide my name: Nursery team")
    assert [each.name for each in await world.store.members(cohort)] == [""]


async def test_who_is_off_at_weekends_is_reminded_only_then(world: World, ben: Person) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    token, _ = await ann.invites(cohort)
    await ben.joins(token)
    await ben.say("/reminders")
    await ben.press("My rota")
    assert "You are off at weekends." in await ben.press("I am off at weekends")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now", "Send")
    await world.later(days=6)
    [(at, _)] = world.phones.reminded["1"]
    assert f"{at:%A %H:%M}" == "Saturday 07:00"


async def test_the_local_contact_and_the_closing_word_of_a_cohort_are_said(
    world: World, ben: Person
) -> None:
    ann = world.person("900")
    cohort = await ann.becomes_coordinator()
    await ann.at(cohort, "told", "Change whom to tell")
    await ann.say("The duty manager, 01463 123456")
    await ann.at(cohort, "told", "Change the last word")
    await ann.say("Cake is on Friday.")
    token, _ = await ann.invites(cohort)
    await ben.joins(token)
    await ben.say("/review")
    await ben.press("Change: management")
    said = await ben.say("One of the staff hits a resident and locks her in her room.")
    assert "Whom to tell where you work: The duty manager, 01463 123456" in said
    await ben.press("Drop it")
    await ben.finishes()
    assert ben.last
    assert "Cake is on Friday." in "\n".join(reply.text for reply in ben.last.replies)


async def test_a_time_that_was_promised_is_kept_also_soon(world: World) -> None:
    learner = world.person("7")
    await learner.say("/start")
    await learner.say("Start")
    said = await learner.say("/later in 5 minutes")
    assert "10:05" in said
    world.now += timedelta(minutes=4)
    await world.scheduler()
    assert learner.reminders == []
    world.now += timedelta(minutes=1)
    await world.scheduler()
    assert len(learner.reminders) == 1


async def test_a_time_zone_can_be_pressed_and_typed_as_people_say_it(world: World) -> None:
    learner = world.person("7")
    await learner.say("/start")
    await learner.say("/reminders")
    await learner.press("My time zone")
    assert "(Europe/Dublin)" in await learner.press("Europe/Dublin")
    assert "(Europe/London)" in await learner.say("/reminders zone glasgow")
