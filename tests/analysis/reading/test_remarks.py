"""What a clause is, so that a remark on it is true."""

from __future__ import annotations

from collections import defaultdict

import pytest

from bot.analysis.reading.reading import Reader
from bot.analysis.reading.remarks import Shape, fits


@pytest.mark.parametrize("text", ["He slept until six", "the two who were against it came early"])
def test_a_time_and_the_two_who_were_counted_before_are_no_number(text: str) -> None:
    plain = text.casefold()
    chances = defaultdict(float, result=0.9, other_act=0.1)
    assert "number" not in fits(plain, plain.split(), Shape(act=False), chances)


@pytest.mark.parametrize(
    ("text", "is_worry"),
    [
        ("i also explain to everybody why short time is better", False),
        ("i make a plan with her mum, short time first", False),
        ("i packed the lunches for the trip", False),
        ("we were two short so i rang the bank", True),
        ("the milk ran out and i sent for more", True),
        ("i spotted the gap in the rota", True),
    ],
)
def test_a_worry_is_told_by_what_went_wrong_and_not_by_a_word_alone(
    text: str, is_worry: bool
) -> None:
    found = fits(
        text, text.replace(",", "").split(), Shape(act=True, whose="own"), defaultdict(float)
    )
    assert ("worry_met" in found) == is_worry


def test_who_cries_no_more_is_nothing_hard() -> None:
    text = "she stop crying after four days"
    assert "hard" not in fits(text, text.split(), Shape(act=False), defaultdict(float))


def test_what_somebody_is_asked_to_choose_is_no_choice_that_was_made() -> None:
    chances = defaultdict(float, own_act=0.9, act=0.9)
    for plain, is_choice in (
        ("i asked a man who is anxious to choose the route", False),
        ("i chose the long way", True),
    ):
        found = fits(plain, plain.split(), Shape(act=True, whose="own"), chances)
        assert ("choice" in found) is is_choice


@pytest.mark.parametrize(
    ("clause", "never"),
    [
        ("8 residents, 4 staff, 2 families, one bus", "other_act"),
        ("other staff were D and M, M was on a sleepover", "other_act"),
        ("the coordinator is off sick since june so its me and 2 part timers", "lasting"),
        ("most of them between 4 and 6 teatime", "number"),
        ("she started the singing in the hall when the folk were getting agitated", "result"),
        ("the SLT came for one visit", "result"),
    ],
)
def test_what_is_no_such_thing_is_not_called_so(reader: Reader, clause: str, never: str) -> None:
    assert never not in {fit for each in reader.read(clause).clauses for fit in each.fit}
