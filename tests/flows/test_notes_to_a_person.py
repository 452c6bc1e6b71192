"""A note that somebody is away is for a person and no answer, after a reminder or without one."""

from __future__ import annotations

import pytest

from bot.content.library import Content
from tests.support.learner import Learner
from tests.support.world import Person, World

NOTES = (
    "sorry, I am off sick",
    "I'm on holiday till the 5th",
    "Sorry I'm off sick today",
    "hi, im off sick this week sorry",
    "am no well the day, sorry",
    "Off sick, back on Monday",
    "Hi Fiona, I am on annual leave until the 9th",
    "i've been signed off until new year",
    "Sorry, I'm in hospital just now",
    "sorry cant do this today, my wee one is ill",
    "Sorry for the late reply I have been off",
    "Hi Ann, sorry I won't be able to make Tuesday",
)

ANSWERS = (
    "The senior was off sick, so I led the night team and we got through it.",
    "two of the girls are off sick a lot so somebody has to plan the cover",
    "I was on holiday when it began. When I came back I planned the rota with the staff.",
    "I am on the night shift and I made a new list for the meds",
    "because folk are on leave in July and nobody knew who was in",
    "I am off on Fridays so I write the handover for the others",
    "I'm sick of the old rota so I made a new one",
    "sorry that was short, I also checked the fridge each night",
)


@pytest.fixture
def learner(content: Content) -> Learner:
    return Learner(content).at("management")


def answers(learner: Learner) -> list[str]:
    return [each.text for each in learner.conversation.messages if not each.aside]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_that_one_is_away_is_no_answer(learner: Learner, note: str) -> None:
    before = answers(learner)
    said = learner.say(note)
    assert answers(learner) == before
    assert "They do not see it here" in said
    assert learner.conversation.messages[-1].text == note, "it is kept, in /mydata"


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_in_which_somebody_is_away_stays_one(learner: Learner, answer: str) -> None:
    learner.say(answer)
    assert answer in answers(learner)


def test_one_press_puts_it_into_the_answer_after_all(learner: Learner) -> None:
    learner.say(NOTES[0])
    learner.say("Put it in my answer")
    assert NOTES[0] in answers(learner)


async def test_in_a_cohort_it_says_how_to_reach_the_coordinator(world: World, ann: Person) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.at(cohort, "told", "Change how they reach you")
    await ann.say("Ann Mair, 01631 567890")
    await ben.say("Start")
    said = await ben.say("sorry, I am off sick until Thursday")
    assert "They do not see it here" in said
    assert "Ann Mair, 01631 567890" in said
    assert not world.person("900").reminders


async def test_words_of_harm_come_before_a_note_also_after_a_reminder(
    world: World, ann: Person
) -> None:
    cohort, [ben, *_] = await world.group(ann, 5)
    await ann.reminds(cohort)
    await world.scheduler()
    said = await ben.say("sorry, I am off sick and I want to kill myself")
    assert "999" in said
    assert "116 123" in said
