"""What somebody tells of their work orders nothing about their words, whatever verbs are in it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.analysis.reading.announces import THING_2
from bot.analysis.reading.own_text.forms import Act
from bot.analysis.reading.own_text.orders import orders_in
from bot.analysis.reading.own_text.request import MOVES

ROOT = Path(__file__).parents[3]
OUT: frozenset[Act] = frozenset(("out", "in", "keep", "show", "ask"))


def answers(*kinds: str) -> Iterator[str]:
    """Yield the labelled texts of these kinds, and all that have no kind: they are answers."""
    for folder in (ROOT / "frameworks" / "labelled", ROOT / "tests"):
        for path in sorted(folder.rglob("*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    if {"asks", "says"} & row.keys():
                        continue  # said to the coach
                    text = row.get("text") or row.get("sentence")
                    if text and row.get("kind") in (*kinds, None):
                        yield text


@pytest.mark.parametrize(
    ("kinds", "acts", "most"),
    # Some order something: “put it back please”. Each is looked at once more beside what was told
    # and what the message tells, and few of the others do anything.
    [
        (("evidence", "several", "announce", "private"), OUT, 58),
        (("evidence", "several"), MOVES, 2),
    ],
)
def test_of_thousands_of_answers_no_more_look_like_orders(
    kinds: tuple[str, ...], acts: frozenset[Act], most: int
) -> None:
    taken = [
        text
        for text in answers(*kinds)
        if (found := orders_in(text, THING_2, list))
        and any(each.sure and each.act in acts for each in found.requests)
    ]
    assert len(taken) <= most, taken
