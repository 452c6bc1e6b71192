"""Reaching a server, and bringing its tables up to this build. Every failure is explained."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import Connection, IsolationLevel, errors, sql
from psycopg.conninfo import conninfo_to_dict

from bot.errors import DataInUse, DataNewer, DataUnreadable, NotYet, StoreError
from bot.store.postgres.execute import Executing
from bot.store.postgres.faults import why
from bot.store.postgres.schema import OWN_STEPS, STEPS, WITH_KEY
from bot.store.postgres.sealing import CannotOpen, Sealer, place_of

OLDEST = 13
"""The oldest version that is tried in the tests and gets mends from its makers (until 2025-11)."""

LOCKS = 0x636F6163
"""The first half of every advisory lock of ours, but in a schema of its own, which has a number."""

SCHEMA, WHOLE, SENDS = 1000, 1001, 1003
"""Locks: of who changes the tables; of who has the data alone, or shares it; of who sends."""

PATIENCE = 2.0
"""Seconds for which a start waits for the data: a server sees a little later who has gone."""

TRIES = 20

STARTS_WITHIN, LOOK_EVERY = 30.0, 0.5
"""Seconds until a server that starts should have started, and between two looks."""

_PATIENT: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "application_name": "reflection-coach",
}
"""A server that goes away without a word is noticed in ten seconds."""

STANDS_STILL = 60
"""Seconds after which the server ends a transaction in which nothing goes on: its process stands
still, or has been cut off, and others may wait for its locks."""

_NOTICING = """
    SELECT set_config('idle_in_transaction_session_timeout', %s, false),
        set_config('tcp_keepalives_idle', '5', false),
        set_config('tcp_keepalives_interval', '2', false),
        set_config('tcp_keepalives_count', '3', false),
        set_config('tcp_user_timeout', '10000', false)"""
"""So the server notices in ten seconds that we are gone without a word; else it takes two hours."""

_BUSY = re.compile(
    "starting up|shutting down|recovery|accepting connections|too many|connection slots"
)
"""How a server says that it takes nobody at this moment. In another language it is *refused*."""

_CHECKED = b"reflection coach"

_OF_SCHEMA = re.compile(r"\s*-c ?search_path=([a-z][a-z0-9_]*)\s*$")

_GO_THERE = """
    SELECT set_config('search_path', %s, false), to_regnamespace(%s)::oid::bigint::bit(32)::int"""

_log = logging.getLogger(__name__)


class Server:
    """Where the data is, and how it is reached."""

    def __init__(self, url: str) -> None:
        """Nothing is reached yet. Raise StoreError for an address that is none."""
        try:
            self._given: dict[str, Any] = {**_PATIENT, **conninfo_to_dict(url)}
        except psycopg.ProgrammingError as error:
            raise StoreError("server_address", why=str(error).strip().partition("\n")[0]) from error
        host = str(self._given.get("host") or self._given.get("hostaddr") or "localhost")
        self.name = f"{host}/{self._given.get('dbname') or self._given.get('user') or ''}"
        self.schema, self.locks = "", LOCKS
        # A pooler drops what a connection asks for at its start: the schema is asked for after it.
        options = str(self._given.get("options", ""))
        if found := _OF_SCHEMA.search(options):
            self._given["options"] = options[: found.start()]
            self.schema = found[1]
            self.name += f"/{self.schema}"

    def connect(self, *, reads: bool = False) -> Connection[Any]:
        """Open a connection. Raise StoreError."""
        try:
            connection = psycopg.connect(**self._given, autocommit=True)
        except psycopg.OperationalError as error:
            if "FATAL" in str(error) and _BUSY.search(str(error)):
                raise NotYet("server_busy", server=self.name, why=why(error)) from error
            sentence = "server_refused" if "FATAL" in str(error) else "server_away"
            raise StoreError(sentence, server=self.name, why=why(error)) from error
        version = connection.info.server_version // 10_000
        if version < OLDEST:
            connection.close()
            facts = {"version": str(version), "oldest": str(OLDEST)}
            raise StoreError("server_old", server=self.name, **facts)
        connection.execute(_NOTICING, (f"{STANDS_STILL}s",))
        if self.schema:
            self._go_there(connection)
        if reads:
            connection.read_only = True
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
        return connection

    def _go_there(self, connection: Connection[Any]) -> None:
        """Use the schema of the address. Its locks begin with its number, which no other has."""
        found = connection.execute(_GO_THERE, (self.schema, self.schema)).fetchone()
        if found and found[1] is not None:
            self.locks = found[1]

    def make_schema(self, connection: Connection[Any]) -> None:
        """Make the schema of the address, where it is not there. Raise StoreError."""
        if not self.schema or self.locks != LOCKS:
            return
        try:
            with suppress(errors.UniqueViolation, errors.DuplicateSchema):  # another one was first
                made = sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(self.schema))
                connection.execute(made)
        except errors.InsufficientPrivilege as error:
            raise StoreError("server_refused", server=self.name, why=why(error)) from error
        self._go_there(connection)

    def prepare(self, connection: Connection[Any], sealer: Sealer, key_file: str) -> None:
        """Make the tables or bring them up to this build; refuse another key. Raise StoreError."""
        try:
            with connection.transaction():
                connection.execute("SELECT pg_advisory_xact_lock(%s, %s)", (self.locks, SCHEMA))
                self._check_key(connection, sealer, key_file)
                self._migrate(connection, sealer)
        except errors.InsufficientPrivilege as error:
            raise StoreError("server_refused", server=self.name, why=why(error)) from error
        except psycopg.Error as error:
            raise StoreError("server_away", server=self.name, why=why(error)) from error

    def is_empty(self, connection: Connection[Any]) -> bool:
        """Return whether there is nothing of ours yet."""
        found = connection.execute("SELECT to_regclass('coach_steps') IS NULL").fetchone()
        return bool(found and found[0])

    def _migrate(self, connection: Connection[Any], sealer: Sealer) -> None:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS coach_steps (name TEXT PRIMARY KEY, "
            "at TIMESTAMPTZ NOT NULL DEFAULT now())"
        )
        found = connection.execute("SELECT name FROM coach_steps").fetchall()
        done = {name for (name,) in found}
        steps = {**STEPS, **OWN_STEPS}
        if done - set(steps):
            raise DataNewer("newer", path=self.name)
        for name, statements in steps.items():
            if name not in done:
                for each in statements:
                    connection.execute(each)
                if name in WITH_KEY:
                    WITH_KEY[name](Executing(connection, sealer))
                connection.execute("INSERT INTO coach_steps (name) VALUES (%s)", (name,))

    def _check_key(self, connection: Connection[Any], sealer: Sealer, key_file: str) -> None:
        """Know the key again by what it has sealed first."""
        connection.execute("CREATE TABLE IF NOT EXISTS coach_key (sealed BYTEA NOT NULL)")
        found = connection.execute("SELECT sealed FROM coach_key").fetchone()
        place = place_of("coach_key", "sealed", ())
        if not found:
            sealed = sealer.seal(_CHECKED.decode(), place)
            connection.execute("INSERT INTO coach_key (sealed) VALUES (%s)", (sealed,))
            return
        try:
            sealer.open(bytes(found[0]), place)
        except CannotOpen as error:
            raise DataUnreadable("server_key", server=self.name, key=key_file) from error

    def take_sending(self, connection: Connection[Any]) -> None:
        """Be one of those that send, as long as the connection is open."""
        connection.execute("SELECT pg_advisory_lock_shared(%s, %s)", (self.locks, SENDS))

    def be_known_as(self, connection: Connection[Any], build: str) -> None:
        """Let others see which build is behind a connection."""
        if build:
            connection.execute("SELECT set_config('application_name', %s, false)", (build,))

    def is_sent_from(self) -> bool:
        """Return whether anybody sends. Raise StoreError."""
        with self.connect() as connection:
            asked = "SELECT pg_try_advisory_lock(%s, %s)"
            found = connection.execute(asked, (self.locks, SENDS)).fetchone()
        return not (found and found[0])

    def take_whole(self, connection: Connection[Any], *, shared: bool) -> None:
        """Have the data alone, or share it with others who do. Raise DataInUse."""
        how = "pg_try_advisory_lock_shared" if shared else "pg_try_advisory_lock"
        asked = f"SELECT {how}(%s, %s)"
        for _ in range(TRIES):
            found = connection.execute(asked, (self.locks, WHOLE)).fetchone()
            if found and found[0]:
                return
            time.sleep(PATIENCE / TRIES)
        raise DataInUse("server_in_use", server=self.name)


def when_ready(connect: Callable[[], object]) -> None:
    """Connect, and wait for a server that starts. Raise StoreError."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            connect()
        except NotYet as error:
            if time.monotonic() > until:
                raise
            _log.info("waits for the server: %s", error)
            time.sleep(LOOK_EVERY)
        else:
            return
