"""Running the statements of the store on a connection: translated, sealed, opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg import Connection, Cursor
from psycopg.pq import PipelineStatus

from bot.store.postgres.dialect import translated
from bot.store.postgres.sealed_statements import SEALED
from bot.store.postgres.sealing import Sealed, Sealer


class Opened:
    """Rows whose sealed columns are opened as they are read."""

    def __init__(
        self, cursor: Cursor[Any], sealed: Sealed, sealer: Sealer, given: Sequence[Any]
    ) -> None:
        """``given`` is what filled the statement in."""
        self._cursor, self._sealed = cursor, sealed
        self._sealer, self._given = sealer, given

    def fetchone(self) -> list[Any] | None:
        """Return the next row, None for none. Raise CannotOpen."""
        row = self._cursor.fetchone()
        return self._sealed.opened(self._sealer, row, self._given) if row else None

    def fetchall(self) -> list[list[Any]]:
        """Return the rows that are left. Raise CannotOpen."""
        rows = self._cursor.fetchall()
        return [self._sealed.opened(self._sealer, row, self._given) for row in rows]


class Answer:
    """The result of a statement, which may still be on its way: only who asks waits for it."""

    def __init__(self, cursor: Cursor[Any], connection: Connection[Any]) -> None:
        """In a pipeline nothing is known before it is asked for."""
        self._cursor, self._connection = cursor, connection

    def fetchone(self) -> Any:
        """Return the next row, None for none."""
        return self._cursor.fetchone()

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        return self._cursor.fetchall()

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        if self._connection.pgconn.pipeline_status != PipelineStatus.OFF:
            with self._connection.pipeline() as pipeline:
                pipeline.sync()
        return self._cursor.rowcount

    @property
    def description(self) -> Any:
        """The names of the columns, once a row was fetched."""
        return self._cursor.description


class Executing:
    """The ``execute`` of a connection, for the statements of the store."""

    def __init__(self, connection: Connection[Any], sealer: Sealer) -> None:
        """``sealer`` has the key of the data."""
        self.connection, self._sealer = connection, sealer

    def __call__(self, statement: str, given: Any = ()) -> Any:
        """Run a statement of SQLite, and return its cursor."""
        sealed = SEALED.get(statement)
        filled = sealed.close(self._sealer, given) if sealed and sealed.given else given
        cursor = self.connection.execute(translated(statement), filled, prepare=True)
        if sealed and sealed.read:
            return Opened(cursor, sealed, self._sealer, given)
        return Answer(cursor, self.connection)
