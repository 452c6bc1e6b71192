"""What the clauses of a message tell, and what each is fit for."""

from __future__ import annotations

import pytest

from bot.analysis.reading.clauses import Span
from bot.analysis.reading.reading import Clause, Found, Reader, Reading


def quotes(text: str, reading: Reading) -> list[str]:
    return [text[each.start : each.end] for each in reading.clauses if each.fit_to_quote]


def only(reading: Reading) -> Clause:
    (clause,) = reading.clauses
    return clause


def test_an_act_is_found_whoever_did_it(reader: Reader) -> None:
    own = only(reader.read("I wrote the jobs up on the board for the night shift"))
    other = only(reader.read("The depute told us why the forms had to change"))
    assert own.act
    assert own.whose == "own"
    assert other.act
    assert other.whose == "other"


@pytest.mark.parametrize(
    "text",
    [
        "nobody planned anything",
        "a good leader listens to people",
        "I wish somebody had asked us",
        "teamwork and communication",
    ],
)
def test_negation_theory_wish_and_label_are_no_act(reader: Reader, text: str) -> None:
    assert not reader.read(text, "leadership").act


def test_an_act_beside_a_denial_is_seen(reader: Reader) -> None:
    text = "no I dont lead. I showed the new girl how to talk to him"
    reading = reader.read(text, "leadership")
    assert reading.act
    assert "I showed the new girl how to talk to him" in [
        text[each.start : each.end] for each in reading.clauses if each.act
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("I'm a home carer in a small town", "role"),
        ("because nobody should eat alone", "why"),
        ("there have been no falls since then", "result"),
        ("the nurse wrote it in her report", "evidence"),
        ("I rang the family the same night", "own_act"),
    ],
)
def test_a_clause_tells_its_part(reader: Reader, text: str, part: str) -> None:
    assert part in reader.read(text, "situation").parts


def test_a_question_is_neither_told_nor_quoted(reader: Reader) -> None:
    reading = reader.read("is the handover management or leadership?", "management")
    assert not reading.parts
    assert not any(each.fit_to_quote for each in reading.clauses)


def test_what_shows_who_somebody_is_is_not_quoted(reader: Reader) -> None:
    text = "I sat with Mary every night. The others started doing it too."
    hidden = [Span(text.index("Mary"), text.index("Mary") + 4)]
    reading = reader.read(text, "leadership", found=Found(hidden))
    assert quotes(text, reading) == ["The others started doing it too"]


def test_a_quote_has_three_to_fourteen_whole_words(reader: Reader) -> None:
    text = "Rang her. I put the slings on hooks by the door so nobody had to look for them at night"
    for quote in quotes(text, reader.read(text, "management")):
        assert 3 <= len(quote.split()) <= 14


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("I thanked each of them by name at the meeting", "thanks"),
        ("I asked her what she wanted to eat", "asked_them"),
        ("I sat with him until it was light", "stayed"),
        ("I let her try it first instead of showing her", "choice"),
        ("his wife died in the spring", "hard"),
        ("I told them it was my mistake", "spoke_up"),
    ],
)
def test_a_remark_fits_its_clause(reader: Reader, text: str, fit: str) -> None:
    assert fit in only(reader.read(text, "leadership")).fit


def test_every_quote_has_a_remark_that_is_always_true(reader: Reader) -> None:
    assert only(reader.read("the floor was wet at the door", "situation")).fit[-1] == "any"


def test_a_practice_is_named_of_a_plain_act_only(reader: Reader) -> None:
    act = reader.read("I made a rota for the next four weeks so that everyone knew their days")
    assert "planning_budgeting" in [each.id for each in act.practices]
    for text in ("the rota was on the wall", "rotas", "nobody made a rota", "what is a rota?"):
        assert not reader.read(text).practices, text


def test_the_same_text_is_read_the_same_way_again(reader: Reader) -> None:
    text = "ah pit a stool at the sink so the wee yins could wash their ain hauns"
    assert reader.read(text, "management") == reader.read(text, "management")


@pytest.mark.parametrize("text", ["", " ", "👍👍", "?", "…", "/", "\n\n", "1", "’"])
def test_what_is_hardly_a_text_is_read_too(reader: Reader, text: str) -> None:
    assert reader.read(text, "management").kind != "evidence"
