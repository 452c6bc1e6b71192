"""Two things in one message: each gets its own, and only what was done is in the answer."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body

TOLD = "I made a list for the night staff and they used it."


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Thank you, and what is next", "you see all your answers"),
        ("cheers for that. whit dae ah dae noo", "“management”"),
        ("Cheers pal, what do I do now", "“management”"),
        ("ok thanks. can i do the last bit tomoro", "you can stop at any time"),
        ("thx ur nice. how many words more", "words"),
        ("Thank you kindly. Is my spelling all right", "Spell it as it comes."),
    ],
)
def test_what_is_asked_beside_thanks_is_answered(
    learner: Learner, said: str, answered: str
) -> None:
    learner.at("management").say(TOLD)
    assert answered in learner.say(said)
    assert said not in body(learner)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("back, 31 checked 19 wrong", "31 checked 19 wrong"),
        ("Bak. 12 wur wrang so a phoned them aw", "12 wur wrang so a phoned them aw"),
        (
            "we swapped the sides efter tea n thats ma break over noo",
            "we swapped the sides efter tea",
        ),
        (
            "I keep a chart and I order on a Wednesday, oh that's the door, hang on",
            "I keep a chart and I order on a Wednesday",
        ),
        (
            "By the fourth door he was off on his own. That is enough from me tonight.",
            "By the fourth door he was off on his own.",
        ),
    ],
)
def test_who_comes_or_goes_beside_an_answer_tells_it(
    learner: Learner, said: str, kept: str
) -> None:
    learner.at("management").say(TOLD)
    learner.say(said)
    assert body(learner).rstrip().endswith(kept)


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("i made a board with pictures so they could see. is spelin ok", "Spell it as it comes."),
        ("I talked her through it all. Will I lose this?", "Nothing that you sent is lost."),
        ("I got the new girl to lead it. is that cheating cos its her not me", "you or others"),
    ],
)
def test_a_question_at_the_end_of_an_answer_is_answered(
    learner: Learner, said: str, answered: str
) -> None:
    reply = learner.at("management").say(said)
    assert answered in reply
    assert "✓ Saved" in reply


@pytest.mark.parametrize(
    "said",
    [
        "that's all the meds done for today, I told the nurse before I left",
        "I went to the door and told the driver to hang on",
        "back pain was the reason, so I ordered the other bed for her",
    ],
)
def test_what_only_sounds_of_going_is_told(learner: Learner, said: str) -> None:
    learner.at("management").say(said)
    assert said in body(learner)
