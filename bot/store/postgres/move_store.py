"""Moving all data from a folder to a server, or back, in one transaction that is proved first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from psycopg import Connection

from bot.errors import BackupFailed, UsageError
from bot.store.postgres import moving
from bot.store.postgres.moving import Table, Tally
from bot.store.postgres.sealing import CannotOpen, Sealer
from bot.store.postgres.server import Server
from bot.store.sqlite.store import SqliteStore


class Side(Protocol):
    """Where data is moved from, or to."""

    name: str

    def rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table, as people typed them."""

    def add(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows to a table."""


class Folder:
    """Data in a folder."""

    def __init__(self, store: SqliteStore) -> None:
        """Nobody else has it."""
        self.name, self._execute = str(store.folder), store._execute

    def rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table."""
        return moving.rows_here(self._execute, table)

    def add(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows to a table."""
        moving.add_here(self._execute, table, rows)


class Database:
    """Data on a server."""

    def __init__(self, name: str, connection: Connection[Any], sealer: Sealer) -> None:
        """Nobody else has it."""
        self.name, self._connection, self._sealer = name, connection, sealer

    def rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table, opened."""
        return moving.rows_there(self._connection, table, self._sealer)

    def add(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows to a table, sealed."""
        moving.add_there(self._connection, table, rows, self._sealer)


def move(
    url: str, folder: SqliteStore, key: str, key_file: Path, *, back: bool
) -> dict[str, Tally]:
    """Move all data to a server, or ``back`` into the folder. Return what each table had.

    Raise UsageError where there is data at the other end, BackupFailed where it could not be
    moved: then nothing is changed.
    """
    server, sealer = Server(url), Sealer(key)
    with server.connect() as connection:
        server.make_schema(connection)
        server.take_whole(connection, shared=False)
        server.prepare(connection, sealer, str(key_file))
        there, here = Database(server.name, connection, sealer), Folder(folder)
        try:
            with connection.transaction(), _transaction(folder):
                found = moving.tables(connection)
                if back and connection.execute("SELECT 1 FROM intake LIMIT 1").fetchone():
                    raise UsageError("still_brought", server=server.name)
                moved = _copied(there, here, found) if back else _copied(here, there, found)
                if not back:
                    moving.count_on(connection, found)
        except (psycopg.Error, CannotOpen, ValueError) as error:
            raise BackupFailed("not_moved", path=server.name, why=type(error).__name__) from error
    return moved


@contextmanager
def _transaction(folder: SqliteStore) -> Iterator[None]:
    execute = folder._execute
    execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        execute("ROLLBACK")
        raise
    execute("COMMIT")


def _copied(source: Side, target: Side, tables: list[Table]) -> dict[str, Tally]:
    """Copy every table, then read it again at its new place: count and hash must be the same."""
    for table in tables:
        if next(target.rows(table), None) is not None:
            raise UsageError("not_empty", path=target.name)
    moved = dict[str, Tally]()
    for table in tables:
        moved[table.name] = before = Tally()
        target.add(table, before.over(source.rows(table)))
        after = Tally()
        for _ in after.over(target.rows(table)):
            pass
        if before != after:
            raise BackupFailed("not_moved", path=target.name, why=f"{table.name} differs")
    return moved
