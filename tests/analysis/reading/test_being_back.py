"""What is told behind “I'm back” begins where it is told."""

from __future__ import annotations

import pytest

from bot.analysis.reading.being_back import begins_behind_being_back


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("right am back. ", "the boys sat roon the table an sorted it"),
        ("I'm back. ", "she gave me a cup of tea after"),
        ("hi again, im back now. ", "i told the night staff"),
        ("Good evening. I have returned. ", "I asked the cook to keep it warm."),
        ("that's me back, so ", "we made the rota together"),
        ("back again! ", "she sleeps through now"),
        ("ok back ", "i showed him the card"),
        ("och ahm bak noo hen ", "the wean ate his tea"),
    ],
)
def test_what_stands_before_the_answer_is_that_they_are_back(before: str, told: str) -> None:
    assert begins_behind_being_back(before + told) == len(before)


@pytest.mark.parametrize(
    "text",
    [
        "I am back",
        "right thats me back again",
        "im back from holiday and i saw the list",
        "I'm back on nights so I asked the senior",
        "my back was sore so i asked for help",
        "he came back to the table after i sat with him",
        "back pain kept her in bed so i moved the chair",
        "I'm back at work on Monday and will tell them",
    ],
)
def test_nothing_else_is_taken_for_it(text: str) -> None:
    assert begins_behind_being_back(text) == 0
