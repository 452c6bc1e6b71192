"""What an operator does for one person, on their request, while the coach is running."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from bot.content.library import Content
from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, SaveCohort, ScheduleReminder
from bot.domain.events import Event
from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience, Schedule
from bot.errors import CannotSave, CoachError
from bot.services.coach import Coach
from bot.store.place import DataPlace
from bot.store.sqlite.store import SqliteStore
from tests.cli.test_operator import Call, call, told

__all__ = ["call"]

NOW = datetime.now(UTC)

ENDS = (NOW + timedelta(days=100)).date()


async def test_somebody_is_found_exported_and_deleted_beside_a_coach_that_runs(
    coach: Coach, content: Content, call: Call, tmp_path: Path
) -> None:
    await told(coach, "I am a cook.")
    await told(coach, "I am a nurse.", chat="two")

    def asked(*arguments: str, typed: str = "") -> str:
        return call(*arguments, typed=typed).output

    found = await asyncio.to_thread(call, "people", "one")
    assert found.stdout.startswith("one\t")
    assert found.stderr.startswith("id\tchannel\tcohort")
    assert "cook" not in found.output
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
    done = (await asyncio.to_thread(call, "people", "--done")).stdout.splitlines()
    assert [line.split("\t")[1] for line in done] == ["export", "statement", "forget"]
    assert "\tone\t" not in done[2], "who was deleted is a hash"
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
    assert (await asyncio.to_thread(call, "people", "one")).stdout.startswith("one\t")
    zipped = tmp_path / "mine.zip"
    asked = ("export", "--chat", "one", "--out", str(zipped))
    done = await asyncio.to_thread(call, *asked)
    assert done.exit_code == 0
    assert done.stdout.strip() == str(zipped)
    assert "the data can only be read" in done.stderr
    with ZipFile(zipped) as archive:
        assert "I am a cook." in archive.read("my-data.json").decode()


async def test_who_looks_after_a_group_alone_is_deleted_with_all_that_it_would_send(
    coach: Coach, call: Call
) -> None:
    weekly = Timing("Europe/London", "10:00", weekday=0)
    for cohort in ("hers", "theirs"):
        made = Cohort(cohort, f"Team {cohort}", "thing_2", ENDS, "Europe/London", NOW, nudge_days=7)
        said = Schedule(cohort, cohort, Audience("unfinished"), "", weekly, "one", NOW, NOW)
        looks_after = AddCoordinator(cohort, "one")
        await coach.store.do([SaveCohort(made), looks_after, ScheduleReminder(said)], "one", NOW)
    await coach.store.do([AddCoordinator("theirs", "two")], "two", NOW)
    await told(coach, "I am a cook.")
    asked = await asyncio.to_thread(lambda: call("forget", "one", typed="n\n"))
    assert "Nobody else looks after “Team hers” (hers)." in asked.output
    assert "theirs" not in asked.output
    assert len(await coach.store.schedules()) == 2, "only asked"
    done = await asyncio.to_thread(lambda: call("forget", "one", "--yes"))
    assert "Nobody is in charge of “Team hers” (hers) now." in done.output
    assert [each.cohort for each in await coach.store.schedules()] == ["theirs"]
    [hers, theirs] = [await coach.store.view(cohort) for cohort in ("hers", "theirs")]
    assert hers
    assert theirs
    assert (hers.cohort.nudge_days, theirs.cohort.nudge_days) == (0, 7)
    assert [(each.what, each.chat_id) for each in hers.audit] == [("left_alone", "")]
    listed = await asyncio.to_thread(call, "cohort", "list")
    assert "nobody in charge\t-" in listed.stdout
    await coach.store.close()


async def test_a_restore_that_deletes_somebody_again_says_where_nobody_is_in_charge_now(
    coach: Coach, call: Call, tmp_path: Path
) -> None:
    made = Cohort("hers", "Team hers", "thing_2", ENDS, "Europe/London", NOW)
    await coach.store.do([SaveCohort(made), AddCoordinator("hers", "one")], "one", NOW)
    await told(coach, "I am a cook.")
    await asyncio.to_thread(call, "backup", str(tmp_path / "backups"))
    [path] = (tmp_path / "backups").glob("*")
    await asyncio.to_thread(lambda: call("forget", "one", "--yes"))
    await coach.store.close()
    done = await asyncio.to_thread(lambda: call("restore", str(path), "--yes"))
    assert "deleted again: 1" in done.output
    assert "Nobody is in charge of “Team hers” (hers) now." in done.output


async def test_nobody_is_deleted_by_a_typing_error(coach: Coach, call: Call) -> None:
    await told(coach, "I am a cook.")
    with pytest.raises(CoachError) as caught:
        await asyncio.to_thread(lambda: call("forget", "onne", "--yes"))
    assert caught.value.sentence == "unknown_chat"
    assert "Nobody fits “onne”" in (await asyncio.to_thread(call, "people", "onne")).output
    await coach.store.close()


async def test_the_number_that_a_learner_reads_out_finds_them_and_nobody_else(
    coach: Coach, call: Call
) -> None:
    await told(coach, "I am a cook.")
    await told(coach, "I am a nurse.", chat="two")
    turn = await coach.service.receive(Event("one", "say", "/mydata", "m"))
    assert turn
    [number] = re.findall(r"\d{4} \d{4}", turn.replies[0].text)
    await coach.store.close()
    for typed in (number, number.replace(" ", "")):
        found = (await asyncio.to_thread(call, "people", typed)).stdout.splitlines()
        assert [line.split("\t")[0] for line in found] == ["one"]
        assert found[0].endswith(number)


async def test_that_there_is_nobody_is_said_in_a_sentence(coach: Coach, call: Call) -> None:
    await coach.store.close()
    assert "Nobody has talked to the coach yet." in (await asyncio.to_thread(call, "people")).output
    done = await asyncio.to_thread(call, "people", "--done")
    assert "Nothing was done for anybody yet." in done.output
    groups = await asyncio.to_thread(call, "cohort", "list")
    assert "There is no cohort yet." in groups.stderr


async def test_a_turn_that_was_begun_before_somebody_was_deleted_brings_nothing_back(
    coach: Coach, call: Call
) -> None:
    await told(coach, "I am a cook.")
    store = coach.store
    assert isinstance(store, SqliteStore)
    save, deleted = store.save, list[int]()

    async def save_late(*given: Any, **more: Any) -> object:
        if not deleted:
            done = await asyncio.to_thread(lambda: call("forget", "one", "--yes"))
            deleted.append(done.exit_code)
        return await save(*given, **more)

    store.save = save_late  # type: ignore[assignment]
    await coach.service.receive(Event("one", "say", "I made a plan.", "late", "late"))
    kept = await store.load("one")
    assert deleted == [0]
    assert "I am a cook." not in str(kept)
    await store.close()
