"""Words of harm are found, and ordinary care talk, however grim its words, stays quiet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.harm import find_harm
from bot.analysis.knowledge import Knowledge
from bot.content.library import Content, load_content, shipped_folder
from bot.content.models.dialogue import WordsStep
from tests.bench.harm import wrong

DATA = Path(__file__).parent / "data"

CONTENT = load_content(shipped_folder())


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def level(content: Content, text: str) -> str:
    return find_harm(text, Knowledge.of(content).harm_words).level


def test_at_least_95_in_100_are_found_and_at_most_2_in_100_are_false(content: Content) -> None:
    levels = [row["level"] for row in rows("harm.csv")]
    harm = [level for level in levels if level != "none"]
    ordinary = [level for level in levels if level == "none"]
    assert len(harm) >= 60
    assert len(ordinary) >= 60
    missed, false = wrong(content)
    assert len(missed) <= 0.05 * len(harm), missed
    assert len(false) <= 0.02 * len(ordinary), false


def test_a_crisis_is_never_taken_for_less(content: Content) -> None:
    crises = [row for row in rows("harm.csv") if row["level"] == "crisis"]
    assert crises
    less = [row["text"] for row in crises if level(content, row["text"]) != "crisis"]
    assert len(less) <= 0.05 * len(crises), less


def test_what_others_write_about_numbers_names_and_questions_stays_quiet(content: Content) -> None:
    texts = [row["text"] for name in ("names.csv", "questions.csv") for row in rows(name)]
    texts += (DATA / "ordinary.txt").read_text().splitlines()
    false = [text for text in texts if level(content, text) != "none"]
    assert len(false) <= 0.02 * len(texts), false


def test_our_own_examples_stay_quiet(content: Content) -> None:
    texts = [
        step.example
        for d in content.dialogues.values()
        for step in d.steps
        if isinstance(step, WordsStep)
    ]
    texts += [each.text for p in content.practices.values() for each in p.examples]
    texts += [each.text for each in content.activities.values()]
    assert [text for text in texts if level(content, text) != "none"] == []


def test_every_kind_has_its_text_and_every_contact_its_day(content: Content) -> None:
    support = content.support
    for row in rows("harm.csv"):
        if row["kind"]:
            assert getattr(support.texts, row["kind"])
    assert all(contact.checked_on for contact in support.contacts)
    numbers = {contact.number for contact in support.contacts}
    assert {"116 123", "0345 600 9527", "0800 83 85 87", "111"} <= numbers


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_the_words_it_rests_on_are_in_it(text: str) -> None:
    harm = find_harm(text, Knowledge.of(CONTENT).harm_words)
    assert 0 <= harm.start <= harm.end <= len(text)
    assert (harm.level == "none") == (harm.kind == "")


@pytest.mark.parametrize("unit", ["abuse ", "she was ", "kill... ", "not ", "a", "\n"])
def test_a_long_text_of_anything_is_read_to_its_end(content: Content, unit: str) -> None:
    assert level(content, unit * (20_000 // len(unit))) in ("none", "concern", "crisis")
