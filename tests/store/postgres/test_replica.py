"""A server dies and its replica takes over: all that was called saved is there."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.domain.turn import Turn
from bot.errors import StoreError
from bot.store.postgres.store import PostgresStore
from tests.store.test_contract import turn
from tests.support.postgres import Pair, open_store


async def saved(store: PostgresStore, made: Turn, key: str) -> None:
    """Save, and try again as long as nobody can be written to."""
    async with asyncio.timeout(60):
        while True:
            try:
                await store.save(made, key)
            except StoreError:
                await asyncio.sleep(0.1)
            else:
                return


async def test_what_was_saved_is_there_when_the_replica_has_taken_over(
    pair: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    store = open_store(pair.url(pair.first.new_database()))
    made = turn()
    for version in range(20):
        made = replace(made, after=replace(made.after, version=version))
        await store.save(made, f"key {version}")
    pair.fail_over()
    made = replace(made, after=replace(made.after, version=20))
    await saved(store, made, "key 20")
    assert (await store.load("1")).version == 20
    for version in range(21):
        assert await store.take_up("1", f"key {version}") is None, "it is answered"
    assert "has lost" not in caplog.text
    await store.close()
