"""Words that read like a button are an answer, unless that button was offered just now."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner


@pytest.mark.parametrize(
    "text", ["A colleague", "a resident", "Both", "I am still waiting", "Something else", "Waiting"]
)
def test_what_reads_like_a_label_is_an_answer_when_it_was_not_offered(
    learner: Learner, text: str
) -> None:
    learner.at("leadership")
    said = learner.say(text)
    assert "not in use now" not in said
    assert text in [message.text for message in learner.conversation.messages]


def test_a_label_that_was_offered_just_before_is_a_late_tap(learner: Learner) -> None:
    learner.at("leadership")
    learner.say("I asked Siobhan to sit with her and she did.")
    learner.press("A colleague")
    assert "not in use now" in learner.say("A colleague")
    learner.say("She was glad of it and slept well that night.")
    learner.say("A colleague")
    assert learner.conversation.messages[-1].text == "A colleague"


def test_words_after_start_that_are_no_link_are_kept(learner: Learner) -> None:
    said = learner.say("/start I am a cook in a care home and I want the badge")
    assert "Who can read your words?" in said
    assert "saved in /mydata" in said
    assert "I am a cook in a care home" in learner.say("/mydata")


def test_what_a_link_brings_along_is_kept_nowhere(learner: Learner) -> None:
    learner.say("/start 6hmp4e5aWXYZ_-")
    assert "6hmp4e5aWXYZ" not in str(learner.conversation)
