"""The file of what learners ask: its answers are plain and true, and nothing in it stands twice."""

from __future__ import annotations

import re

import pytest

from bot.content.library import shipped_folder
from bot.content.models.questions import Questions
from bot.content.readability import as_read, check_reading, texts
from bot.content.reading_grade import grade, sentences
from bot.content.text_kinds import PROMPT
from bot.content.validation import build
from bot.content.yaml_reader import Source, read
from bot.flows.registry import COMMANDS

FILE = shipped_folder() / "dialogues" / "questions.yaml"


@pytest.fixture(scope="module")
def source() -> Source:
    return read(FILE, FILE.name)


@pytest.fixture(scope="module")
def questions(source: Source) -> Questions:
    model = build(source, Questions)
    assert model, source.problems
    return model


def test_the_answers_are_plain(source: Source, questions: Questions) -> None:
    check_reading(questions, source)
    assert source.problems == []
    answers = [as_read(text) for _, text, kind in texts(questions) if kind == PROMPT]
    assert len(answers) >= 25
    assert grade("\n".join(answers)) <= 5
    for answer in answers:
        assert max(map(len, sentences(answer))) <= 20


def test_answers_name_only_commands_that_there_are(questions: Questions) -> None:
    for _, answer, _ in texts(questions):
        for command in re.findall(r"(?<!\w)/([a-z]+)", answer):
            assert command in COMMANDS, f"/{command} in “{answer}”"


def test_no_word_limit_is_named_where_no_badge_asks_for_one(questions: Questions) -> None:
    for each in questions.questions:
        assert "$minimum" not in each.answer or each.without_badge, each.id


def test_no_two_buttons_for_what_may_be_meant_read_the_same(questions: Questions) -> None:
    labels = [each.short for each in questions.questions]
    assert len(labels) == len({*labels})


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"id": "one"}, "the id “one” stands twice"),
        (
            {"when": [{"says": "they", "answer": "It is theirs."}]},
            "there is no concept “they”",
        ),
    ],
)
def test_what_stands_twice_or_nowhere_is_said(change: dict[str, object], what: str) -> None:
    one = {"id": "one", "short": "one", "asks": ["a badge"], "answer": "It is a badge."}
    two = {"id": "two", "short": "two", "asks": ["a form"], "answer": "It is a form.", **change}
    words = {each: ["who"] for each in ("before", "words", "tells", "verbs", "says", "told")}
    file = {"questions": [one, two], "asking": words, "concepts": {"it": ["it"]}}
    source = Source("q.yaml", file)
    assert build(source, Questions) is None
    assert what in source.problems[0].what
