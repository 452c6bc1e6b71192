"""No pattern is spared a text in which it would find something."""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import bot.analysis
import bot.flows
from bot.analysis import patterns
from bot.analysis.needed import needs_of
from bot.content.library import shipped_folder


def all_patterns() -> Iterator[patterns._Waiting]:
    """Every pattern that reads an answer, wherever it stands."""
    for room in (bot.analysis, bot.flows):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for each in vars(importlib.import_module(found.name)).values():
                if isinstance(each, patterns._Waiting):
                    yield each
                elif isinstance(each, dict):
                    yield from (e for e in each.values() if isinstance(e, patterns._Waiting))


def labelled() -> list[str]:
    folder = shipped_folder() / "frameworks" / "labelled"
    texts = list[str]()
    for name in ("acts.csv", "speech.csv", "harm.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            texts += [row["text"].casefold() for row in csv.DictReader(file)]
    return texts[::4]


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\b(?:kept|keep|held) (?:it|\w+ up)\b", {"kept ", "keep ", "held "}),
        (r"(?:and )?go", {"go"}),
        (r"(?!.*\bno\b).*\b(?:wrote|rote) \w+", {"rote "}),
        (r"listen(?:ed|ing)?", {"listen"}),
        (r"(?:an?|the) \w+|x", None),
        (r"(?i)Hello|YOU", {"hello", "you"}),
        (r"(?i)straße", None),
        (r"[\[<]insert", {"[insert", "<insert"}),
        (r"[\[<]\w+", {"[", "<"}),
        (r"i \w+", {"i "}),
        (r"(?i:hello)", None),
        (r"\w+", None),
        (r"(?:yes|no)*", None),
        (r"(?:yes|nope){2}", {"yes", "nope"}),
        (r"^[ab]c\d?$", {"ac", "bc"}),
        (r"(yes)\1 now", {" now"}),
        (r"(?<=he )said", {"said"}),
    ],
)
def test_a_pattern_needs_one_of_a_few_strings(pattern: str, strings: set[str] | None) -> None:
    assert needs_of(pattern).strings == frozenset(strings or ())


@pytest.mark.parametrize(
    ("pattern", "flags", "at_start"),
    [
        (r"^(?:so )*i\b", 0, True),
        (r"^yes$|^no$", 0, True),
        (r"^yes|no", 0, False),
        (r"^yes", re.MULTILINE, False),
        (r"(?m)^yes", 0, False),
        (r"\byes", 0, False),
    ],
)
def test_it_is_known_what_stands_at_the_beginning_alone(
    pattern: str, flags: int, at_start: bool
) -> None:
    assert needs_of(pattern, flags).at_start is at_start


def test_every_match_of_every_pattern_holds_what_it_needs() -> None:
    texts, tried, matched = labelled(), 0, 0
    for each in {each.pattern: each for each in all_patterns()}.values():
        needs = needs_of(each.pattern, each.flags)
        compiled = re.compile(each.pattern, each.flags)
        tried += bool(needs.strings)
        for text in texts if needs.strings or needs.at_start else ():
            if found := compiled.search(text):
                said = found[0].lower() if needs.any_case and text.isascii() else found[0]
                is_there = any(string in said for string in needs.strings)
                assert is_there or not needs.strings or (needs.any_case and not text.isascii())
                assert not needs.at_start or compiled.match(text)
                matched += 1
    assert tried > 80
    assert matched > 1000


def test_a_pattern_finds_the_same_once_it_is_spared() -> None:
    pattern = patterns.lazy(r"\b(?:sang|danced) (?:and|or) \w+")
    texts = [
        "she sang and laughed",
        "she said nothing",
        "danced or not",
        "half \ud800 sang and ran",
    ]
    before = [pattern.search(text) is not None for text in texts]
    for _ in range(2 * patterns.OFTEN):
        pattern.search("")
    assert [pattern.search(text) is not None for text in texts] == before
    assert before == [True, False, True, True]
    assert pattern.search("she sang and laughed", 5) is None
    assert pattern.match("danced or not")


def test_a_pattern_of_any_case_finds_the_same_once_it_is_spared() -> None:
    pattern = patterns.lazy(r"^(?i:so )?(?:miss|kind)", re.IGNORECASE)
    for _ in range(2 * patterns.OFTEN):
        pattern.search("")
    found = [pattern.search(text) for text in ("So MISS", "mi\u017f\u017f", "\u212aind", "no miss")]
    assert [each is not None for each in found] == [True, True, True, False]
