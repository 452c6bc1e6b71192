"""The stores that there are: what is promised of one is promised of each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Store
from bot.store.sqlite.store import SqliteStore
from tests.support.memory_store import MemoryStore
from tests.support.postgres import open_store


@pytest.fixture(params=["sqlite", "memory", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    found: Store = MemoryStore()
    if request.param == "postgres":
        found = open_store(request.getfixturevalue("database_url"))
    if request.param == "sqlite":
        found = SqliteStore.open(tmp_path / "data", "ab" * 32, Path("(in memory)"))
    yield found
    await found.close()
