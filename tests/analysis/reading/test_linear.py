"""A table of weights: read from text, scored in plain Python."""

from __future__ import annotations

import pytest

from bot.analysis.reading.linear import Table

TEXT = "\tact\ttalk\n\t-100\t50\n=rang\t400\t\nrang her\t200\t-100\n#?\t\t300\n"


def test_a_table_weighs_words_pairs_and_shape() -> None:
    table = Table.parse(TEXT)
    nothing = table.scores([])
    told = table.scores(["rang", "her"])
    assert nothing == {"act": -1.0, "talk": 0.5}
    assert told["act"] > nothing["act"]
    assert told["talk"] < nothing["talk"]
    assert table.scores([], ["#?"])["talk"] == 3.5


def test_chances_lie_between_none_and_all() -> None:
    chances = Table.parse(TEXT).chances(["rang", "her"])
    assert 0 < chances["talk"] < 1


def test_a_line_with_too_many_weights_is_named() -> None:
    with pytest.raises(ValueError, match="line 3"):
        Table.parse("\tact\n\t0\nrang\t1\t2\n")
