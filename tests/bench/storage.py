"""Bytes that a learner takes, in a folder and on a server.

    .venv/bin/python -m tests.bench.storage [--learners 200]

Each one writes a whole statement of about 250 words, and has nothing left in the outbox.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

import psycopg

from bot.content.library import Operator, shipped_folder
from bot.content.loading import load_content
from tests.support.postgres import Server, open_store
from tests.support.world import World

_SIZES = """
    SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC"""


async def fill(world: World, learners: int) -> None:
    await world.start()
    for number in range(learners):
        await world.person(str(number + 1)).finishes_writing()
    await world.store.close()


def sizes(url: str) -> dict[str, int]:
    """The bytes of each table with its indexes, once what was replaced is cleaned away."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM FULL")
        return dict(connection.execute(_SIZES).fetchall())


async def main(learners: int) -> None:
    content = load_content(shipped_folder(), Operator("The care team", "care@example.org"))
    server = Server.made()
    url = server.url(server.new_database())
    open_store(url).shut()
    before = sizes(url)
    await fill(World(content, lambda: open_store(url)), learners)
    after = sizes(url)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await fill(World.on_disk(content, folder), 1)
        empty = (folder / "coach.db").stat().st_size
        with tempfile.TemporaryDirectory() as other:
            await fill(World.on_disk(content, Path(other)), learners)
            here = (Path(other) / "coach.db").stat().st_size - empty
    print(f"{'table':<16}{'bytes a learner':>16}")
    for table, size in after.items():
        if each := (size - before.get(table, 0)) // learners:
            print(f"{table:<16}{each:>16,}")
    print(f"{'on a server':<16}{(sum(after.values()) - sum(before.values())) // learners:>16,}")
    print(f"{'in a folder':<16}{here // learners:>16,}")
    server.remove()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--learners", type=int, default=200)
    asyncio.run(main(parser.parse_args().learners))
