"""A quick look at the words of a text, and the full search behind it, agree."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.analysis import refusals
from bot.analysis.name_rules import Finder
from bot.analysis.name_tokens import tokens
from bot.analysis.name_words import NameWords, as_words
from bot.analysis.reading import how_it_was, modesty, naming_rules
from bot.analysis.reading.announces import THING_2, patterns_of
from bot.analysis.reading.step_labels import _labels
from bot.analysis.reading.words import words_of
from bot.analysis.reading.worth_trying import worth_trying
from bot.content.library import Content

ROWS = Path(__file__).parents[3] / "frameworks" / "labelled"

PATTERNS = [
    ("modest", modesty._MODEST),
    ("before", how_it_was._NOBODY_ACTS),
    ("before", how_it_was._GONE_WRONG),
    ("beside", how_it_was._WHEN),
    ("away", refusals.AWAY),
    ("away", refusals.I_AM_AWAY),
    *((name, pattern) for name, pattern, _ in naming_rules._ONLY),
]

many = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def small(text: str) -> str:
    return text.casefold().replace("’", "'")


def all_texts() -> list[str]:
    texts = list[str]()
    for path in sorted(ROWS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts += [row["text"] for row in csv.DictReader(file)]
    return texts


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
@many
@given(data=st.data())
def test_whatever_a_pattern_finds_it_is_worth_trying_on(
    name: str, pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = small(data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags))))
    if pattern.search(text):
        assert name in worth_trying([word.plain for word in words_of(text)])


def test_so_it_is_on_labelled_texts() -> None:
    for text in map(small, all_texts()[::6]):
        worth = worth_trying([word.plain for word in words_of(text)])
        for name, pattern in PATTERNS:
            assert name in worth or not pattern.search(text), (name, text)


LEADS = (
    "the ",
    "oh and ",
    "for ",
    "now the ",
    "here's ",
    "question ",
    "2nd ",
    "what i just sent ",
    "",
)
NAMED = [name for called in THING_2.values() for name in called]
NUMBERED = ["2", "first", "one", "question", "bit", "part", "answer", "box", "yin"]
TAILS = ("", "s", "'s", " bit", "s bit", "'s part", ":", " is", " =", " i led", "-led", ",")


@many
@given(
    st.sampled_from(LEADS), st.sampled_from([*NAMED, *NUMBERED]), st.sampled_from(TAILS), st.text()
)
def test_a_text_that_names_a_step_is_looked_at(lead: str, name: str, tail: str, rest: str) -> None:
    text, patterns = f"{lead}{name}{tail}{rest}".lower(), patterns_of(THING_2)
    named = (patterns.label, patterns.headed, patterns.mention, patterns.pointers.place)
    assert patterns.pointers.may_name(text) or not any(each.search(text) for each in named)


def test_labels_of_steps_are_found_as_by_a_full_search() -> None:
    patterns = patterns_of(THING_2)
    for text in all_texts():
        if not patterns.pointers.may_name(text):
            assert not {*_labels(patterns, text.lower())}
            assert not patterns.label.match(text.lower()), text
            assert not patterns.headed.match(text.lower()), text
            assert not patterns.pointers.place.search(text.lower()), text


class Everything(frozenset[str]):
    def __contains__(self, _: object) -> bool:
        return True


def names(text: str, words: NameWords) -> dict[int, tuple[int, int]]:
    return Finder(tuple(tokens(text)), words).found()


def test_names_are_found_as_where_every_word_may_begin_one(content: Content) -> None:
    lists = content.names.model_dump()
    quick, full = as_words(lists), as_words(lists)
    full.__dict__["beginnings"] = Everything()
    for text in all_texts()[::3]:
        assert names(text, quick) == names(text, full), text


@many
@given(st.data())
def test_names_are_found_so_in_any_words(content: Content, data: st.DataObject) -> None:
    lists = content.names.model_dump()
    quick, full = as_words(lists), as_words(lists)
    full.__dict__["beginnings"] = Everything()
    known = sorted(full.names | full.kin | full.titles | full.before | full.after)
    word = st.sampled_from([*known, "her", "the", "called", "is", "my", "name", "and", "a"])
    forms = st.sampled_from([str, str.title, str.upper, "{}s".format, "{}'s".format])
    typed = st.builds(lambda word, form: form(word), word, forms)
    text = data.draw(st.lists(typed, min_size=1, max_size=8).map(" ".join))
    assert names(text, quick) == names(text, full)
