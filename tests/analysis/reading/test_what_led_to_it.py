"""What was the matter comes before what was done, and is nothing that came of it."""

from __future__ import annotations

import pytest

from bot.analysis.reading.reading import Clause, Reader
from bot.engine.wordings import quote_of
from bot.flows.coaching.policy import clause_to_say


def said_back(reader: Reader, text: str) -> str:
    """Return the clause that would be said back of a text."""
    found = clause_to_say(reader.read(text, "situation").clauses, (), {}, None)
    return str(quote_of(text, found[0])) if found else ""


def clause_with(reader: Reader, text: str, words: str) -> Clause:
    """Return the clause of a text that has some words in it."""
    clauses = reader.read(text, "situation").clauses
    return next(each for each in clauses if words in text[each.start : each.end])


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("I drive the school taxi and it was late each day so I swapped the two stops", "late"),
        ("nobody hurt but it was close. so i put tape on the edge", "nobody hurt"),
        ("somebody missed the boat every week so i got a big clock for the hall", "missed"),
        ("we asked the office. they said it couldn't be done", "they said"),
        ("no one was hurt. I put a bell on the gate", "no one was hurt"),
        ("I put up a card: who answers, and by when the family is told", "who answers"),
    ],
)
def test_what_led_to_an_act_is_no_result_of_it(reader: Reader, text: str, trouble: str) -> None:
    assert "result" not in clause_with(reader, text, trouble).parts


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("I swapped the two stops. nobody is late now", "nobody is late"),
        ("now they all sleep, since I put the lamp on", "now they all sleep"),
    ],
)
def test_what_is_so_since_is_a_result_wherever_it_stands(
    reader: Reader, text: str, result: str
) -> None:
    assert "result" in clause_with(reader, text, result).parts


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "I drive the school taxi, and it was late each day so I swapped the two stops",
            "I swapped the two stops",
        ),
        (
            "he was kicking the door and threw a cup at me so i took him out to the swing",
            "i took him out to the swing",
        ),
        (
            "i got shouted at by his brother for it. I put the times on the fridge for them both",
            "I put the times on the fridge for them both",
        ),
        (
            "I should mention, in respect of management, that I drew up the list of keys",
            "I drew up the list of keys",
        ),
        (
            "I drew up a calendar with whose turn it was",
            "I drew up a calendar with whose turn it was",
        ),
        (
            "before the next one I rang each member of the club about it",
            "before the next one I rang each member of the club about it",
        ),
        (
            "Keys were lost every week. I had a hook put up by each bed",
            "I had a hook put up by each bed",
        ),
        ("The LEADERSHIP is I let the new lad ring the bell", "I let the new lad ring the bell"),
        (
            "I realised that if he was rushed\nso I laid the clothes out an hour before",
            "I laid the clothes out an hour before",
        ),
    ],
)
def test_what_they_did_is_said_back_whole_and_without_what_leads_to_it(
    reader: Reader, text: str, quote: str
) -> None:
    assert said_back(reader, text) == quote


@pytest.mark.parametrize(
    "text", ["I was told to look into it", "i got sworn at twice", "we were left short again"]
)
def test_what_was_done_to_them_is_no_act_of_theirs(reader: Reader, text: str) -> None:
    assert not reader.read(text, "situation").own_act


def test_a_bracket_that_is_opened_in_a_quote_is_closed_in_it(reader: Reader) -> None:
    assert said_back(reader, "I rang all nine of them (twice)") == "I rang all nine of them (twice)"
