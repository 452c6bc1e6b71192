"""What an operator does for one person, on their request, while the coach is running."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.content.library import Content
from bot.errors import CannotSave, CoachError
from bot.services.coach import Coach
from bot.store.place import DataPlace
from bot.store.sqlite.store import SqliteStore
from tests.cli.test_operator import Call, call, told

__all__ = ["call"]


async def test_somebody_is_found_exported_and_deleted_beside_a_coach_that_runs(
    coach: Coach, content: Content, call: Call, tmp_path: Path
) -> None:
    await told(coach, "I am a cook.")
    await told(coach, "I am a nurse.", chat="two")

    def asked(*arguments: str, typed: str = "") -> str:
        return call(*arguments, typed=typed).output

    found = await asyncio.to_thread(asked, "people", "one")
    assert found.startswith("one\t")
    assert "cook" not in found
    zipped = tmp_path / "mine.zip"
    said = await asyncio.to_thread(asked, "export", "--chat", "one", "--out", str(zipped))
    assert str(zipped) in said
    assert "can only be read" not in said
    with ZipFile(zipped) as archive:
        kept = json.loads(archive.read("my-data.json"))
    assert [each["text"] for each in kept["messages"]] == ["I am a cook."]
    assert zipped.stat().st_mode & 0o77 == 0
    printed = await asyncio.to_thread(asked, "statement", "--chat", "one")
    assert "I am a cook." in printed
    assert "Nothing was changed" in await asyncio.to_thread(
        lambda: asked("forget", "one", typed="n\n")
    )
    assert "is deleted here" in await asyncio.to_thread(lambda: asked("forget", "one", "--yes"))
    assert (await coach.store.load("one")).messages == []
    assert len((await coach.store.load("two")).messages) == 1
    done = await asyncio.to_thread(asked, "people", "--done")
    assert [line.split("\t")[1] for line in done.splitlines()] == ["export", "forget"]
    assert "\tone\t" not in done.splitlines()[1], "who was deleted is a hash"
    await coach.store.close()


def not_writable(place: DataPlace, key: str, *, beside: bool = False) -> SqliteStore:
    """Open the file as one whose disk has become read-only."""
    store = SqliteStore.open(place.folder, key, place.key_file, beside=beside)
    store._execute("PRAGMA query_only = ON")
    return store


def not_open(place: DataPlace, key: str, *, beside: bool = False) -> SqliteStore:
    """Refuse the file as SQLite does where it can write nothing beside it."""
    raise CannotSave("cannot_open", path=str(place.folder), why="it is read-only")


@pytest.mark.parametrize("opened", [not_writable, not_open])
async def test_words_are_given_from_data_that_can_only_be_read_and_it_is_said_what_is_not_noted(
    coach: Coach,
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened: Callable[..., SqliteStore],
) -> None:
    await told(coach, "I am a cook.")
    await coach.store.close()
    monkeypatch.setattr(DataPlace, "open", opened)
    assert (await asyncio.to_thread(call, "people", "one")).output.startswith("one\t")
    zipped = tmp_path / "mine.zip"
    asked = ("export", "--chat", "one", "--out", str(zipped))
    done = await asyncio.to_thread(call, *asked)
    assert done.exit_code == 0
    assert done.stdout.strip() == str(zipped)
    assert "the data can only be read" in done.stderr
    with ZipFile(zipped) as archive:
        assert "I am a cook." in archive.read("my-data.json").decode()


async def test_nobody_is_deleted_by_a_typing_error(coach: Coach, call: Call) -> None:
    await told(coach, "I am a cook.")
    with pytest.raises(CoachError) as caught:
        await asyncio.to_thread(lambda: call("forget", "onne", "--yes"))
    assert caught.value.sentence == "unknown_chat"
    assert "Nobody fits “onne”" in (await asyncio.to_thread(call, "people", "onne")).output
    await coach.store.close()
