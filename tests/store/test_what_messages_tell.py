"""What each message tells stands with the message, so that no turn writes it for all of them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import psycopg
from sqlite_utils import Database

from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.turn import Turn
from bot.store import Store
from bot.store.postgres.execute import Executing
from bot.store.postgres.sealing import Sealer
from bot.store.sqlite.conversations import _KEEP_STATE
from bot.store.sqlite.sharing_tables import migrations
from bot.store.sqlite.store import SqliteStore
from tests.flows.test_long_answers import take, with_messages
from tests.support.postgres import KEY, open_store
from tests.support.work import work_of

BEFORE = {
    "version": 3,
    "current": 2,
    "attempts": [
        {"number": 1, "dialogue": "thing_2", "step": "situation", "told": {"1": ["how", "who"]}},
        {"number": 2, "dialogue": "thing_2", "step": "situation", "told": {"2": []}},
    ],
}
"""A conversation as an earlier build kept it: it held what each message tells, by its number."""

TOLD = (("how", "who"), (), None)
"""The same at the messages. At the third nobody has looked."""


async def kept(store: Store, content: Content, messages: int) -> Conversation:
    """A conversation with so many messages, kept."""
    after = with_messages(content, messages)
    await store.save(replace(take(content, Conversation("one"), "Start"), after=after), "seed")
    return await store.load("one")


async def test_what_a_message_tells_is_kept_with_it(store: Store, content: Content) -> None:
    before = await kept(store, content, 10)
    after = before.copy()
    after.messages.tells(after.messages[0], [])
    after.messages.tells(after.messages[1], ["who", "how"])
    after.messages[2] = replace(after.messages[2], parts=None)
    await store.save(replace(take(content, before, "Next"), before=before, after=after), "next")
    now = [each.parts for each in (await store.load("one")).messages]
    assert now == [(), ("how", "who"), None, *(each.parts for each in before.messages[3:])]


def keep(runner: asyncio.Runner, store: Store, turn: Turn, seen: str) -> None:
    runner.run(store.save(turn, seen))


def test_a_saved_turn_costs_the_same_with_5_000_messages(content: Content, tmp_path: Path) -> None:
    def cost(messages: int) -> tuple[int, int]:
        """The work of keeping one more message, and the bytes of the row of its conversation."""
        store = SqliteStore.open(tmp_path / f"{messages}", "ab" * 32, Path("(in memory)"))
        with asyncio.Runner() as runner:
            before = runner.run(kept(store, content, messages))
            turn = take(content, before, "I asked each of them what they needed.")
            work = [work_of(partial(keep, runner, store, turn, str(n))) for n in range(3)]
            [size] = store._execute("SELECT length(state) FROM conversations").fetchone()
            runner.run(store.close())
        return min(work), size

    few, many = cost(10), cost(5_000)
    assert many[0] <= 1.5 * few[0]
    assert many[1] <= 1.5 * few[1]


def test_a_folder_of_an_earlier_build_has_it_at_the_messages() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before="m107_parts")
    db.table("conversations").insert({"chat_id": "one", "state": json.dumps(BEFORE)})
    for number, attempt in ((1, 1), (2, 2), (3, 2)):
        place = {"chat_id": "one", "number": number, "attempt": attempt, "step": "situation"}
        more = {"text": "We did it.", "at": "2026-11-29T09:00:00+00:00", "source": str(number)}
        db.table("messages").insert({**place, **more, "aside": 0})
    migrations.apply(db)
    kept_now = [row["parts"] for row in db.table("messages").rows]
    assert [tuple(json.loads(each)) if each else None for each in kept_now] == list(TOLD)
    [row] = db.table("conversations").rows
    assert "told" not in row["state"]
    assert len(json.loads(row["state"])["attempts"]) == 2
    db.close()


async def test_a_server_of_an_earlier_build_has_it_at_the_messages(
    database_url: str, content: Content
) -> None:
    store = open_store(database_url)
    before = await kept(store, content, 3)
    await store.close()
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("ALTER TABLE messages DROP COLUMN parts")
        connection.execute("DELETE FROM coach_steps WHERE name = 'm107_parts'")
        Executing(connection, Sealer(KEY))(_KEEP_STATE, ("one", json.dumps(BEFORE)))
    store = open_store(database_url)
    after = await store.load("one")
    await store.close()
    assert [each.text for each in after.messages] == [each.text for each in before.messages]
    assert [each.parts for each in after.messages[:3]] == list(TOLD)
