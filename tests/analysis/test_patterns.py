"""Patterns that wait until they are tried find what compiled ones find."""

from __future__ import annotations

import re

import pytest

from bot.analysis.patterns import lazy
from tests.analysis.conftest import waiting_patterns


def test_a_pattern_that_waits_finds_what_a_compiled_one_finds() -> None:
    text = "I made a LIST and we checked the list"
    for found in (lazy(r"\blist\b", re.IGNORECASE), re.compile(r"\blist\b", re.IGNORECASE)):
        assert [each.start() for each in found.finditer(text)] == [9, 33]
        assert found.sub("-", text) == "I made a - and we checked the -"
        assert found.search("a plan") is None


def test_every_pattern_of_the_readers_can_be_compiled() -> None:
    found = waiting_patterns()
    assert len(found) > 100
    for each in found:
        assert each.search("") is None or each.pattern


def test_a_pattern_that_is_none_is_refused_when_it_is_tried() -> None:
    with pytest.raises(re.error):
        lazy("(").search("")
