"""Whoever waits for the store is told how it ended: nothing lets them wait for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import psycopg
import pytest
import sqlcipher3

from bot.errors import CannotSave, StoreError
from bot.services.coach import Coach
from bot.settings import Settings
from bot.store.postgres.lanes import Here, Lane, ReadingLane, WritingLane
from bot.store.postgres.sealing import Sealer
from bot.store.sqlite.store import SqliteStore
from tests.store.test_sqlite_file import other_writer, store_of
from tests.support.postgres import KEY, open_store

SOON = 20
"""Seconds after which nobody is told any more: it takes some thousandths of one."""


async def two_wait_and_one_goes_away(
    coach: Coach, settings: Settings
) -> tuple[SqliteStore, asyncio.Future[None]]:
    """Two wait for the lock of another process; it comes free, and one of them gives up just then.

    Return the store and the one that still waits.
    """
    store, other = store_of(coach), other_writer(settings)
    goes = asyncio.ensure_future(store.set_meta("goes", "away"))
    waits = asyncio.ensure_future(store.set_meta("waits", "on"))
    await asyncio.sleep(0)
    other.close()
    goes.cancel()
    return store, waits


async def test_who_goes_away_just_as_the_lock_is_free_takes_nobody_along(
    coach: Coach, settings: Settings
) -> None:
    store, waits = await two_wait_and_one_goes_away(coach, settings)
    store._commits._knock()
    await asyncio.wait_for(waits, SOON)
    await asyncio.wait_for(store.set_meta("comes", "later"), SOON)
    assert [await store.get_meta(each) for each in ("goes", "waits", "comes")] == [
        *("", "on", "later")
    ]
    await store.close()


async def test_who_goes_away_just_as_the_lock_is_refused_takes_nobody_along(
    coach: Coach, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, waits = await two_wait_and_one_goes_away(coach, settings)
    with monkeypatch.context() as broken:
        broken.setattr(store._commits, "_begin", Mock(side_effect=sqlcipher3.OperationalError("x")))
        store._commits._knock()
    with pytest.raises(CannotSave):
        await asyncio.wait_for(waits, SOON)
    await asyncio.wait_for(store.set_meta("comes", "later"), SOON)
    await store.close()


async def test_a_commit_that_fails_and_cannot_be_undone_is_told(coach: Coach) -> None:
    store = store_of(coach)
    execute = store._live.execute

    def failing(statement: str, *given: Any) -> Any:
        if statement in ("COMMIT", "ROLLBACK"):
            raise sqlcipher3.OperationalError("disk I/O error")
        return execute(statement, *given)

    store._live.execute = failing
    with pytest.raises(CannotSave):
        await asyncio.wait_for(store.set_meta("a", "1"), SOON)
    await asyncio.wait_for(store.set_meta("b", "2"), SOON)
    assert [await store.get_meta(each) for each in "ab"] == ["", "2"]
    await store.close()


@pytest.fixture(params=[ReadingLane, WritingLane])
def lane(request: pytest.FixtureRequest, database_url: str) -> Iterator[Callable[..., Lane]]:
    made = list[Lane]()

    def with_connection(connect: Callable[[], psycopg.Connection[Any]]) -> Lane:
        made.append(request.param(connect, Sealer(KEY), "a server", Here()))
        return made[-1]

    yield with_connection
    for each in made:
        each.close()


def test_a_fault_that_nobody_thought_of_is_told_and_the_next_one_is_served(
    lane: Callable[..., Lane], database_url: str
) -> None:
    tries = iter([ValueError("not thought of")])

    def connect() -> psycopg.Connection[Any]:
        for error in tries:
            raise error
        return psycopg.connect(database_url, autocommit=True)

    async def work() -> str:
        return "done"

    opened = lane(connect)
    with pytest.raises(StoreError):
        opened.post(work).result(SOON)
    assert opened.post(work).result(SOON) == "done"


async def test_who_comes_after_the_end_is_told(database_url: str) -> None:
    store = open_store(database_url)
    await store.close()
    with pytest.raises(StoreError):
        await asyncio.wait_for(store.set_meta("a", "1"), SOON)
    with pytest.raises(StoreError):
        await asyncio.wait_for(store.get_meta("a"), SOON)
