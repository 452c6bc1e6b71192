"""“none. i wrote it. 14 folk” answers what was just asked: no line of theirs is put right by it."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.fixture
def asked(learner: Learner) -> Learner:
    """A learner who was just asked something by the coach itself."""
    learner.at("situation").say(
        "care home assistant. i wrote the christmas rota with the team and i rang round to fill it"
    )
    assert learner.replies[-1].text.endswith("?")
    return learner


@pytest.mark.parametrize(
    "text",
    [
        "none. i wrote it. 14 folk",
        "nobody. i did it masel, 12 o them",
        "never. the list wis aye there",
        "well none, they all came",
        "neither. i asked the senior",
    ],
)
def test_who_answers_with_none_has_answered(asked: Learner, text: str) -> None:
    said = asked.say(text)
    assert "Saved" in said
    assert text in asked.statement.sections[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Would you kindly clarify what is meant by 'management' here? I was not the manager.",
        "I did not ask to correct a line. I asked what the word 'management' means.",
        "what do you mean by management? I was not the manager",
        "whit dae ye mean by management pal, ah just wash folk",
    ],
)
def test_what_a_word_means_is_answered_whatever_follows(asked: Learner, text: str) -> None:
    assert "Management keeps the work running" in asked.say(text)


def test_who_explained_a_word_at_work_has_told(asked: Learner) -> None:
    said = asked.say("I explained to the new start what is meant by a DNR and she wrote it down")
    assert "Saved" in said
