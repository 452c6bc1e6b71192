"""The tables are the same in both stores, or a step of one has been forgotten in the other."""

from __future__ import annotations

from pathlib import Path

import psycopg

from bot.store.postgres.schema import FIRST, STEPS
from bot.store.sqlite.store import SqliteStore

OWN = {"coach_steps", "coach_key", "intake", "sends"}
"""Tables that only a server needs."""


def columns_there(url: str) -> dict[str, set[str]]:
    found = dict[str, set[str]]()
    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = 'public'"
        ).fetchall()
    for table, column in rows:
        if table not in OWN and column != "rowid":
            found.setdefault(table, set()).add(column)
    return found


async def test_each_table_has_the_same_columns_in_both_stores(
    database_url: str, tmp_path: Path
) -> None:
    store = SqliteStore.open(tmp_path / "data", "ab" * 32, Path("(in memory)"))
    names = store._execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    ).fetchall()
    here = {
        name: {row[1] for row in store._execute(f"PRAGMA table_info({name})").fetchall()}
        for (name,) in names
    }
    steps = {name for (name,) in store._execute("SELECT name FROM _sqlite_migrations").fetchall()}
    await store.close()
    assert columns_there(database_url) == here
    assert {each for each in steps if each > FIRST} == set(STEPS) - {FIRST}
