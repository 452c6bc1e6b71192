"""What learners ask is known by what it means; what is told of work asks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.analysis.knowledge import Knowledge
from bot.analysis.meant import QUESTION
from bot.content.library import Content
from tests.support.learner import Learner, body

FOLDER = Path(__file__).parent
ASKED: dict[str, list[str]] = yaml.safe_load((FOLDER / "asked.yaml").read_text("utf-8"))
TOLD: list[str] = yaml.safe_load((FOLDER / "told_as_asked.yaml").read_text("utf-8"))

LIST = "I wrote a list of who goes where and checked it twice."
BADGE = "what comes with the badge?"
"""It has no answer. What a badge is, and what becomes of it, are near."""


@pytest.mark.parametrize(
    ("text", "id_"), [(text, id_) for id_, asked in ASKED.items() for text in asked]
)
def test_a_question_is_known_by_what_it_means(content: Content, text: str, id_: str) -> None:
    meant = Knowledge.of(content).meanings.meant_in(text)
    assert id_ in [each.id for each in meant if each.kind == QUESTION]


def test_every_question_is_asked_in_some_way_or_finds_something(content: Content) -> None:
    for each in content.questions.questions:
        assert each.id in ASKED or each.found, each.id


@pytest.mark.parametrize("text", TOLD)
def test_what_was_asked_at_work_is_an_answer(learner: Learner, text: str) -> None:
    learner.at("situation").say("I am a support worker. We had a bad night with two staff off.")
    learner.press("Next")
    learner.say(LIST)
    before = learner.statement.own_words
    learner.say(text)
    assert learner.statement.own_words > before


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("my english is bad, i write in polish ok?", "I do not mind."),
        ("Coach, good evening. Might I ask, before I begin, who marks this?", "SSSC says"),
        ("im only a driver, does that count?", "You do not need to be a manager."),
        ("i dont want anyone in trouble so who is going to read it", "The people who run"),
        ("is it private and can I delete it after", "From your work, yes"),
        ("there was no boss in that day so can i write about my colleague", "Yes. The badge"),
    ],
)
def test_a_question_is_heard_behind_a_reason_a_name_and_politeness(
    learner: Learner, text: str, first: str
) -> None:
    assert first in learner.at("situation").say(text)
    assert learner.statement.own_words == 0


def test_two_questions_get_two_answers(learner: Learner) -> None:
    said = learner.at("situation").say("is it private and can I delete it after")
    assert "/forget" in said
    assert said.count("?") <= 1


@pytest.mark.parametrize(
    ("text", "kept", "answer"),
    [
        (
            "I moved the beds so she could see the garden. is that the sort of thing you want?",
            "I moved the beds so she could see the garden.",
            "I do not mark it.",
        ),
        (
            "we all cleaned up after the flood, how many words is that now",
            "we all cleaned up after the flood",
            "words so far",
        ),
    ],
)
def test_the_answer_beside_a_question_is_saved_and_the_question_answered(
    learner: Learner, text: str, kept: str, answer: str
) -> None:
    learner.at("situation")
    said = learner.say(text)
    assert kept in body(learner)
    assert text not in body(learner)
    assert answer in said
    assert said.count("?") - text.count("?") <= 1


def test_a_word_of_the_coachs_own_question_is_explained(learner: Learner) -> None:
    learner.at("situation")
    assert "looks at your text" in learner.say("what do you mean by reader?")
    assert "what came of it" in learner.say("whit's a result")


def test_is_it_enough_for_this_bit_is_told_of_this_bit(learner: Learner) -> None:
    learner.at("management").say(LIST)
    said = learner.say("is that enough for this bit")
    assert said.startswith("“management” has 12 words.")
    assert "188 words to go" in said


def test_what_is_not_known_offers_what_is_near(learner: Learner) -> None:
    said = learner.at("management").say(BADGE)
    assert said == "I am not sure what you ask. Is it what a button says?"
    assert "what the badge is" in learner.buttons
    assert learner.press("what the badge is").startswith("An Open Badge comes from SSSC.")
    assert learner.statement.own_words == 0


def test_that_there_is_no_answer_never_stands_beside_what_was_done(learner: Learner) -> None:
    lines = learner.content.listening.kinds.question
    unknown = [*map(str, (*lines.unknown, *lines.unknown_again, *lines.near))]
    learner.at("management").say(LIST)
    for text in (
        "Then I rang the agency and two came. how deep is the loch?",
        "delete that last one. what colour is the sky?",
    ):
        assert not any(each in learner.say(text) for each in unknown)


def test_that_there_is_no_answer_is_said_in_the_same_words_once(learner: Learner) -> None:
    learner.at("management").say(LIST)
    said = [learner.say(f"how deep is {each} loch?") for each in ("the", "that", "your", "my")]
    first = [each.partition("\n")[0] for each in said]
    assert len({*first}) == len(first)
