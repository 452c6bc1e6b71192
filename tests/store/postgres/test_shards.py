"""Who has which conversations: spread evenly, never twice, and free as soon as somebody is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from bot.domain.addresses import Address
from bot.domain.commands import AddCoordinator, ExpectAlone, RemoveCoordinator
from bot.domain.conversation import Conversation
from bot.domain.shards import SHARDS, is_in_shard, shard_of, shard_of_new
from bot.errors import Changed
from bot.services.conversations import Conversations
from bot.store.postgres.store import PostgresStore
from tests.store.test_contract import NOW, goes, group, planned, queued, reply, to, turn
from tests.support.postgres import open_store

EVERYTHING = set(range(SHARDS))


@pytest.fixture
def several(database_url: str) -> Iterator[list[PostgresStore]]:
    """Three processes' stores on one database."""
    stores = [open_store(database_url, whole="shared") for _ in range(3)]
    yield stores
    for each in stores:
        each.shut()


async def settle(stores: list[PostgresStore]) -> list[frozenset[int]]:
    """Let everybody look as often as it takes, and hand over what is too much."""
    for _ in range(4):
        for each in stores:
            await each.leave((await each.balance()).surplus)
    return [(await each.balance()).shards for each in stores]


async def test_shards_are_spread_evenly_and_nobody_has_one_twice(
    several: list[PostgresStore],
) -> None:
    alone = await several[0].balance()
    assert alone.shards == EVERYTHING
    shares = await settle(several)
    assert sorted(map(len, shares)) == [20, 22, 22]
    assert set().union(*shares) == EVERYTHING
    leaders = [each for each in several if (await each.balance()).leads]
    assert len(leaders) == 1


async def test_who_leaves_or_is_lost_is_followed_at_once(
    several: list[PostgresStore], database_url: str
) -> None:
    await settle(several)
    several[0].shut()
    first, second = await settle(several[1:])
    assert first | second == EVERYTHING
    before = await several[1].balance()
    assert several[1]._writer.connection
    lost = several[1]._writer.connection.info.backend_pid
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(%s)", (lost,))
    async with asyncio.timeout(60):
        while await settle(several[2:]) != [EVERYTHING]:
            await asyncio.sleep(0.05)
    with pytest.raises(Exception, match="cannot_save_there"):
        await several[1].balance()
    after = await several[1].balance()
    assert after.since != before.since
    assert after.shards == frozenset()


async def test_an_update_waits_for_whoever_has_its_conversation(
    several: list[PostgresStore],
) -> None:
    known, new = Address("telegram", "7"), Address("telegram", "8")
    await several[0].save(replace(turn("abc"), address=known), "k")
    await several[0].bring(1, "event 1", known, '{"text": "words"}')
    await several[1].bring(2, "event 2", new, "{}")
    await several[1].bring(2, "event 2", new, "{}")
    [first] = await several[2].brought({shard_of("abc")}, 10)
    assert (first.number, first.body) == (1, '{"text": "words"}')
    assert [each.number for each in await several[2].brought({shard_of_new(new)}, 10)] == [2]
    await several[0].move_brought(2, shard_of("abc"))
    after = replace(turn("abc"), before=Conversation("abc"))
    await several[0].save(after, "event 1")
    assert [each.number for each in await several[2].brought(EVERYTHING, 10)] == [2]
    await several[0].drop_brought(2)
    assert await several[2].brought(EVERYTHING, 10) == []


async def test_a_turn_is_taken_again_when_another_process_was_first(
    several: list[PostgresStore],
) -> None:
    one, two = several[0], several[1]
    seen = await one.load("1")
    later = replace(turn(), before=seen, after=Conversation("1", version=1))
    await two.save(later, "first")
    with pytest.raises(Changed):
        await one.save(later, "second")
    assert await one.take_up("1", "second") is not None


