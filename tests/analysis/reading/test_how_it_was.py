"""What went wrong is nobody's act, and no result."""

from __future__ import annotations

import pytest

from bot.analysis.reading.how_it_was import is_how_it_was
from bot.analysis.reading.reading import Reader


@pytest.mark.parametrize(
    "text",
    [
        "before that it was fights every wk tbh n the wee ones stopped comin",
        "the snow wis that bad naebody could get up the brae",
        "they get always the same grey food",
        "the new lassie wis feart o the ice",
        "so we had 3 folk stuck upstairs",
        "we had a bad winter with the flu",
        "the woman who does it was off",
        "a lady we support had stopped coming to meals",
        "the folk oan soft diets got the same grey mush every day",
    ],
)
def test_trouble_is_no_act_no_result_and_nobodys_own(reader: Reader, text: str) -> None:
    assert is_how_it_was(text)
    [clause] = reader.read(text, "situation").clauses
    assert (clause.act, clause.whose, clause.practices) == (False, None, ())
    assert "result" not in clause.parts
    assert "own_act" not in clause.fit


@pytest.mark.parametrize(
    "text",
    [
        "errors were down to one in november",
        "there were no complaints after that",
        "i was late so i",
        "we had a wee meeting about it",
        "we had one rule for the door",
        "It was checked by the nurse each Friday",
    ],
)
def test_what_came_of_it_and_what_i_did_are_not_how_it_was(text: str) -> None:
    assert not is_how_it_was(text)


def test_numbers_that_nobody_brought_about_are_not_called_the_learners_own(reader: Reader) -> None:
    found = reader.read("In September our medication errors went from one a month to five.")
    assert all("own_act" not in each.fit for each in found.clauses)


@pytest.mark.parametrize(
    "text",
    [
        "i want to write about a family meeting that went well",
        "im going to tell you about the boiler",
        "gonna write about the summer fair",
    ],
)
def test_what_it_will_be_about_is_nothing_done(reader: Reader, text: str) -> None:
    [clause] = reader.read(text, "situation").clauses
    assert not {"own_act", "other_act"} & clause.parts
    assert clause.practices == ()
