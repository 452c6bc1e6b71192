"""The data goes from a folder to a server and back, and is what it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.store.sqlite.store import SqliteStore
from tests.cli.test_on_a_server import failed
from tests.conftest import Run
from tests.support.postgres import Server
from tests.support.world import World

KEY = "ab" * 32

NOWHERE = "postgresql://coach@127.0.0.1:1/coach"
"""Nothing listens there."""


def rows_in(folder: Path, key: str) -> dict[str, list[Any]]:
    """Everything in a folder, table by table."""
    store = SqliteStore.open(folder, key, Path("(in memory)"))
    names = store._execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    ).fetchall()
    found = {
        name: sorted(map(repr, store._execute(f'SELECT rowid, * FROM "{name}"').fetchall()))  # noqa: S608
        for (name,) in names
        if name in ("seen", "addresses", "invitations")
    } | {
        name: sorted(map(repr, store._execute(f'SELECT * FROM "{name}"').fetchall()))  # noqa: S608
        for (name,) in names
    }
    store.shut()
    return found


@pytest.fixture
async def full(content: Any, environment: dict[str, str]) -> Path:
    """A folder with a group in it, a reminder on its way, and words of all kinds."""
    folder = Path(environment["COACH_DATA"])
    key = Path(environment["COACH_KEY_FILE"])
    key.parent.mkdir()
    key.write_text(KEY + "\n")
    key.chmod(0o600)
    world = await World.on_disk(content, folder).start()
    ann = world.person("900")
    cohort, people = await world.group(ann, 3)
    await people[0].say("nul\x00 inside, 👍 and a\r\nnew line")
    await people[1].finishes_writing()
    await ann.reminds(cohort)
    await world.store.set_blocked("3", True, world.now)
    await world.store.close()
    return folder


def test_there_and_back_each_row_is_the_same(
    run: Run, postgres: Server, full: Path, tmp_path: Path
) -> None:
    url = postgres.url(postgres.new_database())
    before = rows_in(full, KEY)
    assert len(before["messages"]) > 4
    there = run("move-store", f"sqlite:{full}", url)
    assert there.returncode == 0, there.stderr
    assert "DATABASE_URL" in there.stdout
    assert rows_in(full, KEY) == before
    on = run("play", "thing_2", "--jsonl", "--data", url, typed='{"say": "Hello"}\n')
    assert on.returncode == 0, on.stderr
    failed(run("move-store", f"sqlite:{full}", url), 2, "data in", "already")


def test_and_back_again(run: Run, postgres: Server, full: Path, tmp_path: Path) -> None:
    url = postgres.url(postgres.new_database())
    assert run("move-store", f"sqlite:{full}", url).returncode == 0
    back = run("move-store", url, f"sqlite:{tmp_path / 'back'}")
    assert back.returncode == 0, back.stderr
    assert rows_in(tmp_path / "back", KEY) == rows_in(full, KEY)
    statement = run("status", "--json", COACH_DATA=str(tmp_path / "back"))
    assert '"people": 4' in statement.stdout, statement.stderr


def test_what_was_brought_and_waits_is_not_left_behind(
    run: Run, database_url: str, full: Path, tmp_path: Path
) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("INSERT INTO intake (number, key, shard) VALUES (1, 'k', 1)")
    failed(run("move-store", database_url, f"sqlite:{tmp_path / 'back'}"), 2, "wait on")


def test_what_cannot_be_moved_is_told_and_nothing_is_changed(
    run: Run, database_url: str, full: Path, tmp_path: Path
) -> None:
    failed(run("move-store", "a", "b"), 2, "sqlite:/var/lib/coach")
    failed(run("move-store", f"sqlite:{tmp_path / 'none'}", database_url), 2, "no data")


@pytest.mark.parametrize("is_there", [False, True])
def test_a_folder_with_no_data_is_named_as_the_one_that_was_given(
    run: Run, tmp_path: Path, is_there: bool
) -> None:
    folder = tmp_path / "elsewhere"
    if is_there:
        folder.mkdir()
    done = run("move-store", f"sqlite:{folder}", NOWHERE)
    failed(done, 2, f"There is no data in {folder}", "coach.db")
    assert "COACH_DATA" not in done.stderr, "it is an argument, and no setting"
    assert folder.exists() == is_there
