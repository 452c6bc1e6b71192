"""What a reader misses is asked for: no greeting and no trouble counts as what came of it."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


def asked(learner: Learner, step: str, *texts: str) -> str | None:
    """Return the part that is asked for after some messages at a step."""
    learner.at(step)
    for text in texts:
        learner.say(text)
    return learner.coaching.asked if learner.coaching else None


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Good morning. I am working in the laundry.",
            "The clothes was going lost. So I sew a small button in each one.",
        ),
        (
            "Sickness calls came to one phone from half past five.",
            "I introduced a second phone and one page that says who answers.",
        ),
        ("14 on the bus an the first wan sat an hour. so a did twa wee runs instead o wan",),
    ],
)
def test_no_greeting_and_no_trouble_is_what_came_of_it(
    learner: Learner, texts: tuple[str, ...]
) -> None:
    assert asked(learner, "situation", *texts) == "result"


@pytest.mark.parametrize(
    "text",
    [
        "the girls were moaning at first. one said she would never do it",
        "Day staff was angry at me and they say it is not fair",
        "naebody wanted tae try the new chair. they were feart o it",
    ],
)
def test_who_tells_of_trouble_alone_is_asked_what_they_did(learner: Learner, text: str) -> None:
    learner.at("situation").say("I am a carer. I moved his bed so he could see the door.")
    learner.press("Next")
    learner.press("Skip")
    assert asked(learner, "leadership", text) == "own_act"


def test_who_asks_where_they_are_is_asked_for_an_act(learner: Learner) -> None:
    learner.at("situation").say("I am a carer. I moved his bed so he could see the door.")
    learner.say("He slept after that, all night.")
    learner.press("Next")
    learner.say("right im back, where was i")
    assert learner.coaching
    assert learner.coaching.asked == "own_act"


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (
            "situation",
            "I am a cleaner. I went in at the same time each day and by Friday she let me in",
        ),
        ("situation", "Apprentice. Two boys biting. We moved the snack. Biting stopped."),
        ("leadership", "Nobody wanted Christmas. I put my name down first and the rest followed."),
        (
            "situation",
            "I am a practitioner. I set up a timetable for them; both parties adhered to it.",
        ),
    ],
)
def test_what_came_of_it_is_not_asked_where_it_is_told(
    learner: Learner, step: str, text: str
) -> None:
    assert asked(learner, step, text) not in ("result", "evidence")
