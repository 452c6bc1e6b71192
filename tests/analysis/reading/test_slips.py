"""A few words that put one detail of the line before right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.reading.own_text.slips import slip_in

TOLD = (
    "we had a fire drill and i got all nine out in 3 minutes and counted them at the gate "
    "by bed 3 on the back road on Monday"
)


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("naw it was 4 minutes", "out in 4 minutes and"),
        ("oops 4 mins", "out in 4 mins and"),
        ("4 minutes sorry", "out in 4 minutes and"),
        ("sorry meant bed 4", "by bed 4 on"),
        ("sorry, meant the front gate", "at the front gate by"),
        ("meant front gate", "at the front gate by"),
        ("i meant the front road", "on the front road on"),
        ("no it was tuesday", "road on tuesday"),
        ("tuesday i mean", "road on tuesday"),
        ("sorry tuesday", "road on tuesday"),
        ("nine no eleven", "got all eleven out"),
    ],
)
def test_what_is_right_stands_for_what_stood_there(said: str, reads: str) -> None:
    slip = slip_in(said, TOLD)
    assert slip is not None
    assert reads in TOLD[: slip.start] + slip.new + TOLD[slip.end :]


@pytest.mark.parametrize(
    "said",
    [
        "no i moved the gate",
        "sorry i was late",
        "sorry about the gate",
        "no it was fine",
        "no",
        "sorry 3 minutes",
        "was it 4 minutes?",
        "i meant the gate",
        "no just me",
        "4 minutes",
        "naw it was 7 residents",
        "eleven no twelve",
        "no one led it",
        "no, keep to the first one",
        "scrap any mention of bed 3 pls",
    ],
)
def test_what_puts_nothing_right_changes_nothing(said: str) -> None:
    assert slip_in(said, TOLD) is None


def test_a_thing_is_named_anew_by_its_number() -> None:
    told = "kept a sheet of who came. bed 4 delivered the same time"
    slip = slip_in("sorry meant flat 4, his new bed", told)
    assert slip is not None
    assert told[slip.start : slip.end] == "bed 4"
    assert slip.new == "flat 4"


def test_a_word_is_spelt_right() -> None:
    told = "I done a rota, rist assessment for the gate, and checked it"
    slip = slip_in("sorry risk", told)
    assert slip is not None
    assert told[slip.start : slip.end] == "rist"


@given(st.text(max_size=80), st.text(max_size=200))
def test_what_is_new_was_typed_and_what_goes_stood_there(said: str, told: str) -> None:
    slip = slip_in(said, told)
    assert slip is None or (slip.new in said and 0 <= slip.start < slip.end <= len(told))
