"""``coach run --new``: a bot whose data is gone for good begins with none."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app import has_data, open_coach
from bot.content.library import Content
from bot.domain.events import Event
from bot.services.coach import Coach
from bot.settings import Settings
from tests.conftest import Run
from tests.support.bot_api.server import BotApi

pytestmark = pytest.mark.long

Lose = Callable[[Path], None]


async def asked_to_run(run_process: Run, api: BotApi, *options: str) -> int:
    """Start a bot that ends with 5, a wrong token, once it has opened its data."""
    told = {"TELEGRAM_BOT_TOKEN": "4242:wrong", "TELEGRAM_API_URL": api.url}
    done = await asyncio.to_thread(lambda: run_process("run", *options, **told))
    return int(done.returncode)


@pytest.fixture
async def used(coach: Coach) -> Coach:
    """A coach whose data was made and left."""
    await coach.service.receive(Event("terminal", "say", "/start", "1"))
    await coach.store.close()
    return coach


async def test_a_first_run_needs_no_new(run_process: Run, api: BotApi) -> None:
    assert await asked_to_run(run_process, api) == 5


def all_of_it(data: Path) -> None:
    shutil.rmtree(data)


def all_but_the_mark(data: Path) -> None:
    (data / "coach.db").unlink()


@pytest.mark.usefixtures("used")
@pytest.mark.parametrize("lose", [all_of_it, all_but_the_mark])
async def test_new_makes_a_database_where_one_is_gone(
    run_process: Run, api: BotApi, tmp_path: Path, settings: Settings, lose: Lose
) -> None:
    lose(tmp_path / "data")
    assert await asked_to_run(run_process, api) == 2
    assert await asked_to_run(run_process, api, "--new") == 5
    assert has_data(settings)


def empty(data: Path) -> None:
    (data / "coach.db").write_bytes(b"")


def all_but_the_journal(data: Path) -> None:
    (data / "coach.db").rename(data / "coach.db-wal")


@pytest.mark.parametrize("lose", [empty, all_but_the_journal])
async def test_new_replaces_nothing_that_is_left_of_a_database(
    run_process: Run, api: BotApi, tmp_path: Path, used: Coach, lose: Lose
) -> None:
    lose(tmp_path / "data")
    left = {each.name for each in (tmp_path / "data").iterdir()}
    assert await asked_to_run(run_process, api, "--new") == 2
    assert {each.name for each in (tmp_path / "data").iterdir()} == left


async def test_new_opens_what_is_there(
    run_process: Run, api: BotApi, used: Coach, settings: Settings, content: Content
) -> None:
    assert await asked_to_run(run_process, api, "--new") == 5
    again = open_coach(settings, content)
    assert (await again.store.load("terminal")).attempts
    await again.store.close()
