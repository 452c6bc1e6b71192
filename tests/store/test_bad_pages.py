"""A page that changed on the disk, and a file that went away: each is a fault, not silence."""

from __future__ import annotations

import asyncio
import random
import shutil
from pathlib import Path

import pytest

from bot.app import open_coach
from bot.content.library import Content
from bot.errors import DataGone, DataUnreadable, StoreError
from bot.services.coach import Coach
from bot.settings import Settings
from bot.store.sqlite import live
from bot.store.sqlite.store import SqliteStore
from tests.store.test_sqlite_file import at_situation, database, reopened, say, texts

CHATS = [f"c{number}" for number in range(6)]

PAGE = 4096


async def filled(coach: Coach) -> None:
    """Several chats, each with pages of its own."""
    for chat in CHATS:
        await at_situation(coach, chat)
        await say(coach, f"{chat} " + "word " * 2000, f"{chat} 1", chat)


def flip(path: Path, place: int) -> None:
    """Turn one bit over."""
    held = bytearray(path.read_bytes())
    held[place] ^= 1
    path.write_bytes(held)


async def unreadable(coach: Coach) -> list[str]:
    found = list[str]()
    for chat in CHATS:
        try:
            await coach.store.load(chat)
        except DataUnreadable:
            found.append(chat)
    return found


async def damaged(coach: Coach, settings: Settings, content: Content) -> tuple[Coach, str]:
    """A coach whose file has one bad page, with the words of one chat."""
    await filled(coach)
    await coach.store.close()
    path = database(settings)
    for page in range(path.stat().st_size // PAGE - 1, 0, -1):
        flip(path, page * PAGE + 100)
        try:
            coach = open_coach(settings, content)
        except StoreError:
            flip(path, page * PAGE + 100)
            continue
        if (bad := await unreadable(coach)) == CHATS[2:3]:  # not the last, where rows are added
            return coach, bad[0]
        await coach.store.close()
        flip(path, page * PAGE + 100)
    raise AssertionError("no page is one chat's alone")


async def test_one_bad_page_takes_one_chat_and_all_others_go_on(
    coach: Coach, settings: Settings, content: Content
) -> None:
    coach, bad = await damaged(coach, settings, content)
    others = [chat for chat in CHATS if chat != bad]
    with pytest.raises(DataUnreadable):
        await say(coach, "again", "2", bad)
    for chat in others:
        assert await say(coach, "and on", f"{chat} 2", chat)
        assert (await texts(coach, chat))[-1] == "and on"
    coach = await reopened(coach, settings, content)
    assert [(await texts(coach, chat))[-1] for chat in others] == ["and on"] * len(others)
    await coach.store.close()


async def test_no_flipped_bit_leaves_opening_as_an_error_of_the_driver(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await filled(coach)
    await coach.store.close()
    path, chance = database(settings), random.Random(7)
    for _ in range(60):
        place = chance.randrange(path.stat().st_size)
        flip(path, place)
        try:
            opened = open_coach(settings, content)
            await unreadable(opened)
            await opened.store.close()
        except DataUnreadable:
            pass
        flip(path, place)
    coach = open_coach(settings, content)
    assert await unreadable(coach) == []
    await coach.store.close()


async def test_nothing_is_called_saved_in_a_file_that_was_deleted(
    coach: Coach, settings: Settings
) -> None:
    await at_situation(coach)
    database(settings).unlink()
    with pytest.raises(DataGone):
        await say(coach, "lost", "1")
    assert isinstance(coach.store, SqliteStore)
    with pytest.raises(DataGone):
        await coach.store.watch()


async def test_a_file_that_was_replaced_is_noticed_though_nobody_writes(
    coach: Coach, settings: Settings
) -> None:
    await at_situation(coach)
    path = database(settings)
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.rename(path)
    assert isinstance(coach.store, SqliteStore)
    with pytest.raises(DataGone):
        await coach.store.watch()


async def test_a_file_of_one_byte_is_no_new_database(
    coach: Coach, settings: Settings, content: Content
) -> None:
    await coach.store.close()
    database(settings).write_bytes(b"x")
    with pytest.raises(DataUnreadable):
        open_coach(settings, content)
    assert database(settings).read_bytes() == b"x"


async def test_the_journal_is_emptied_when_nobody_writes(
    coach: Coach, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "LOOK_EVERY", 0.01)
    await at_situation(coach)
    journal = database(settings).with_name("coach.db-wal")
    assert journal.stat().st_size
    assert isinstance(coach.store, SqliteStore)
    watching = asyncio.ensure_future(coach.store.watch())
    while journal.stat().st_size:
        await asyncio.sleep(0.01)
    watching.cancel()
    await say(coach, "and on", "1")
    assert await texts(coach) == ["and on"]
    await coach.store.close()


async def test_a_journal_that_is_missing_after_a_crash_is_told(
    coach: Coach,
    settings: Settings,
    content: Content,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await at_situation(coach)
    journal = database(settings).with_name("coach.db-wal")
    crashed = settings.model_copy(update={"coach_data": tmp_path / "crashed"})
    shutil.copytree(settings.coach_data, crashed.coach_data)
    await coach.store.close()
    coach = open_coach(settings, content)
    assert "journal" not in caplog.text, "it was closed in order"
    await coach.store.close()
    (crashed.coach_data / journal.name).unlink()
    for _ in range(2):
        coach = open_coach(crashed, content)
        await coach.store.close()
    assert caplog.text.count("what was saved last may be gone") == 1
