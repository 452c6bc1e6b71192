"""``coach run --new``: a bot whose data is gone for good begins with none."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.support.bot_api.server import BotApi

pytestmark = pytest.mark.long

Lose = Callable[[Path], None]


async def asked_to_run(run: Run, api: BotApi, *options: str) -> int:
    """Start a bot that ends with 5, a wrong token, once it has opened its data."""
    told = {"TELEGRAM_BOT_TOKEN": "4242:wrong", "TELEGRAM_API_URL": api.url}
    done = await asyncio.to_thread(lambda: run("run", *options, **told))
    return int(done.returncode)


def all_of_it(data: Path) -> None:
    shutil.rmtree(data)


def all_but_the_mark(data: Path) -> None:
    (data / "coach.db").unlink()


@pytest.mark.parametrize("lose", [all_of_it, all_but_the_mark])
async def test_new_makes_a_database_where_one_is_gone(
    run: Run, api: BotApi, tmp_path: Path, lose: Lose
) -> None:
    assert await asked_to_run(run, api) == 5, "a first run needs no --new"
    lose(tmp_path / "data")
    assert await asked_to_run(run, api) == 2
    assert await asked_to_run(run, api, "--new") == 5
    assert (tmp_path / "data" / "coach.db").exists()
    assert await asked_to_run(run, api) == 5


def empty(data: Path) -> None:
    (data / "coach.db").write_bytes(b"")


def all_but_the_journal(data: Path) -> None:
    (data / "coach.db").rename(data / "coach.db-wal")


@pytest.mark.parametrize("lose", [empty, all_but_the_journal])
async def test_new_replaces_nothing_that_is_left_of_a_database(
    run: Run, api: BotApi, tmp_path: Path, lose: Lose
) -> None:
    await asked_to_run(run, api)
    lose(tmp_path / "data")
    left = {each.name for each in (tmp_path / "data").iterdir()}
    assert await asked_to_run(run, api, "--new") == 2
    assert {each.name for each in (tmp_path / "data").iterdir()} == left


async def test_new_opens_what_is_there(run: Run, api: BotApi, tmp_path: Path) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    assert await asked_to_run(run, api, "--new") == 5
    assert "I am a cook." in run("statement").stdout
