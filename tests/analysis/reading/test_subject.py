"""Who or what a clause is about decides whose act it can be."""

from __future__ import annotations

import pytest

from bot.analysis.reading.clauses import clause_words
from bot.analysis.reading.reading import Reader
from bot.analysis.reading.subject import Subject, subjects_of


def subjects(text: str) -> list[Subject | None]:
    return list(subjects_of(text, clause_words(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week the boiler packed in", "thing"),
        ("there wisnae a rota", "thing"),
        ("handover kept running late", "thing"),
        ("two girls phoned in sick", "person"),
        ("one of the residents kept going out", "person"),
        ("senior read out the jobs", "person"),
        ("everybody moaned about it", "person"),
        ("I rang round", "self"),
        ("me and the cook did the teas", "self"),
        ("a telt her no to worry", "self"),
        ("the lad I phoned came in", "self"),
        ("my manager asked me to do it", "person"),
    ],
)
def test_a_clause_begins_with_who_or_what_it_is_about(text: str, expected: Subject) -> None:
    assert subjects(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "asked the lads what they wanted",
        "moved two of us to the top corridor",
        "phoned the doctor again",
        "the rota was agreed with the families",
        "two on each corridor, one floating",
        "",
    ],
)
def test_where_nobody_is_named_first_nothing_is_taken_for_the_subject(text: str) -> None:
    assert set(subjects(text)) <= {None}


def test_after_an_and_the_same_person_goes_on_and_after_a_stop_nobody() -> None:
    assert subjects("the senior came in early and phoned the gp for us") == ["person", "person"]
    assert subjects("The senior came in early. Phoned the gp for her.") == ["person", None]


@pytest.mark.parametrize(
    "text",
    [
        "last week the boiler packed in on the sunday and it was freezing",
        "two girls phoned in sick and the agency had nobody",
        "one of the residents kept going out the front door at teatime",
    ],
)
def test_what_happened_is_no_act_of_the_learners(reader: Reader, text: str) -> None:
    assert "own_act" not in reader.read(text, "situation").parts


def test_what_a_colleague_did_is_the_colleagues(reader: Reader) -> None:
    parts = reader.read("the senior came in early and phoned the gp for us", "management").parts
    assert "other_act" in parts
    assert "own_act" not in parts
