"""What an act is called goes by its own words: who rang is not told that it was a list."""

from __future__ import annotations

from functools import partial

import pytest

from bot.content.library import Content
from bot.engine.wording import fill
from bot.engine.wordings import Chooser


def called(content: Content, practice: str, clause: str, quote: str = "") -> str:
    """Return what a clause is called after a practice, in a conversation that heard nothing yet."""
    chooser = Chooser(partial(fill, content.words, makes="statement"), [])
    return str(chooser.name(content.listening.named[practice], clause, quote))


@pytest.mark.parametrize(
    ("practice", "clause", "said"),
    [
        ("implement", "I rang the relief driver", "picking up the phone"),
        ("implement", "moved the tea trolley to the far end", "making a change"),
        ("implement", "went up the stairs every morning with his paper", "keeping at it"),
        ("inspire", "told the office no, it was not right", "standing firm"),
        ("inspire", "i asked wee Davie would he carry the flag", "giving somebody a part"),
        ("inspire", "sat with her until the rain went off", "being there for somebody"),
        ("organising_staffing", "put a red sticker on every second jug", "anybody can tell"),
        ("organising_staffing", "two on teas and me on the door", "who does what"),
        ("planning_budgeting", "I count the clean sheets on a Sunday", "knowing the numbers"),
        ("controlling_problem_solving", "timed the walk to the far wing", "checking"),
        ("scan", "asked the wife what he liked", "asking"),
        # The word that would fit is somebody else's.
        ("inspire", "I told the nurse in charge", "saying it out loud"),
        ("implement", "took the phone off the hook and went in", "that is"),
    ],
)
def test_an_act_is_called_by_what_its_words_show(
    content: Content, practice: str, clause: str, said: str
) -> None:
    assert said in called(content, practice, clause)


def test_a_name_goes_by_the_whole_quote_where_the_clause_has_no_word_for_it(
    content: Content,
) -> None:
    quote = "I overruled them once and told them why"
    line = called(content, "aligning_people", "I overruled them once", quote)
    assert "saying what it is for" in line
