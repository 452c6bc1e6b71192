"""A server that ends, or can only be read for a while: nothing is called saved that is not."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from bot.domain.conversation import Conversation
from bot.domain.outbox import Outgoing
from bot.errors import CannotSave, CannotSaveThis, NotYet, StoreError
from bot.store.postgres import server as reaching
from bot.store.postgres.server import Server as Postgres
from bot.store.postgres.store import COMMANDS, PostgresStore
from tests.store.test_contract import reply, turn
from tests.support.postgres import Server, needs_postgres, open_store


def as_root(program: str, *arguments: str | Path) -> bool:
    """Run a program of the system; return whether this user may."""
    found = shutil.which(program)
    assert found
    return not subprocess.run([found, *arguments], check=False, capture_output=True).returncode


@pytest.fixture(scope="module", params=["socket", "tcp"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """One that can be stopped without harm to other tests, here or over the network."""
    needs_postgres()
    server = Server.made(tcp=request.param == "tcp")
    yield server
    server.remove()


@pytest.fixture
def store(server: Server) -> Iterator[PostgresStore]:
    store = open_store(server.url(server.new_database()))
    yield store
    store.shut()


def lets_in(server: Server, database: str, *, whether: bool) -> None:
    """Let a database take connections, or refuse all of them as one that starts does."""
    allowed = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    server.run(allowed.format(sql.Identifier(database), sql.Literal(whether)))


async def test_a_start_waits_for_a_server_that_takes_nobody_yet(server: Server) -> None:
    database = server.new_database()
    lets_in(server, database, whether=False)
    opening = asyncio.ensure_future(asyncio.to_thread(open_store, server.url(database)))
    await asyncio.sleep(1)
    assert not opening.done()
    lets_in(server, database, whether=True)
    (await opening).shut()


def test_a_server_that_takes_nobody_is_not_called_a_wrong_password(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.postgres.server.STARTS_WITHIN", 0)
    database = server.new_database()
    lets_in(server, database, whether=False)
    with pytest.raises(NotYet) as refused:
        open_store(server.url(database))
    assert refused.value.sentence == "server_busy"


@pytest.mark.skipif(sys.platform != "linux", reason="what a line is set to is asked Linux's way")
def test_both_ends_look_whether_the_other_is_still_there(server: Server) -> None:
    if server.port is None:
        return  # the two are one machine
    with (
        Postgres(server.url(server.new_database())).connect() as connection,
        socket.socket(fileno=os.dup(connection.fileno())) as line,
    ):
        assert line.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        asked = (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT)
        ours = [line.getsockopt(socket.IPPROTO_TCP, each) for each in asked]
        gives_up = line.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
        named = ("keepalives_idle", "keepalives_interval", "keepalives_count", "user_timeout")
        theirs = [_shown(connection, f"tcp_{each}") for each in named]
    assert [*ours, gives_up] == [5, 2, 3, 10_000]
    assert theirs == ["5", "2", "3", "10000"]


def _shown(connection: psycopg.Connection[Any], name: str) -> str:
    [value] = connection.execute(sql.SQL("SHOW {}").format(sql.Identifier(name))).fetchone() or [""]
    return str(value)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
async def test_it_goes_on_once_the_server_is_back(
    server: Server, store: PostgresStore, how: signal.Signals
) -> None:
    await store.save(turn(), "first", [reply(text="a")])
    server.stop(how)
    with pytest.raises(StoreError) as told:
        await store.save(turn(), "second", [reply(text="b")])
    assert "server" in told.value.facts
    with pytest.raises(StoreError):
        await store.load("1")
    server.start()
    assert await store.take_up("1", "first") is None
    assert await store.take_up("1", "second") is not None
    [again] = await store.save(turn(), "second", [reply(text="b")])
    first = next(iter(await store.waiting()))
    assert first.number < again.number


async def test_one_that_can_only_be_read_says_so(server: Server, store: PostgresStore) -> None:
    await store.save(turn(), "first")
    name = sql.Identifier(str(store._server.name.rpartition("/")[2]))
    read_only = sql.SQL("ALTER DATABASE {} SET default_transaction_read_only = {}")
    server.run(read_only.format(name, sql.Literal("on")))
    server.stop()
    server.start()
    with pytest.raises(StoreError):  # it has noticed that the connection is gone
        await store.save(turn(), "second")
    with pytest.raises(CannotSave) as told:
        await store.save(turn(), "second")
    assert "only be read" in told.value.facts["why"]
    server.run(sql.SQL("ALTER DATABASE {} RESET default_transaction_read_only").format(name))
    await store.save(turn(), "second")
    assert await store.load("1") == Conversation("1")


async def test_what_one_turn_cannot_keep_stops_no_other(store: PostgresStore) -> None:
    odd = Outgoing("nul\x00", reply().to, "reply", reply().what)
    with pytest.raises(CannotSaveThis) as told:
        await store.save(turn(), "first", [odd])
    assert "nul" not in str(told.value)
    await store.save(turn(), "second")
    assert await store.take_up("1", "first") is not None


async def test_a_replica_that_lacks_what_was_saved_last_is_told(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    needs_postgres()
    server = Server.made()
    store = open_store(server.url(server.new_database()))
    first = turn()
    second = replace(first, after=replace(first.after, version=1))
    await store.save(first, "first")
    server.stop()
    with pytest.raises(StoreError):
        await store.save(second, "second")
    as_root("cp", "-a", server.folder / "data", tmp_path / "behind")
    server.start()
    await store.save(second, "second")
    assert "has lost" not in caplog.text
    server.stop()
    shutil.rmtree(server.folder / "data")
    as_root("cp", "-a", tmp_path / "behind", server.folder / "data")
    server.start()
    for _ in range(2):
        with contextlib.suppress(StoreError):
            await store.save(second, "second")
    assert caplog.text.count("has lost what was saved last") == 1
    assert "synchronous_commit" in caplog.text
    store.shut()
    server.remove()


async def test_a_process_that_stands_still_while_it_writes_stops_no_other(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaching, "STANDS_STILL", 1)
    url = server.url(server.new_database())
    store, there = open_store(url), Postgres(url)
    still = there.connect()
    still.execute("BEGIN")
    still.execute("SELECT pg_advisory_xact_lock(%s, %s)", (there.locks, COMMANDS))
    saving = asyncio.ensure_future(store.do([], "900", datetime(2026, 11, 29, tzinfo=UTC)))
    await asyncio.wait_for(saving, 60)
    with pytest.raises(psycopg.Error):
        still.execute("COMMIT")
    still.close()
    await store.close()


async def test_a_full_disk_is_told_and_it_goes_on_once_there_is_room(server: Server) -> None:
    small = server.folder / "small"
    small.mkdir()
    if not as_root("mount", "-t", "tmpfs", "-o", "size=24m,mode=777", "tmpfs", small):
        pytest.skip("NOT TESTED: a full disk of the server, because this user can mount none")
    store = None
    try:
        (small / "there").mkdir()
        shutil.chown(small / "there", "postgres", "postgres")
        server.run(sql.SQL("CREATE TABLESPACE small LOCATION {}").format(str(small / "there")))
        name = server.new_database()
        server.run(sql.SQL("ALTER DATABASE {} SET TABLESPACE small").format(sql.Identifier(name)))
        store = open_store(server.url(name))
        await store.save(turn(), "first")
        with contextlib.suppress(OSError), (small / "rest").open("wb", buffering=0) as rest:
            while True:
                rest.write(b"x" * 4096)
        lines = [reply(text="word " * 800) for _ in range(200)]
        with pytest.raises(CannotSave) as told:
            await store.save(turn(), "second", lines)
        assert told.value.facts["why"] == "its disk is full"
        assert await store.take_up("1", "second") is not None
        (small / "rest").unlink()
        await store.save(turn(), "second", lines)
        assert len(await store.waiting()) == len(lines)
    finally:
        if store:
            store.shut()
            server.drop(name)
        server.run(sql.SQL("DROP TABLESPACE IF EXISTS small"))
        as_root("umount", small)
