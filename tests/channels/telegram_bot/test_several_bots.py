"""Several bots in one installation: the same person at two of them is two people."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
from aiohttp import ClientSession

from tests.channels.telegram_bot.conftest import Bot
from tests.conftest import Run
from tests.support.bot_api.server import TOKEN, BotApi
from tests.support.bot_api.user import User

SOUTH = "4343:another-loopback-token"

BOTS = """\
bots:
  - name: north
    token_file: tokens/north
    operator_name: North Care
    operator_contact: help@north.example
  - name: south
    token_file: tokens/south
    operator_name: South Homes
    operator_contact: help@south.example
"""


@pytest.fixture
def installation(api: BotApi, environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """An environment in which two bots are set up."""
    tokens = tmp_path / "data" / "tokens"
    tokens.mkdir(parents=True)
    (tokens / "north").write_text(TOKEN + "\n")
    (tokens / "south").write_text(SOUTH + "\n")
    (tmp_path / "data" / "bots.yaml").write_text(BOTS)
    api.another(SOUTH)
    return {**environment, "TELEGRAM_API_URL": api.url}


async def test_a_token_or_settings_that_others_can_read_are_told_of_at_the_start(
    installation: dict[str, str], tmp_path: Path
) -> None:
    tokens, env, bots = tmp_path / "data" / "tokens", tmp_path / ".env", Bot(installation, tmp_path)
    env.write_text("SMTP_PASSWORD=\n")
    (tokens / "north").chmod(0o600)
    for each in (tokens / "south", env):
        each.chmod(0o644)
    await bots.start()
    async with asyncio.timeout(60):
        while "talking as" not in bots.log:
            await asyncio.sleep(0.1)
    await bots.kill()
    for each in (tokens / "south", env):
        assert f"{each} has mode 644: others can use it; chmod 600" in bots.log
    assert str(tokens / "north") not in bots.log


@pytest.fixture(params=["folders", "schemas"])
async def bots(
    request: pytest.FixtureRequest, installation: dict[str, str], tmp_path: Path
) -> AsyncIterator[Bot]:
    """The process of both, with data in folders or on a server; it does not run yet."""
    if request.param == "schemas":
        installation["DATABASE_URL"] = request.getfixturevalue("database_url")
    bots = Bot(installation, tmp_path)
    yield bots
    if bots.process and bots.process.returncode is None:
        await bots.kill()


async def test_one_person_at_two_bots_is_two_people(bots: Bot, api: BotApi) -> None:
    await bots.start()
    north, south = User(api, 31337), User(api.others[SOUTH], 31337)
    for ann in (north, south):
        await ann.asks("/start", "Who can read")
        await ann.asks("Start", "Tell me your role")
    await north.asks("I wrote a rota for the home.", "7 words")
    await south.asks("I am a cook.", "4 words")
    assert "help@north.example" in (await north.asks("/privacy", "North Care"))
    assert "help@south.example" in (await south.asks("/privacy", "South Homes"))
    assert "rota" not in repr(api.others[SOUTH].messages)

    await bots.kill()
    await bots.start()
    await south.asks("I cook for sixty.", "8 words")
    await north.asks("/forget", "Delete all your words")
    await north.asks("Yes, delete it all", "It is all deleted here")
    await south.asks("I plan the meals.", "12 words")
    assert await bots.stop() == 0
    assert "[north]" in bots.log
    assert TOKEN not in bots.log


async def test_each_is_looked_at_and_served_by_its_name(bots: Bot, api: BotApi, run: Run) -> None:
    await bots.start(HEALTH_PORT="9187")
    south = User(api.others[SOUTH], 31337)
    await south.asks("/start", "Who can read")
    url = bots.environment.get("DATABASE_URL", "")

    def told(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run(*arguments, DATABASE_URL=url)

    looked = await asyncio.to_thread(told, "status", "--json")
    found = json.loads(looked.stdout)["bots"]
    assert {name: facts["people"] for name, facts in found.items()} == {"north": 0, "south": 1}
    assert all(facts["runs"] for facts in found.values())
    assert "has several bots" in (await asyncio.to_thread(told, "people")).stderr
    assert "telegram\t" in (await asyncio.to_thread(told, "--bot", "south", "people")).stdout
    assert "telegram\t" not in (await asyncio.to_thread(told, "--bot", "north", "people")).stdout
    assert "north, south" in (await asyncio.to_thread(told, "--bot", "sout", "people")).stderr
    async with ClientSession() as session, session.get("http://127.0.0.1:9187/metrics") as answer:
        assert 'coach_people{bot="south"} 1.0' in await answer.text()


async def test_one_that_cannot_go_on_stops_no_other(
    installation: dict[str, str], api: BotApi, tmp_path: Path
) -> None:
    (tmp_path / "data" / "tokens" / "north").write_text("1:of-nobody\n")
    bots = Bot(installation, tmp_path)
    await bots.start()
    try:
        south = User(api.others[SOUTH], 31337)
        await south.asks("/start", "Who can read")
        await south.asks("Start", "Tell me your role")
        assert re.search(r"ERROR .*\[north\] Telegram does not know this token", bots.log)
    finally:
        assert await bots.stop() == 0


def test_on_a_server_each_has_a_schema_and_a_key(
    installation: dict[str, str], run: Run, tmp_path: Path, database_url: str
) -> None:
    on_server = {"DATABASE_URL": database_url}
    for name in ("north", "south"):
        assert run("--bot", name, "chat", "thing_2", typed="Start\n", **on_server).returncode == 0
    with psycopg.connect(database_url) as connection:
        asked = "SELECT count(*) FROM {}.conversations"
        counts = [
            connection.execute(asked.format(each)).fetchone()
            for each in ("north", "south", "public")
        ]
    assert counts == [(1,), (1,), (0,)]
    keys = [(tmp_path / "config" / f"{name}.key").read_text() for name in ("north", "south")]
    assert keys[0] != keys[1]
    (tmp_path / "config" / "south.key").write_text(keys[0])
    assert "right key" in run("--bot", "south", "chat", "thing_2", **on_server).stderr


def test_one_of_them_is_moved_to_a_server_and_back(
    installation: dict[str, str], run: Run, tmp_path: Path, database_url: str
) -> None:
    typed = "Start\nI am a cook in a school.\n"
    assert run("--bot", "north", "chat", "thing_2", typed=typed).returncode == 0
    folder = f"sqlite:{tmp_path / 'data' / 'north'}"
    done = run("--bot", "north", "move-store", folder, database_url)
    assert done.returncode == 0, done.stderr
    seen = run("--bot", "north", "chat", "thing_2", typed="/review\n", DATABASE_URL=database_url)
    assert "I am a cook in a school." in seen.stdout
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT count(*) FROM public.messages").fetchone() == (0,)
    back = f"sqlite:{tmp_path / 'back'}"
    assert run("--bot", "north", "move-store", database_url, back).returncode == 0


def test_a_backup_is_made_of_each(installation: dict[str, str], run: Run, tmp_path: Path) -> None:
    for name in ("north", "south"):
        assert run("--bot", name, "chat", "thing_2", typed="Start\n").returncode == 0
    done = run("backup", str(tmp_path / "copies"))
    assert done.returncode == 0, done.stderr
    for name in ("north", "south"):
        assert len(list((tmp_path / "copies" / name).glob("*.db"))) == 1


def test_what_is_wrong_is_told_before_anything_runs(
    installation: dict[str, str], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "data" / "tokens" / "south").unlink()
    for command in ("run", "status"):
        done = run(command)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("data/bots.yaml:7: tokens/south cannot be read")
    (tmp_path / "data" / "tokens" / "south").write_text(SOUTH)
    done = run("run", OPERATOR_NAME="Us")
    assert done.returncode == 2
    assert "OPERATOR_NAME" in done.stderr
    assert "one for each bot" in done.stderr


def test_an_installation_of_one_bot_becomes_one_of_several(
    installation: dict[str, str], run: Run, tmp_path: Path
) -> None:
    data, key = tmp_path / "data", tmp_path / "config" / "key"
    bots = (data / "bots.yaml").rename(tmp_path / "bots.yaml")
    typed = "Start\nI am a cook in a school.\n"
    assert run("chat", "thing_2", typed=typed).returncode == 0
    (data / "north").mkdir(mode=0o700)
    (data / "coach.db").rename(data / "north" / "coach.db")
    key.with_name("north.key").write_bytes(key.read_bytes())
    bots.rename(data / "bots.yaml")
    seen = run("--bot", "north", "chat", "thing_2", typed="/review\n")
    assert "I am a cook in a school." in seen.stdout, seen.stderr
