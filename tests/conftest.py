from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from bot.app import open_coach
from bot.content.library import Content, Operator, shipped_folder
from bot.content.loading import load_content
from bot.services.coach import Coach
from bot.settings import Settings
from bot.store.sqlite import schema
from bot.store.sqlite.connection import open_database, release
from tests.support.command import run_here
from tests.support.learner import Learner
from tests.support.limit import LIMIT, limited
from tests.support.offline import sitecustomize  # noqa: F401 - from here on only loopback
from tests.support.postgres import Pair, needs_postgres, prepare
from tests.support.postgres import Server as PostgresServer
from tests.support.world import World

# A shell that starts the tests in the background has Ctrl-C ignored, and every child would too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no fault: no property has to hold within a time.
hypothesis.settings.register_profile("whatever the machine", deadline=None)
hypothesis.settings.load_profile("whatever the machine")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write the replies of tests/transcripts anew; read the diff before you commit it",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: what starts real processes mostly waits for them."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that no worker is left alone with one at the end."""
    long = {item.path for item in items if item.get_closest_marker("long")}
    many = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path not in long, item.path in long or -many[item.path]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """No run stays at one test for ever."""
    with limited():
        return (yield)


@pytest.hookimpl
def pytest_unconfigure() -> None:
    """Nor after the last one, for a thread or a process that does not end."""
    faulthandler.dump_traceback_later(LIMIT, exit=True)


@pytest.fixture(scope="session", autouse=True)
def made_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tables are made step by step once: every other new database in a file is a copy of these."""
    step_by_step, key_file = schema.bring_up, Path("(in memory)")
    made, lock = open_database(tmp_path_factory.mktemp("made"), "ab" * 32, key_file)

    def copied(connection: Any, path: Path) -> None:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            made.backup(connection)
        else:
            step_by_step(connection, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "bring_up", copied)
        yield
    made.close()
    release(lock)


@pytest.fixture(scope="session")
def content() -> Content:
    return load_content(shipped_folder(), Operator("The care team", "care@example.org"))


@pytest.fixture
def learner(content: Content) -> Learner:
    return Learner(content)


@pytest.fixture
async def world(
    request: pytest.FixtureRequest, content: Content, tmp_path: Path
) -> AsyncIterator[World]:
    """A coach where time can pass and reminders come."""
    on_disk = request.node.get_closest_marker("on_disk")
    world = World.on_disk(content, tmp_path / "data") if on_disk else World.in_memory(content)
    yield await world.start()
    await world.store.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server of the tests' own, which waits for no disk."""
    needs_postgres()
    server = PostgresServer.made()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def made_database(postgres: PostgresServer) -> str:
    """A database that has its tables: others are copies of it."""
    name = postgres.new_database()
    prepare(postgres.url(name))
    return name


@pytest.fixture
def database_url(postgres: PostgresServer, made_database: str) -> Iterator[str]:
    """The address of a database for this test alone, which has its tables already."""
    name = postgres.new_database(made_database)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A server and its replica."""
    needs_postgres()
    made = Pair.made()
    yield made
    made.remove()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(coach_data=tmp_path / "data", coach_key_file=tmp_path / "config" / "key")


@pytest.fixture
def coach(settings: Settings, content: Content) -> Coach:
    return open_coach(settings, content)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where commands keep what may be lost: content that is the same is read and checked once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def environment(tmp_path: Path, cache: Path) -> dict[str, str]:
    """The environment of a command that keeps its data below this test's folder."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPATH": str(Path(__file__).parent / "support" / "offline"),
        "COACH_DATA": str(tmp_path / "data"),
        "COACH_KEY_FILE": str(tmp_path / "config" / "key"),
    }


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run ``coach`` as a person would, in a folder of its own. It is called here: no process."""

    def run(*arguments: str, typed: str | bytes = "", **more: str) -> object:
        given = typed.encode() if isinstance(typed, str) else typed
        return run_here(arguments, given, {**environment, **more}, tmp_path)

    return run  # type: ignore[return-value]


@pytest.fixture
def run_process(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run ``coach`` as ``run`` does, but in a process, for what only a process shows."""

    def run(*arguments: str, typed: str | bytes = "", **more: str) -> object:
        given = typed.encode() if isinstance(typed, str) else typed
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**environment, **more},
            timeout=60,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run  # type: ignore[return-value]
