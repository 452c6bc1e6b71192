"""What a word means is told where an author tells of it; of another word it is said so."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.fixture
def asking(learner: Learner) -> Learner:
    learner.at("situation").say("I am a night carer and I sorted the rota.")
    return learner


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what does MSH mean", "Management Sciences for Health"),
        ("who is kotter", "Kotter wrote about work"),
        ("whats kotter's model", "same three jobs"),
        ("whats transformational leadership", "Social Care Institute for Excellence"),
        ("what does scan mean", "look around and listen"),
        ("what does delegate mean", "give part of your work"),
        ("what does leadersip mean", "Leadership helps people"),
    ],
)
def test_a_word_of_the_models_is_explained(asking: Learner, asked: str, told: str) -> None:
    assert told in asking.say(asked)


@pytest.mark.parametrize(
    "asked", ["what does holistic mean", "whats PBS stand for", "who is maslow"]
)
def test_another_word_is_owned_not_to_be_known(asking: Learner, asked: str) -> None:
    said = asking.say(asked)
    words = asking.content.listening.kinds.question
    lines = (*words.unknown, *words.near)
    assert any(said.startswith(str(line)) for line in lines), said
    assert "SSSC is the" not in said


@pytest.mark.parametrize("asked", ["wot does that mean", "what does it even mean"])
def test_who_asks_what_that_means_gets_the_question_in_other_words(
    asking: Learner, asked: str
) -> None:
    said = asking.say(asked)
    lines = asking.content.listening.kinds.question.unknown
    assert "?" in said
    assert not any(str(line) in said for line in lines)
