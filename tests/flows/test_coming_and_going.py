"""Who says beside an answer that they are back, or go, has answered: that alone is left out."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.mark.parametrize(
    ("before", "told", "after"),
    [
        ("right am back. ", "the boys sat roon the table an sorted it thirsels", ""),
        ("I'm back. ", "she gave me a cup of tea after", ""),
        ("hi again, im back now. ", "i told the night staff where the list was", ""),
        ("", "she slept all night after. ", "back later"),
        ("gtg bye. ", "nobody shouted that night", ""),
        ("", "he came back to the table after i sat with him. ", "ok im away"),
    ],
)
def test_the_answer_is_saved_without_that(
    learner: Learner, before: str, told: str, after: str
) -> None:
    learner.at("situation").say("im a carer and i moved the beds round so we could reach him")
    said = learner.say(before + told + after)
    assert "Saved" in said
    assert learner.statement.sections[0].text.strip().endswith(told.strip())
    assert "Put it in my answer" in learner.buttons


@pytest.mark.parametrize(
    "text",
    [
        "I sat with her till ten. Later I understood why.",
        "i tuck him in each night and say the same thing. I take care of him",
        "she was calm by the end. the buzzer went only once",
    ],
)
def test_what_is_told_in_the_same_words_is_kept(learner: Learner, text: str) -> None:
    learner.at("situation").say("im a carer and i moved the beds round so we could reach him")
    learner.say(text)
    assert learner.statement.sections[0].text.strip().endswith(text)


@pytest.mark.parametrize("text", ["right am back", "I'm back, where were we then"])
def test_who_only_says_that_they_are_back_is_welcomed(learner: Learner, text: str) -> None:
    learner.at("situation").say("im a carer and i moved the beds round so we could reach him")
    words = learner.statement.own_words
    assert "Saved" not in learner.say(text)
    assert learner.statement.own_words == words
