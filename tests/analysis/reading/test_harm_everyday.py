"""Games, races and quarrels told of, in any English, are no harm; the same verbs may be."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content

ROWS = Path(__file__).parent / "data" / "harm_everyday.csv"


def rows(*, harm: bool) -> list[str]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if (row["level"] != "none") == harm]


def test_hardly_any_game_or_quarrel_is_taken_for_harm(content: Content) -> None:
    reader, none = Knowledge.of(content).harm_reader, rows(harm=False)
    wrong = [text for text in none if reader.read(text).level != "none"]
    assert len(wrong) <= 2, wrong


def test_the_same_verbs_are_harm_where_somebody_was_hurt(content: Content) -> None:
    reader, harm = Knowledge.of(content).harm_reader, rows(harm=True)
    missed = [text for text in harm if reader.read(text).level == "none"]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("text", ["he beat me at racing", "the twa that fecht hae a rota noo"])
def test_who_won_or_who_bickers_gets_no_telephone_numbers(content: Content, text: str) -> None:
    assert Knowledge.of(content).harm_reader.read(text).level == "none"
