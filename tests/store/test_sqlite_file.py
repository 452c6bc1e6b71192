"""The file of the store: durable, encrypted, and never a fresh one in the place of an old one."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
import sqlcipher3
from sqlite_utils import Database

from bot.app import open_coach
from bot.content.library import Content
from bot.domain.events import Event
from bot.domain.turn import Turn
from bot.errors import (
    CannotSave,
    CannotSaveThis,
    CoachError,
    DataInUse,
    DataNewer,
    DataUnreadable,
    KeyProblem,
)
from bot.flows.registry import FLOWS
from bot.services.coach import Coach
from bot.services.turns import Service
from bot.settings import Settings
from bot.store.sqlite import connection, group_commit, schema
from bot.store.sqlite.migrations import migrations
from bot.store.sqlite.store import SqliteStore

ODD = [
    "   ",
    "👍",
    "nul\x00 inside",
    "\u202eright to left\u200f",
    "\x1b[31mred\x07",
    "$name {x.__class__} <b> *_[`]",
    "- a: &b *c !!python/object",
    "word " * 20_000,
    "a\r\nb\nc\u2028d",
]


async def say(coach: Coach, text: str, key: str, chat: str = "one") -> Turn | None:
    return await coach.service.receive(Event(chat, "say", text, key, key))


async def at_situation(coach: Coach, chat: str = "one") -> None:
    await say(coach, "Start", f"{chat} start", chat)


async def reopened(coach: Coach, settings: Settings, content: Content) -> Coach:
    await coach.store.close()
    return open_coach(settings, content)


async def texts(coach: Coach, chat: str = "one") -> list[str]:
    return [message.text for message in (await coach.store.load(chat)).messages]


def store_of(coach: Coach) -> SqliteStore:
    assert isinstance(coach.store, SqliteStore)
    return coach.store


def database(settings: Settings) -> Path:
    return settings.coach_data / "coach.db"


@pytest.mark.parametrize("text", ODD)
async def test_what_was_typed_comes_back_to_the_letter(
    coach: Coach, settings: Settings, content: Content, text: str
) -> None:
    await at_situation(coach)
    await say(coach, text, "1")
    coach = await reopened(coach, settings, content)
    assert await texts(coach) == [text]
    await coach.store.close()


async def test_the_whole_conversation_comes_back_as_it_was(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await at_situation(coach)
    for number, text in enumerate(
        ["I am a cook", "Next", "a plan", "/restart", "Yes, start again"]
    ):
        await say(coach, text, str(number))
    await coach.service.receive(Event("one", "edit", "I am a chef", "e", "0"))
    before = await coach.store.load("one")
    coach = await reopened(coach, settings, content)
    assert await coach.store.load("one") == before
    assert before.messages[0].edited_at
    await coach.store.close()


async def test_forget_deletes_every_row_and_empties_the_journal(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await at_situation(coach)
    await say(coach, "a secret that must go", "1")
    await say(coach, "/forget", "2")
    turn = await say(coach, "Yes, delete it all", "3")
    assert turn
    assert turn.forget
    assert await texts(coach) == []
    assert not (settings.coach_data / "coach.db-wal").stat().st_size
    await coach.store.close()
    key = settings.coach_key_file.read_text().strip()
    connection = sqlcipher3.connect(str(database(settings)))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    plain = settings.coach_data / "plain.db"
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    assert b"a secret" not in plain.read_bytes()
    assert b'"one"' not in plain.read_bytes()


async def test_no_word_lies_in_the_folder_in_plain_text(coach: Coach, settings: Settings) -> None:
    await at_situation(coach)
    await say(coach, "a very private sentence", "1")
    files = [path for path in settings.coach_data.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"coach.db", "coach.db-wal"}
    for path in files:
        assert b"private" not in path.read_bytes()
    await coach.store.close()


async def test_the_key_is_made_once_for_the_owner_only_and_apart_from_the_data(
    coach: Coach, settings: Settings, content: Content
) -> None:
    key = settings.coach_key_file
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(database(settings).stat().st_mode) == 0o600
    assert settings.coach_data not in key.parents
    before = key.read_text()
    coach = await reopened(coach, settings, content)
    assert key.read_text() == before
    await coach.store.close()


async def test_it_keeps_what_the_design_asks_of_sqlite(coach: Coach) -> None:
    connection = store_of(coach)._connection

    def pragma(name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 0, "who waits for a lock waits without blocking the others"
    assert pragma("secure_delete") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("cipher_version")
    for table in Database(store_of(coach)._connection).tables:
        assert table.strict or table.name == migrations.migrations_table
    await coach.store.close()


def refusal(settings: Settings, content: Content) -> CoachError:
    with pytest.raises(CoachError) as caught:
        open_coach(settings, content)
    return caught.value


def untouched(settings: Settings) -> bytes:
    return database(settings).read_bytes()


async def test_a_second_process_is_told_and_the_first_goes_on(
    coach: Coach, settings: Settings, content: Content
) -> None:
    assert isinstance(refusal(settings, content), DataInUse)
    await at_situation(coach)
    assert (await coach.store.load("one")).attempts


async def test_a_wrong_key_changes_nothing(
    coach: Coach, settings: Settings, content: Content, capfd: pytest.CaptureFixture[str]
) -> None:
    await at_situation(coach)
    await coach.store.close()
    before = untouched(settings)
    settings.coach_key_file.write_text("0" * 64)
    error = refusal(settings, content)
    assert isinstance(error, DataUnreadable)
    assert untouched(settings) == before
    assert capfd.readouterr().err == "", "SQLCipher adds no lines of its own"


async def test_a_missing_key_is_never_made_anew_beside_old_data(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await coach.store.close()
    settings.coach_key_file.unlink()
    assert refusal(settings, content).sentence == "key_missing"
    assert not settings.coach_key_file.exists()


@pytest.mark.parametrize("text", ["", "not a key", "é" * 32, "0" * 63])
async def test_a_file_that_is_no_key_is_told(
    settings: Settings, content: Content, text: str
) -> None:
    settings.coach_key_file.parent.mkdir(parents=True)
    settings.coach_key_file.write_text(text)
    assert refusal(settings, content).sentence == "key_bad"


async def test_a_key_beside_the_data_is_refused(settings: Settings, content: Content) -> None:
    beside = settings.model_copy(update={"coach_key_file": settings.coach_data / "x" / "key"})
    assert isinstance(refusal(beside, content), KeyProblem)
    assert not settings.coach_data.exists()


async def test_a_damaged_file_is_told_and_left_as_it_is(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await at_situation(coach)
    await coach.store.close()
    damaged = bytearray(untouched(settings))
    damaged[100] ^= 1
    database(settings).write_bytes(damaged)
    assert isinstance(refusal(settings, content), DataUnreadable)
    assert untouched(settings) == bytes(damaged)


async def test_damage_further_in_is_noticed_when_it_is_read(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await at_situation(coach)
    await say(coach, "word " * 5000, "1")
    await coach.store.close()
    damaged = bytearray(untouched(settings))
    for place in range(5000, len(damaged), 4096):
        damaged[place] ^= 1
    database(settings).write_bytes(damaged)
    with pytest.raises(DataUnreadable):
        await open_coach(settings, content).store.load("one")


@pytest.mark.parametrize("rest", [b"", b"short"])
async def test_what_is_left_of_a_database_is_never_replaced(
    coach: Coach, settings: Settings, content: Content, rest: bytes
) -> None:
    await coach.store.close()
    database(settings).write_bytes(rest)
    assert isinstance(refusal(settings, content), DataUnreadable)
    assert untouched(settings) == rest


async def test_a_journal_without_its_file_is_not_written_over(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await coach.store.close()
    database(settings).rename(settings.coach_data / "coach.db-wal")
    assert refusal(settings, content).sentence == "database_gone"


async def test_a_database_that_has_gone_is_never_made_anew(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await coach.store.close()
    database(settings).unlink()
    assert refusal(settings, content).sentence == "database_gone"
    assert not database(settings).exists()


async def test_a_link_to_a_disk_that_is_away_is_not_replaced(
    settings: Settings, content: Content, tmp_path: Path
) -> None:
    settings.coach_key_file.parent.mkdir(parents=True)
    settings.coach_key_file.write_text("0" * 64)
    settings.coach_data.mkdir()
    database(settings).symlink_to(tmp_path / "away" / "coach.db")
    assert refusal(settings, content).sentence == "database_gone"
    assert database(settings).is_symlink()


async def test_a_key_that_cannot_be_read_is_not_called_wrong(
    settings: Settings, content: Content
) -> None:
    settings.coach_key_file.mkdir(parents=True)
    assert refusal(settings, content).sentence == "key_unreadable"


async def test_a_half_made_first_database_does_not_stop_the_next_start(
    settings: Settings, content: Content
) -> None:
    settings.coach_data.mkdir(parents=True)
    (settings.coach_data / "coach.db.new").write_bytes(b"half")
    coach = open_coach(settings, content)
    await at_situation(coach)
    await coach.store.close()


async def test_a_start_looks_at_the_steps_of_the_tables_only_where_they_may_have_changed(
    coach: Coach, settings: Settings, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_situation(coach)
    await coach.store.close()
    with monkeypatch.context() as without_steps:
        without_steps.setattr(schema, "_steps", None)
        again = open_coach(settings, content)
        assert (await again.store.load("one")).version
        await again.store.close()
    monkeypatch.setattr(schema, "_STEPS", (Path(__file__),))  # another build
    steps = Mock(wraps=schema._steps)
    monkeypatch.setattr(schema, "_steps", steps)
    await open_coach(settings, content).store.close()
    assert steps.called
    steps.reset_mock()
    await open_coach(settings, content).store.close()
    assert not steps.called, "the other build has left its stamp"


async def test_a_newer_database_is_left_alone(
    coach: Coach, settings: Settings, content: Content
) -> None:
    Database(store_of(coach)._connection).table(migrations.migrations_table).insert(
        {"migration_set": "coach", "name": "m999_later", "applied_at": "later"}
    )
    await coach.store.close()
    assert isinstance(refusal(settings, content), DataNewer)


async def test_a_folder_that_cannot_be_written_is_told(
    settings: Settings, content: Content, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    inside = settings.model_copy(update={"coach_data": tmp_path / "file" / "data"})
    assert isinstance(refusal(inside, content), CannotSave)


async def test_a_full_disk_keeps_what_was_saved_and_does_not_say_saved(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await at_situation(coach)
    await say(coach, "safe", "1")
    pages = store_of(coach)._connection.execute("PRAGMA page_count").fetchone()[0]
    store_of(coach)._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotSave):
        await say(coach, "word " * 20_000, "2")
    assert await texts(coach) == ["safe"]
    store_of(coach)._connection.execute("PRAGMA max_page_count = 1000000")
    assert await say(coach, "and on", "3")
    coach = await reopened(coach, settings, content)
    assert await texts(coach) == ["safe", "and on"]
    await coach.store.close()


@pytest.mark.parametrize(
    "fault", [sqlcipher3.OperationalError("disk I/O error"), OSError(errno.ENOSPC, "No space left")]
)
async def test_a_disk_that_is_full_before_the_start_is_called_full(
    coach: Coach,
    settings: Settings,
    content: Content,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
) -> None:
    await coach.store.close()

    def fails(*_: object) -> None:
        raise fault

    monkeypatch.setattr(connection, "connect", fails)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    told = refusal(settings, content)
    assert isinstance(told, CannotSave)
    assert told.sentence == "no_room"


async def test_who_shares_a_commit_that_a_full_disk_undid_is_told_why(coach: Coach) -> None:
    await at_situation(coach)
    await at_situation(coach, "two")
    pages = store_of(coach)._connection.execute("PRAGMA page_count").fetchone()[0]
    store_of(coach)._connection.execute(f"PRAGMA max_page_count = {pages}")
    small, large = say(coach, "small", "1"), say(coach, "word " * 20_000, "2", "two")
    for found in await asyncio.gather(small, large, return_exceptions=True):
        assert isinstance(found, CannotSave)
        assert found.facts["why"] == "database or disk is full"
        assert found.facts["path"].endswith("coach.db")
    store_of(coach)._connection.execute("PRAGMA max_page_count = 1000000")
    assert await say(coach, "small", "1")
    await coach.store.close()


def other_writer(settings: Settings) -> sqlcipher3.Connection:
    """Another process's connection to the same file, in the middle of writing."""
    other = sqlcipher3.connect(str(database(settings)), isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{settings.coach_key_file.read_text().strip()}'\"")
    other.execute("BEGIN IMMEDIATE")
    return other


async def test_who_waits_for_another_writer_holds_up_nobody_and_then_saves(
    coach: Coach, settings: Settings
) -> None:
    await at_situation(coach)
    other = other_writer(settings)
    waiting = [asyncio.ensure_future(say(coach, f"part {n}", f"{n}")) for n in range(3)]
    waiting += [asyncio.ensure_future(say(coach, "Start", f"s{n}", f"c{n}")) for n in range(20)]
    await asyncio.sleep(0.2)
    assert await texts(coach) == [], "others read meanwhile"
    assert not any(each.done() for each in waiting)
    waiting.pop().cancel()
    other.close()
    assert all(await asyncio.gather(*waiting))
    assert await texts(coach) == ["part 0", "part 1", "part 2"]
    await coach.store.close()


async def test_a_writer_that_does_not_end_is_waited_for_only_so_long(
    coach: Coach, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "LOCK_SECONDS", 0.2)
    await at_situation(coach)
    other = other_writer(settings)
    with pytest.raises(CannotSave) as caught:
        await say(coach, "part 1", "1")
    assert caught.value.facts == {"path": str(database(settings)), "why": "database is locked"}
    other.close()
    assert await say(coach, "part 1", "1")
    await coach.store.close()


async def test_a_turn_that_cannot_be_saved_leaves_nothing_half_done(
    coach: Coach, content: Content
) -> None:
    await at_situation(coach)
    store_of(coach)._connection.execute(
        "CREATE TRIGGER broken BEFORE INSERT ON seen BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(CannotSave):
        await say(coach, "lost", "1")
    assert await texts(coach) == []


async def test_what_the_file_takes_from_nobody_fails_alone_and_says_so(coach: Coach) -> None:
    store = coach.store
    assert isinstance(store, SqliteStore)
    bad = store.quarantine(["a", None], "x", datetime.now(UTC))  # type: ignore[list-item]
    good = store.quarantine(["b"], "x", datetime.now(UTC))
    failed, kept = await asyncio.gather(bad, good, return_exceptions=True)
    assert isinstance(failed, CannotSaveThis)
    assert kept == 1


async def test_keys_of_handled_events_do_not_pile_up(settings: Settings, content: Content) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    coach = open_coach(settings, content)
    service = Service(FLOWS, content, coach.store, lambda: now)
    await service.receive(Event("one", "say", "hi", "1", "1"))
    await coach.store.close()
    now += timedelta(days=8)
    coach = open_coach(settings, content)
    service = Service(FLOWS, content, coach.store, lambda: now)
    await service.receive(Event("one", "say", "hi", "2", "2"))
    assert await coach.store.take_up("one", "1") is not None
    assert await coach.store.take_up("one", "2") is None
    await coach.store.close()


async def test_migrations_bring_the_oldest_tables_with_a_row_to_the_newest(tmp_path: Path) -> None:
    key, path = "0" * 64, tmp_path / "coach.db"
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    old = Database(connection)
    names = [migration.name for migration in migrations.pending(old)]
    migrations.apply(old, stop_before=names[1:])
    old.table("conversations").insert(
        {
            "chat_id": "one",
            "state": '{"attempts": [{"number": 1, "dialogue": "thing_2", "step": "situation"}], '
            '"current": 1}',
        }
    )
    old.table("messages").insert(
        {
            "chat_id": "one",
            "number": 1,
            "attempt": 1,
            "step": "situation",
            "text": "old words",
            "at": "2026-11-21T09:00:00+00:00",
            "source": "s",
            "aside": 0,
            "edited_at": None,
        }
    )
    connection.close()
    store = SqliteStore.open(tmp_path, key, tmp_path / "key")
    conversation = await store.load("one")
    assert conversation.messages[0].text == "old words"
    assert conversation.attempt.step == "situation"
    await store.close()


def test_the_process_umask_does_not_open_the_key(settings: Settings, content: Content) -> None:
    old = os.umask(0)
    try:
        coach = open_coach(settings, content)
    finally:
        os.umask(old)
    assert stat.S_IMODE(settings.coach_key_file.stat().st_mode) == 0o600
    asyncio.run(coach.store.close())


async def test_who_comes_beside_waits_until_the_data_is_made_and_makes_none(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, key = settings.coach_data, "ab" * 32
    lock = connection.lock_folder(folder)  # another process has it, and is making its data
    beside = asyncio.create_task(
        asyncio.to_thread(SqliteStore.open, folder, key, Path("key"), beside=True)
    )
    await asyncio.sleep(0.2)
    assert [each.name for each in folder.iterdir()] == ["coach.lock"], "nothing is made twice"
    connection._create(database(settings), key)
    await (await asyncio.wait_for(beside, 20)).close()
    database(settings).unlink()
    monkeypatch.setattr(connection, "WAITS", 1)
    with pytest.raises(DataInUse):
        SqliteStore.open(folder, key, Path("key"), beside=True)
    lock.release()


async def test_a_start_waits_for_a_command_that_has_the_folder_for_a_moment(
    settings: Settings,
) -> None:
    folder, key = settings.coach_data, "ab" * 32
    lock = connection.lock_folder(folder)
    starting = asyncio.create_task(asyncio.to_thread(SqliteStore.open, folder, key, Path("key")))
    await asyncio.sleep(0.2)
    assert not starting.done()
    lock.release()
    await (await asyncio.wait_for(starting, 20)).close()
