"""The statement's body is the learner's words under the criterion headings, and nothing else."""

from __future__ import annotations

import json

import pytest

from bot.exports import FORMATS
from tests.support.learner import Learner

ODD = [
    "<b>bold</b> & *stars* _under_ `code` [link](https://example.org)",
    "$name {x.__class__} %s",
    "- a: b\n- &anchor *alias",
    "right\u200fto\u202eleft",
    "nul\x00 and bell\x07",
    "two  spaces \n\n\n and lines ",
    "😀 fine",
]


def filled(learner: Learner) -> Learner:
    learner.at("situation")
    for answer in ("I am a cook.", "I made a plan.", "I asked the team.", "We met each week."):
        learner.say(answer)
        learner.press("Next")
    return learner


def test_answers_stand_under_their_headings_situation_first(learner: Learner) -> None:
    filled(learner)
    assert FORMATS["txt"](learner.statement) == (
        "My role and the situation\n\nI am a cook.\n\n"
        "Where I see management skills being used\n\nI made a plan.\n\n"
        "The leadership I or others showed\n\nI asked the team.\n\n"
        "Where management and leadership overlap\n\nWe met each week.\n"
    )


def test_messages_of_one_answer_are_paragraphs_in_the_order_they_came(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I wrote the rota.")
    learner.say("I moved the beds.")
    assert "I wrote the rota.\n\nI moved the beds." in FORMATS["txt"](learner.statement)


@pytest.mark.parametrize("text", ODD)
def test_odd_text_stands_exactly_as_typed(learner: Learner, text: str) -> None:
    learner.at("management")
    learner.say(f"I wrote this on the list for the night: {text}")
    assert FORMATS["txt"](learner.statement) == (
        "Where I see management skills being used\n\n"
        f"I wrote this on the list for the night: {text}\n"
    )


def test_an_answer_that_was_skipped_has_no_heading(learner: Learner) -> None:
    learner.at("overlap")
    learner.say("I planned the menu with them.")
    assert FORMATS["txt"](learner.statement).startswith("Where management and leadership overlap")


def test_headings_count_nothing_and_the_situation_counts(learner: Learner) -> None:
    filled(learner)
    assert learner.statement.own_words == 4 + 4 + 4 + 4


def test_it_is_ready_only_with_enough_words_under_every_heading(learner: Learner) -> None:
    learner.at("situation")
    learner.say("word " * 200)
    assert learner.status == "in_progress"
    for _ in range(3):
        learner.press("Next")
        learner.say("I made tea.")
    assert learner.status == "ready"
    learner.edit(1, "word " * 190)
    assert learner.statement.own_words == 199
    assert learner.status == "in_progress"


def test_markdown_shows_signs_as_signs(learner: Learner) -> None:
    learner.at("situation")
    learner.say("# no heading\n1. no list\n*plain* <b> [a](b)\nnext line")
    assert FORMATS["md"](learner.statement) == (
        "## My role and the situation\n\n"
        "\\# no heading\\\n1\\. no list\\\n\\*plain\\* \\<b\\> \\[a\\](b)\\\nnext line\n"
    )


def test_markdown_leaves_plain_prose_alone(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I'm a cook (part-time). We said: “yes” – and it worked!")
    assert "I'm a cook (part-time). We said: “yes” – and it worked!" in FORMATS["md"](
        learner.statement
    )


def test_json_says_how_far_it_is(learner: Learner) -> None:
    filled(learner)
    value = json.loads(FORMATS["json"](learner.statement))
    assert (value["own_words"], value["minimum"], value["ready"]) == (16, 200, False)
    assert [section["step"] for section in value["sections"]] == [
        "situation",
        "management",
        "leadership",
        "overlap",
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_every_text_and_the_empty_statement(learner: Learner, form: str) -> None:
    learner.at("situation")
    FORMATS[form](learner.statement)
    for text in ODD:
        learner.say(text)
    assert FORMATS[form](learner.statement)
