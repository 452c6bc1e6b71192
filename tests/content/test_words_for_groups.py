"""What people read of a coordinator's people is *group*; Telegram's own kind is a *group chat*.

Code, ``/cohort``, ``coach cohort`` and what operators read keep *cohort*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
from bot.content.yaml_reader import Place, read

ROOT = Path(bot.__file__).parent.parent

FILES = sorted((*ROOT.glob("dialogues/*.yaml"), *ROOT.glob("frameworks/*.yaml")))

OURS = re.compile(r"(?<![$/])\bcohorts?\b", re.IGNORECASE)
"""The word itself: neither the command nor a name that is filled in."""

OF_OPERATORS = ("errors", "operator", "cohort_commands")
"""Where lines stand that only who runs the coach reads."""

OF_TELEGRAM = ("telegram",)

CHATS = re.compile(r"\bgroups?\b(?! chats?\b)", re.IGNORECASE)


def texts(data: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text of a file with the place where it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, (*place, number))
    elif isinstance(data, str):
        yield place, data


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 10
    assert sum(1 for file in FILES for _ in texts(read(file).data)) > 2000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_sentence_that_people_read_says_cohort(file: Path) -> None:
    found = [
        (place, text)
        for place, text in texts(read(file).data)
        if place[:1] not in [(each,) for each in OF_OPERATORS] and OURS.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_telegrams_own_kind_is_a_group_chat(file: Path) -> None:
    found = [
        (place, text)
        for place, text in texts(read(file).data)
        if place[:1] in [(each,) for each in OF_TELEGRAM] and CHATS.search(text)
    ]
    assert found == []


def test_what_operators_read_says_cohort_and_group_chat() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "In a group chat nothing is recorded" in readme
    assert not re.search(r"group of (?:fewer|under) than?", readme)
    helps = "\n".join(each.read_text() for each in (ROOT / "bot" / "cli").glob("*.py"))
    assert not re.search(r'(?:help=|""")[^"\n]*\bgroups?\b', helps, re.IGNORECASE)
