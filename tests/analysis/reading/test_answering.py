"""Fragments right after a question of the coach are answers to it, and talk stays talk."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.analysis.reading.answering import may_answer
from bot.analysis.reading.reading import Found, Reader
from bot.domain.word_count import count_words
from bot.flows.coaching.policy import is_evidence

ROWS = Path(__file__).parents[2] / "coaching" / "short_answers.csv"


def right(reader: Reader, half: str, *, told: bool) -> float:
    """Return the share of the rows of a half that go where they belong, asked just before."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    mine = [row for row in rows if (row["told"] == "true") == told]
    asked = Found(asked=True)
    read = [(row["text"], reader.read(row["text"], row["step"], found=asked)) for row in mine]
    kept = [is_evidence(reading, count_words(text)) for text, reading in read]
    return sum(each == told for each in kept) / len(mine)


@pytest.mark.parametrize("half", ["tune", "held"])
def test_an_answer_in_a_few_words_is_kept(reader: Reader, half: str) -> None:
    assert right(reader, half, told=True) >= 0.85


@pytest.mark.parametrize("half", ["tune", "held"])
def test_what_is_meant_for_the_coach_stays_out_of_the_answer(reader: Reader, half: str) -> None:
    assert right(reader, half, told=False) >= 0.95


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("management", "in the evening"),
        ("management", "my round"),
        ("management", "I wrote part 2"),
        ("leadership", "anyone would have done what I did, I just noticed her shoes were on wrong"),
        ("situation", "me and Ann"),
        ("less", "I will stop doing the list alone."),
    ],
)
def test_when_what_and_who_in_few_words_answer_and_stop_nothing(
    reader: Reader, step: str, text: str
) -> None:
    reading = reader.read(text, step, found=Found(asked=True))
    assert is_evidence(reading, count_words(text))
    assert reading.kind not in ("stop", "already_told", "chat")


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("so the new yins can see it", True),
        ("the other girl copied it", True),
        ("bein calm n writin it down i spose", True),
        ("dont know", False),
        ("what do you mean", False),
        ("i suppose so", False),
        ("sorry my break is over", False),
    ],
)
def test_words_that_tell_something_and_speak_to_nobody_may_answer(text: str, answers: bool) -> None:
    assert may_answer(text.split()) is answers
