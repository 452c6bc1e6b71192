"""All rows from a folder to a server and back, counted and hashed on both sides.

What is sealed on the server is opened and sealed on the way: the hashes are of what people typed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, sql

from bot.store.postgres.sealing import Sealer, place_of
from bot.store.postgres.store import BLOCK
from bot.store.sqlite.columns import Execute

OWN = ("coach_steps", "coach_key", "intake", "sends")
"""Tables that only a server needs."""

_FIRST = "conversations"
"""Messages refer to it."""

_COLUMNS = """
    SELECT c.table_name, c.column_name, c.data_type = 'bytea', c.is_identity = 'YES',
        coalesce(array_position(i.indkey::int2[], a.attnum), -1)
    FROM information_schema.columns c
    JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = c.table_schema::regnamespace
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = c.column_name
    LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
    WHERE c.table_schema = current_schema() AND t.relkind = 'r'
    ORDER BY c.table_name <> %s, c.table_name, c.ordinal_position"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table on the server. ``key`` is its place in the primary key, -1 for none."""

    name: str
    is_sealed: bool
    counts: bool
    key: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and how its rows are sealed: each is bound to its primary key."""

    name: str
    columns: tuple[Column, ...]

    def places(self, row: tuple[Any, ...]) -> Iterator[tuple[Any, bytes | None]]:
        """Yield each value with the place that it is sealed for, None where it is not."""
        pairs = list(zip(self.columns, row, strict=True))
        keyed = sorted((each.key, value) for each, value in pairs if each.key >= 0)
        key = [value for _, value in keyed]
        for each, value in pairs:
            yield value, place_of(self.name, each.name, key) if each.is_sealed else None

    def sealed(self, sealer: Sealer, row: tuple[Any, ...]) -> list[Any]:
        """Return a row as the server keeps it."""
        return [value if at is None else sealer.seal(value, at) for value, at in self.places(row)]

    def opened(self, sealer: Sealer, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return a row as people typed it. Raise CannotOpen."""
        places = self.places(row)
        return tuple(v if at is None else sealer.open(bytes(v), at) for v, at in places)

    @property
    def order(self) -> list[str]:
        """The columns that its rows are sorted by: the order in which they came, or the key."""
        counted = [each.name for each in self.columns if each.counts]
        keyed = sorted((each.key, each.name) for each in self.columns if each.key >= 0)
        return counted or [name for _, name in keyed] or [each.name for each in self.columns]

    @property
    def listed(self) -> sql.Composed:
        """Its columns, for a statement on the server."""
        return sql.SQL(", ").join(sql.Identifier(each.name) for each in self.columns)

    @property
    def listed_here(self) -> str:
        """Its columns, for a statement of SQLite."""
        return ", ".join(f'"{each.name}"' for each in self.columns)


@dataclass(slots=True)
class Tally:
    """How many rows there are, and a hash of them all in their order."""

    rows: int = 0
    digest: str = ""

    def over(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Hand on rows, and know them."""
        known = hashlib.sha256()
        for row in rows:
            known.update(json.dumps(row).encode() + b"\n")
            self.rows += 1
            yield row
        self.digest = known.hexdigest()


def tables(connection: Connection[Any]) -> list[Table]:
    """Return all tables on the server but those that only it needs."""
    found = dict[str, list[Column]]()
    for table, *column in connection.execute(_COLUMNS, (_FIRST,)).fetchall():
        if table not in OWN:
            found.setdefault(table, []).append(Column(*column))
    return [Table(name, tuple(columns)) for name, columns in found.items()]


def rows_here(execute: Execute, table: Table) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table in a folder, in their order."""
    order = ", ".join(f'"{each}"' for each in table.order)
    asked = f'SELECT {table.listed_here} FROM "{table.name}" ORDER BY {order}'  # noqa: S608
    for row in execute(asked):
        yield tuple(row)


def rows_there(
    connection: Connection[Any], table: Table, sealer: Sealer
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table on the server, opened, in the same order."""
    ordered = sql.SQL(", ").join(map(sql.Identifier, table.order))
    asked = sql.SQL("SELECT {} FROM {} ORDER BY {}")
    with connection.cursor(name="rows") as cursor:
        cursor.execute(asked.format(table.listed, sql.Identifier(table.name), ordered))
        for row in cursor:
            yield table.opened(sealer, row)


def add_there(
    connection: Connection[Any], table: Table, rows: Iterable[tuple[Any, ...]], sealer: Sealer
) -> None:
    """Add rows to a table on the server."""
    adding = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), table.listed)
    with connection.cursor() as cursor, cursor.copy(adding) as copy:
        for row in rows:
            copy.write_row(table.sealed(sealer, row))


def add_here(execute: Execute, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Add rows to a table in a folder."""
    marks = ", ".join("?" for _ in table.columns)
    adding = f'INSERT INTO "{table.name}" ({table.listed_here}) VALUES ({marks})'  # noqa: S608
    for row in rows:
        execute(adding, row)


def count_on(connection: Connection[Any], found: Iterable[Table]) -> None:
    """Let what is added from now on be numbered after all that was moved."""
    for table in found:
        for column in table.columns:
            if column.counts:
                names = {"table": sql.Identifier(table.name), "column": sql.Identifier(column.name)}
                setting = sql.SQL(
                    "SELECT setval(pg_get_serial_sequence({name}, {of}), max({column})) "
                    "FROM {table} HAVING max({column}) IS NOT NULL"
                )
                literal = {"name": sql.Literal(table.name), "of": sql.Literal(column.name)}
                connection.execute(setting.format(**names, **literal))
    connection.execute(
        "SELECT setval('outbox_blocks', 1 + greatest((SELECT coalesce(max(number), 0) FROM outbox),"
        " (SELECT coalesce(max(outbox), 0) FROM deliveries)) / %s)",
        (BLOCK,),
    )
