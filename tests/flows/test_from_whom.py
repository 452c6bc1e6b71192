"""From whom: who sends a reminder or a closing word, and what becomes of a reply to a person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.world import Person, World

CONTACT = "Ann Mair, 01631 567890, weekdays"

NOTES = (
    "sorry, I am off sick",
    "Sorry, I'm off sick until Monday",
    "hi Ann, I am off sick this week, can I have more time please",
    "I am on annual leave till the 4th",
    "Can you tell Ann I will be late with it",
)


@pytest.fixture
async def cohort(world: World, ann: Person) -> str:
    cohort, _ = await world.group(ann, 6)
    return cohort


def answers(person: Person) -> list[str]:
    assert person.last
    return [each.text for each in person.last.after.messages if not each.aside]


async def reminded(world: World, ann: Person, cohort: str) -> Person:
    ben = world.person("1")
    await ann.reminds(cohort)
    await world.scheduler()
    assert ben.reminders
    return ben


async def test_a_reminder_says_who_sends_it_and_that_replies_are_not_read(
    world: World, ann: Person, cohort: str
) -> None:
    ben = await reminded(world, ann, cohort)
    assert "from your group “Nursery team”. Your coordinator sends it." in ben.reminders[0]
    assert "Your coordinator does not see what you write here." in ben.reminders[0]
    assert "You can reach" not in ben.reminders[0]


async def test_a_contact_is_a_setting_and_stands_in_the_preview_and_the_reminder(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "told", "Change how they reach you")
    assert "✓ It is changed." in await ann.say(CONTACT)
    assert CONTACT in await ann.at(cohort, "told")
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    assert f"You can reach your coordinator here: {CONTACT}" in await ann.press("Now")
    await ann.press("Send")
    await world.scheduler()
    assert f"You can reach your coordinator here: {CONTACT}" in world.person("1").reminders[0]


async def test_a_reminder_that_goes_by_itself_says_so(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "nud", "After 3 days")
    await world.later(days=4)
    [said, *_] = world.person("1").reminders
    assert "I send it by myself" in said
    assert "Your coordinator sends it" not in said


async def test_the_closing_word_says_whose_it_is_and_that_replies_are_not_read(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "told", "Change the last word")
    await ann.say("Well done, cake on Friday")
    await ann.at(cohort, "told", "Change how they reach you")
    await ann.say(CONTACT)
    ben = world.person("1")
    await ben.finishes()
    assert ben.last
    said = "\n".join(each.text for each in ben.last.replies)
    assert "Your coordinator in the group “Nursery team” says:\n\nWell done, cake" in said
    assert "Your coordinator does not see what you write here." in said
    assert CONTACT in said


@pytest.mark.parametrize("note", NOTES)
async def test_a_reply_that_is_for_a_person_is_no_answer_and_says_how_to_reach_them(
    world: World, ann: Person, cohort: str, note: str
) -> None:
    await ann.at(cohort, "told", "Change how they reach you")
    await ann.say(CONTACT)
    ben = await reminded(world, ann, cohort)
    said = await ben.say(note)
    assert "They do not see it here" in said
    assert CONTACT in said
    assert answers(ben) == []


async def test_after_such_a_note_the_reminders_question_is_still_answered(
    world: World, ann: Person, cohort: str
) -> None:
    ben = await reminded(world, ann, cohort)
    await ben.say(NOTES[0])
    await ben.say("I planned the outing with the night staff and we all went to the sea.")
    assert ben.last
    assert [each.step for each in ben.last.after.messages if not each.aside] == ["situation"]


@pytest.mark.parametrize(
    "answer",
    [
        "The senior was off sick, so I led the night team and we got through it.",
        "I was on holiday when it began. When I came back I planned the rota with the staff.",
    ],
)
async def test_an_answer_in_which_somebody_is_away_is_an_answer(
    world: World, ann: Person, cohort: str, answer: str
) -> None:
    ben = await reminded(world, ann, cohort)
    await ben.say(answer)
    assert answers(ben) == [answer]


async def test_a_cohort_keeps_its_contact_over_a_restart(
    world: World, ann: Person, cohort: str
) -> None:
    await ann.at(cohort, "told", "Change how they reach you")
    await ann.say(CONTACT)
    world.now += timedelta(minutes=1)
    await world.restart()
    saved = await world.store.cohort(cohort)
    assert saved
    assert saved.contact == CONTACT
