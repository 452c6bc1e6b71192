"""What a look into the tables shows, and what it does not."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import sql

from bot.content.library import Content
from bot.domain.commands import SaveWords
from bot.domain.saved_words import SavedWords
from bot.errors import DataUnreadable
from bot.store.postgres.sealing import CannotOpen, Sealer, place_of
from tests.support.postgres import KEY, open_store
from tests.support.world import World

WORDS = "marmalade"
"""Stands in all that anybody types here."""


def everything(url: str) -> bytes:
    """All rows of all tables, as the server has them."""
    with psycopg.connect(url) as connection:
        names = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchall()
        rows = (
            connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name))).fetchall()
            for (name,) in names
        )
        return b"\n".join(
            each if isinstance(each, bytes) else str(each).encode()
            for table in rows
            for row in table
            for each in row
        )


@pytest.fixture
async def used(database_url: str, content: Content) -> World:
    """A group whose people have typed that word wherever they can, on a server."""
    world = await World(content, lambda: open_store(database_url)).start()
    ann, ben = world.person("900"), world.person("1")
    cohort = await ann.becomes_coordinator(f"The {WORDS} team")
    token, _ = await ann.invites(cohort)
    await ben.joins(token, f"Ben {WORDS}")
    await ben.say(f"I made {WORDS} with the children and they all helped me.")
    await ben.say("/review")
    store, now = world.store, world.now
    await store.do([SaveWords(SavedWords("w", f"Bring {WORDS}."))], "900", now)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(f"Please bring your {WORDS}.")
    await ann.say("now")
    await ann.press("Send")
    await world.later(hours=1)
    chat = await ben_is(world, ben.chat_id)
    await store.ask_mailbox(chat, f"{WORDS}@example.org", "hash", now)
    return world


async def ben_is(world: World, chat: str) -> str:
    return await world.store.named(chat)


async def test_nothing_that_was_typed_can_be_read_on_the_server(
    used: World, database_url: str
) -> None:
    try:
        found = await used.store.load(await ben_is(used, "1"))
        assert any(WORDS in each.text for each in found.messages)
        assert WORDS.encode() not in everything(database_url)
    finally:
        await used.store.close()


async def test_a_row_in_the_place_of_another_is_not_believed(
    used: World, database_url: str
) -> None:
    chat = await ben_is(used, "1")
    with psycopg.connect(database_url) as connection:
        moved = "UPDATE messages SET text = (SELECT state FROM conversations LIMIT 1)"
        connection.execute(moved)
    try:
        with pytest.raises(DataUnreadable):
            await used.store.load(chat)
    finally:
        await used.store.close()


async def test_who_is_deleted_leaves_no_row_there(used: World, database_url: str) -> None:
    ben = used.person("1")
    await ben.say("/forget")
    await ben.say("Yes, delete it all")
    try:
        assert await used.store.named("1") == "1"
        with psycopg.connect(database_url) as connection:
            for table in ("messages", "conversations", "members", "mailboxes"):
                count = sql.SQL("SELECT count(*) FROM {} WHERE {} = '1'").format(
                    sql.Identifier(table),
                    sql.Identifier("conversation" if table == "mailboxes" else "chat_id"),
                )
                assert connection.execute(count).fetchone() == (0,), table
    finally:
        await used.store.close()


def test_what_is_sealed_opens_with_its_key_in_its_place_only() -> None:
    sealer, here = Sealer(KEY), place_of("messages", "text", ("1", 2))
    sealed = sealer.seal("I asked \ud83d her.", here)
    assert sealer.open(sealed, here) == "I asked \ud83d her."
    assert sealer.seal("", here) == b""
    there = place_of("messages", "text", ("1", 3))
    for other, place in ((sealer, there), (Sealer("cd" * 32), here)):
        with pytest.raises(CannotOpen):
            other.open(sealed, place)
    with pytest.raises(CannotOpen):
        sealer.open(sealed[:-1], here)