async def test_replies_are_taken_up_by_who_gets_the_shard(several: list[PostgresStore]) -> None:
    first = await several[0].save(turn("1"), "k", [reply("1", "a")])
    await several[0].balance()
    several[0].shut()
    await settle(several[1:])
    assert await several[1].waiting_in({shard_of("1")}) == first
    assert await several[1].waiting_in(EVERYTHING - {shard_of("1")}) == []
    [again] = await several[1].save(turn("1"), "k2", [reply("1", "b")])
    assert again.number > first[0].number


async def test_what_is_brought_is_heard_of_at_once(several: list[PostgresStore]) -> None:
    await several[1].news(0.6)  # it has begun to listen
    await several[0].bring(1, "k", Address("telegram", "7"), "{}")
    await several[1].news(30)


async def test_a_new_conversation_stays_in_the_shard_of_its_address(
    several: list[PostgresStore],
) -> None:
    conversations = Conversations(several[0])
    conversations.may_have = is_in_shard
    address = Address("telegram", "7")
    async with conversations.held(address) as made:
        assert shard_of(made) == shard_of_new(address)


async def test_a_line_comes_after_all_that_others_have_added(several: list[PostgresStore]) -> None:
    one, other, _ = several
    numbers = [(await store.add(reply())).number for store in (one, other, one, other, one)]
    assert numbers == sorted(set(numbers))


async def test_a_page_alone_leads_until_there_is_a_bot(several: list[PostgresStore]) -> None:
    page, another, bot = several
    assert [await page.leads_pages(), await another.leads_pages()] == [True, False]
    await bot.balance()
    assert [await page.leads_pages(), await another.leads_pages()] == [False, False]
    bot.shut()
    page.shut()
    assert await another.leads_pages()


async def test_of_two_that_let_a_reminder_leave_one_does(several: list[PostgresStore]) -> None:
    one, other, _ = several
    await group(one, "1")
    [mine] = await planned(one, [to("1")])
    number = await queued(one, mine)
    let = await asyncio.gather(*(each.release(number, goes) for each in (one, other)))
    assert sorted(let) == [False, True]
    assert await other.waiting() == [], "it is for whoever leads to take up what waits"


async def test_pages_hear_of_lines_that_others_add_and_not_of_their_own(
    several: list[PostgresStore],
) -> None:
    one, other, _ = several
    heard = asyncio.Queue[tuple[str, int]]()
    other.hear(lambda conversation, version: heard.put_nowait((conversation, version)))
    await asyncio.sleep(0.5)
    line = replace(reply(), stays=True, version=7)
    await other.add(line)
    await one.add(replace(line, version=8))
    assert await asyncio.wait_for(heard.get(), 60) == ("1", 8)
    assert heard.empty()


async def test_processes_of_different_builds_are_seen(several: list[PostgresStore]) -> None:
    one, other, page = several
    one.be_known_as("coach 1 content a")
    other.be_known_as("coach 1 content a")
    page.be_known_as("a page, which has no seat")
    await one.balance()
    assert (await other.balance()).builds == {"coach 1 content a"}
    other.be_known_as("coach 2 content b")
    assert (await one.balance()).builds == {"coach 1 content a", "coach 2 content b"}


async def test_who_goes_waits_for_another_who_goes_in_another_process_and_is_alone_then(
    several: list[PostgresStore], database_url: str
) -> None:
    store = several[0]
    await group(store)
    await store.do([AddCoordinator("team", "901")], "", NOW)
    with psycopg.connect(database_url) as other:  # it has gone, and is not committed yet
        other.execute("UPDATE cohorts SET id = id WHERE id = 'team'")
        other.execute("DELETE FROM coordinators WHERE chat_id = '901'")
        leaves = ExpectAlone("team", "900", False), RemoveCoordinator("team", "900")
        going = asyncio.ensure_future(store.do(leaves, "", NOW))
        done, _ = await asyncio.wait([going], timeout=0.5)
        assert not done
    with pytest.raises(Changed):
        await going
    found = await store.view("team")
    assert found
    assert found.coordinators == ("900",)
