"""Patterns that wait until they are tried find what compiled ones find."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.analysis import patterns
from bot.analysis.patterns import OFTEN, Several, bits_of, lazy, look
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


def test_what_is_kept_of_a_text_knows_a_pattern_that_came_while_it_was_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    strings, look_through = patterns._Strings(), patterns._look_through
    first, second = strings.bit(), strings.bit()
    strings.add(first, frozenset(["list"]))

    def slowly(*given: Any) -> int:
        found = look_through(*given)
        strings.add(second, frozenset(["rota"]))  # as another thread may
        return found

    monkeypatch.setattr(patterns, "_look_through", slowly)
    assert strings.possible("a list") == first | second
    monkeypatch.setattr(patterns, "_look_through", look_through)
    assert strings.possible("a list") == first
    assert strings.possible("a list of the rota") == first | second


def test_a_text_is_looked_at_once_for_all_patterns_that_are_tried_on_it() -> None:
    sang, rota = lazy(r"\bsang and"), lazy(r"\brota\b")
    assert look("a plan") & bits_of(sang, rota)  # what they need is not known yet
    for _ in patterns.make_ready():
        pass
    assert not look("a plan") & bits_of(sang, rota)
    assert look("the rota") & bits_of(rota)
    assert not look("the rota") & bits_of(sang)


def test_a_pattern_that_was_made_ready_finds_the_same_by_every_method() -> None:
    text, ready, compiled = "she sang and ran", lazy(r"\bsang and"), re.compile(r"\bsang and")
    for _ in patterns.make_ready():
        pass
    assert ready.search(text)
    assert ready.match(text) is None
    assert ready.sub("-", text) == compiled.sub("-", text)
    assert ready.findall(text) == compiled.findall(text)
    assert ready.search("nobody sings") is None


def test_of_several_patterns_those_are_tried_that_may_find_something() -> None:
    every = [(lazy(r"\bsang and"), 1), (lazy(r"\brota\b"), 2), (lazy(r"\d"), 3)]
    several = Several(every)
    assert [name for _, name in several.worth_trying("she sang")] == [1, 2, 3]
    for _ in range(OFTEN):
        several.worth_trying("she sang")
    assert [name for _, name in several.worth_trying("she sang and ran")] == [1, 3]
    assert [name for _, name in several.worth_trying("the rota")] == [2, 3]
    assert [name for _, name in several.worth_trying("half a \ud800")] == [1, 2, 3]
