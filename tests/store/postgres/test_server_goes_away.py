"""A server that ends, or can only be read for a while: nothing is called saved that is not."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from psycopg import sql

from bot.domain.conversation import Conversation
from bot.domain.outbox import Outgoing
from bot.errors import CannotSave, CannotSaveThis, StoreError
from bot.store.postgres.store import PostgresStore
from tests.store.test_contract import reply, turn
from tests.support.postgres import Server, needs_postgres, open_store


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One that can be stopped without harm to other tests."""
    needs_postgres()
    server = Server.made()
    yield server
    server.remove()


@pytest.fixture
def store(server: Server) -> Iterator[PostgresStore]:
    store = open_store(server.url(server.new_database()))
    yield store
    store.shut()


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
    assert await store.has_seen("first")
    assert not await store.has_seen("second")
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
    assert not await store.has_seen("first")
