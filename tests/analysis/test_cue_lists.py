"""All lists of cues are looked for in one go, and what is found is what ``says`` finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.analysis.cue_lists import CueLists
from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.engine.cues import says

HANDS, BED, ACHES = ("hand*", "fingers"), ("to bed", "my bed"), ("don't", "back")
LISTS = (HANDS, BED, ACHES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She handed it over", {HANDS}),
        ("My left hand, then to bed", {HANDS, BED}),
        ("beforehand", set()),
        ("to bedlam", set()),
        ("I DON’T know", {ACHES}),
        ("to béd", {BED}),
        ("", set()),
        ("half a \ud800 hand", set()),
    ],
)
def test_a_list_is_said_where_one_of_its_words_stands(
    text: str, said: set[tuple[str, ...]]
) -> None:
    assert CueLists(LISTS).said_in(text) == said


@given(st.text(st.sampled_from("hand finges todbmyk'’é _-."), max_size=30))
def test_what_is_found_in_one_go_is_what_is_found_one_by_one(text: str) -> None:
    assert CueLists(LISTS).said_in(text) == {each for each in LISTS if says(text, each)}


def test_every_list_that_the_coach_asks_a_message_for_is_looked_for(content: Content) -> None:
    cues = Knowledge.of(content).content.listening
    known = {*type(cues.kinds.cues).model_fields, *type(cues.harm.cues).model_fields}
    asked = set[str]()
    for file in Path(bot.__path__[0]).rglob("*.py"):
        asked.update(re.findall(r"([\w.]+) (?:not )?in turn\.says", file.read_text()))
    named = {each.partition("cues.")[2] for each in asked - {"cue"}}
    assert named
    assert named <= known
