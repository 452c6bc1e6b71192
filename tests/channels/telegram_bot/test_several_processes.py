"""Several processes that are one bot: each has its share, and any of them may be killed."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

from bot.channels.telegram_bot.several import LOOK_EVERY
from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.turn import Reply
from tests.channels.telegram_bot.conftest import Fleet
from tests.channels.telegram_bot.fleet_kills import run_fleet_kills
from tests.support.bot_api.server import BotApi
from tests.support.bot_api.user import User
from tests.support.postgres import Pair, Server, needs_postgres, open_store, prepare

pytestmark = pytest.mark.long

REFUSE_THE_FIRST: tuple[LiteralString, ...] = (
    "CREATE SEQUENCE kept",
    """CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN IF nextval('kept') = 1 THEN RAISE EXCEPTION 'no room'; END IF; RETURN NEW; END$$""",
    "CREATE TRIGGER refuse BEFORE INSERT ON intake FOR EACH ROW EXECUTE FUNCTION refuse()",
)
"""Statements after which the server takes no first update, and all later ones."""


@pytest.fixture(scope="module")
def durable() -> Iterator[Server]:
    """A server that waits for its disk, and can be restarted."""
    needs_postgres()
    server = Server.made(durable=True)
    yield server
    server.remove()


async def test_kills_and_restarts_lose_double_and_mix_up_nothing(
    durable: Server,
    api: BotApi,
    environment: dict[str, str],
    tmp_path: Path,
    somebody: Callable[[int], User],
) -> None:
    url = durable.url(durable.new_database())
    prepare(url)
    fleet = Fleet.of(api, environment, tmp_path, url, 3)
    try:
        found = await run_fleet_kills(
            fleet,
            durable,
            [somebody(n) for n in range(8)],
            kills=3,
            messages=90,
            restarts=1,
            how=signal.SIGINT,
            chance=random.Random(20261129),
        )
    finally:
        await fleet.end()
    counted = found.counted
    assert (counted.lost, counted.doubled, counted.out_of_order) == (0, 0, 0)
    assert counted.unanswered == 0
    assert found.slowest_answer < 10


async def test_a_conversation_goes_on_whoever_is_killed(fleet: Fleet, ann: User) -> None:
    await fleet.start()
    await fleet.all_have_a_share()
    await ann.asks("/start", "Who can read")
    await ann.asks("Start", "Tell me your role")
    said = 0
    for bot in fleet.bots:
        await bot.kill()
        said += 4
        await ann.asks("I made bed 7.", f"{said} words")
        await bot.start()
    assert await fleet.bots[0].stop() == 0, "one that is stopped hands over"
    await ann.asks("I made bed 7.", f"{said + 4} words")


async def test_a_reply_that_was_committed_by_one_who_could_not_send_it_any_more_is_sent(
    fleet: Fleet, database_url: str, ann: User
) -> None:
    await fleet.start()
    await fleet.all_have_a_share()
    await ann.asks("/start", "Who can read")
    to = Address("telegram", str(ann.chat))
    store = open_store(database_url, whole="shared")
    try:
        reply = Reply("This was left behind.")
        left = Outgoing(await store.conversation_of(to), to, "reply", reply)
        await store.add(left)
        await ann.sees("This was left behind.")
        await asyncio.sleep(3 * LOOK_EVERY)
        assert ann.texts.count("This was left behind.") == 1, "by one process, once"
    finally:
        store.shut()


async def test_messages_stay_in_order_where_one_could_not_be_kept_at_first(
    fleet: Fleet, postgres: Server, database_url: str, ann: User
) -> None:
    await fleet.bots[0].start()
    await ann.asks("/start", "Who can read")
    await ann.asks("Start", "Tell me your role")
    database = str(psycopg.conninfo.conninfo_to_dict(database_url)["dbname"])
    for each in REFUSE_THE_FIRST:
        postgres.run(sql.SQL(each), database)
    ann.say("I made bed 1.")
    await ann.sees("8 words", after=ann.say("I made bed 2."))
    shown = await ann.asks("/mydata", "I made bed 1.")
    assert shown.index("I made bed 1.") < shown.index("I made bed 2.")


async def test_learners_are_answered_when_a_replica_has_taken_over(
    pair: Pair,
    api: BotApi,
    environment: dict[str, str],
    tmp_path: Path,
    somebody: Callable[[int], User],
) -> None:
    url = pair.url(pair.first.new_database())
    prepare(url)
    fleet, people = Fleet.of(api, environment, tmp_path, url, 2), [somebody(n) for n in range(6)]
    try:
        await fleet.start()
        await fleet.all_have_a_share()
        for person in people:
            await person.asks("/start", "Who can read")
            await person.asks("Start", "Tell me your role")
            await person.asks("I made the beds.", "4 words")
        asked = [person.say("I made the tea.") for person in people]
        await asyncio.to_thread(pair.fail_over)
        for person, number in zip(people, asked, strict=True):
            await person.sees("8 words", after=number, within=120)
            await person.asks("I made the soup.", "12 words")
    finally:
        await fleet.end()
    assert "has lost" not in fleet.log
