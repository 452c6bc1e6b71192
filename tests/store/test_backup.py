"""Backups: put back with nobody who was deleted and nothing sent twice."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import open_coach
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, SaveCohort, ScheduleReminder
from bot.domain.events import Event
from bot.domain.outbox import Outgoing
from bot.domain.recurrence import Timing
from bot.domain.reminders import Audience, Schedule
from bot.domain.sharing import Sharing
from bot.domain.sharing_commands import Share, TakeBack
from bot.domain.turn import Reply
from bot.errors import BackupFailed, CannotSave, DataInUse
from bot.services.coach import Coach
from bot.settings import Settings
from bot.store.place import DataPlace
from bot.store.places import place_of
from bot.store.sqlite.backup import back_up, backups, drop_old
from bot.store.sqlite.connection import BEFORE, connect
from bot.store.sqlite.restore import Restoring
from tests.store.test_sqlite_file import at_situation, database, say, store_of, texts

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)


def restoring(path: Path, settings: Settings) -> Restoring:
    key = place_of(settings).new_key()
    return Restoring(path, settings.coach_data, key, key)


def _from_beside(settings: Settings, folder: Path) -> Path:
    place = place_of(settings)
    source = connect(database(settings), place.key())
    try:
        return back_up(source, folder / "backups", place.key(), NOW)
    finally:
        source.close()


async def test_who_was_deleted_after_the_backup_does_not_come_back(
    coach: Coach, settings: Settings, content: Content, tmp_path: Path
) -> None:
    for chat in ("ann", "ben"):
        await at_situation(coach, chat)
        await say(coach, f"I am {chat}", f"{chat} 1", chat)
    path = _from_beside(settings, tmp_path)
    await say(coach, "/forget", "f1", "ann")
    await say(coach, "Yes, delete it all", "f2", "ann")
    assert await texts(coach, "ann") == []
    await coach.store.close()
    done = restoring(path, settings).carry_out(NOW)
    assert (done.erased, done.left_alone, done.is_list_known) == (1, [], True)
    coach = open_coach(settings, content)
    assert await texts(coach, "ann") == []
    assert await texts(coach, "ben") == ["I am ben"]
    await coach.store.close()
    assert done.kept_in
    assert (done.kept_in / "coach.db").exists()


async def test_after_restoring_nothing_goes_out_of_whom_was_deleted_and_looked_after_it_alone(
    coach: Coach, settings: Settings, content: Content, tmp_path: Path
) -> None:
    await at_situation(coach, "ann")
    team = Cohort("team", "Team", "thing_2", NOW.date() + timedelta(days=90), "Europe/London", NOW)
    weekly = Timing("Europe/London", "10:00", weekday=0)
    planned = Schedule("weekly", "team", Audience("unfinished"), "", weekly, "ann", NOW, NOW)
    looks_after = (SaveCohort(team), AddCoordinator("team", "ann"), ScheduleReminder(planned))
    await coach.store.do(looks_after, "ann", NOW)
    path = _from_beside(settings, tmp_path)
    await say(coach, "/forget", "f1", "ann")
    await say(coach, "Yes, delete it all", "f2", "ann")
    assert await coach.store.schedules() == []
    await coach.store.close()
    done = restoring(path, settings).carry_out(NOW)
    assert [each.id for each in done.left_alone] == ["team"]
    coach = open_coach(settings, content)
    assert await coach.store.schedules() == []
    view = await coach.store.view("team")
    assert view
    assert (view.coordinators, [each.what for each in view.audit]) == ((), ["left_alone"])
    await coach.store.close()


async def test_what_was_about_to_be_sent_is_unknown_after_restoring(
    coach: Coach, settings: Settings, content: Content, tmp_path: Path
) -> None:
    await at_situation(coach)
    to = Address("telegram", "1")
    await coach.store.add(Outgoing("one", to, "reply", Reply("hello")))
    path = _from_beside(settings, tmp_path)
    await coach.store.close()
    restoring(path, settings).carry_out(NOW)
    coach = open_coach(settings, content)
    assert await coach.store.waiting() == []
    row = store_of(coach)._connection.execute("SELECT state, body FROM outbox").fetchone()
    assert row == ("unknown", "")
    await coach.store.close()


async def test_what_was_shared_is_open_to_nobody_after_restoring(
    coach: Coach, settings: Settings, content: Content, tmp_path: Path
) -> None:
    await at_situation(coach)
    shared = Sharing("h1", "1", "thing_2", 1, NOW, NOW + timedelta(days=14), "Thing 2", "v1")
    await coach.store.do([Share(shared)], "1", NOW)
    path = _from_beside(settings, tmp_path)
    await coach.store.do([TakeBack("h1")], "1", NOW)
    await coach.store.close()
    restoring(path, settings).carry_out(NOW)
    coach = open_coach(settings, content)
    assert await coach.store.shared("h1", NOW) is None
    assert [each.ended_at for each in await coach.store.sharings("1")] == [NOW]
    await coach.store.close()


async def test_a_backup_with_a_bad_page_is_refused_and_nothing_is_changed(
    coach: Coach, settings: Settings, content: Content, tmp_path: Path
) -> None:
    await at_situation(coach)
    await say(coach, "I am here", "1")
    path = _from_beside(settings, tmp_path)
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)
    await coach.store.close()
    for attempt in (
        restoring(path, settings).check,
        lambda: restoring(path, settings).carry_out(NOW),
    ):
        with pytest.raises(BackupFailed):
            attempt()
    coach = open_coach(settings, content)
    assert await texts(coach) == ["I am here"]
    await coach.store.close()


async def test_nothing_is_restored_under_a_coach_that_runs(
    coach: Coach, settings: Settings, tmp_path: Path
) -> None:
    path = _from_beside(settings, tmp_path)
    with pytest.raises(DataInUse):
        restoring(path, settings).carry_out(NOW)
    await coach.store.close()


def test_backups_are_kept_by_count_and_by_age_and_the_newest_always(tmp_path: Path) -> None:
    for days in range(10):
        (tmp_path / f"coach-{NOW - timedelta(days=days):%Y%m%dT%H%M%SZ}.db").touch()
    drop_old(tmp_path, most=5, days=3, now=NOW)
    assert len(backups(tmp_path)) == 4
    drop_old(tmp_path, most=5, days=3, now=NOW + timedelta(days=100))
    assert [each.stem for each in backups(tmp_path)] == [f"coach-{NOW:%Y%m%dT%H%M%SZ}"]


async def test_a_copy_is_made_before_tables_change(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await at_situation(coach)
    assert not (settings.coach_data / BEFORE).exists()
    execute = store_of(coach)._connection.execute
    execute("DELETE FROM _sqlite_migrations WHERE name = 'm092_since'")
    execute("ALTER TABLE outbox DROP COLUMN at")
    await coach.store.close()
    coach = open_coach(settings, content)
    copied = connect(settings.coach_data / BEFORE, place_of(settings).key(), wal=False)
    assert copied.execute("SELECT count(*) FROM conversations").fetchone() == (1,)
    copied.close()
    await coach.store.close()


async def test_a_copy_that_can_only_be_read_is_read_with_its_journal(
    coach: Coach, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_situation(coach)
    await say(coach, "still in the journal", "1")
    copied = settings.coach_data.parent / "copy"
    copied.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{database(settings)}{ending}", copied / f"coach.db{ending}")
    await coach.store.close()
    monkeypatch.setattr("bot.store.place.DataPlace.open", _cannot)
    place = DataPlace(copied, settings.coach_key_file)
    with place.reading() as store:
        found = (await store.load("one")).messages
        await store.close()
    assert [each.text for each in found] == ["still in the journal"]


def _cannot(*_: object, **__: object) -> None:
    raise CannotSave("cannot_open", path="x", why="it is read-only")


async def test_event_of_before_the_backup_is_known_again(
    coach: Coach, settings: Settings, content: Content, tmp_path: Path
) -> None:
    await at_situation(coach)
    await say(coach, "once", "1")
    path = _from_beside(settings, tmp_path)
    await coach.store.close()
    restoring(path, settings).carry_out(NOW)
    coach = open_coach(settings, content)
    assert await coach.service.receive(Event("one", "say", "once", "1", "1")) is None
    await coach.store.close()
