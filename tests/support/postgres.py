"""A real PostgreSQL of the tests' own, where this machine has its programs.

It runs as a user without rights, listens on a socket in a folder of its own or on a port of
loopback, and is gone with the tests. Each test gets a database of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest
from psycopg import sql

from bot.store.postgres.server import Server as Postgres
from bot.store.postgres.store import PostgresStore, Whole
from tests.support.ports import free_port

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)

PATIENCE = 120.0
"""Seconds until it counts as a fault that a server does not start or end, on a busy machine."""

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "max_wal_size": "2GB",
    "log_min_messages": "fatal",
}


def program(name: str) -> str:
    """Where a program of the server is; "" where there is none."""
    # Debian's own are found first: what stands on the path there is a wrapper for users.
    found = next((str(each / name) for each in _FOLDERS if (each / name).exists()), None)
    found = found or shutil.which(name)
    return str(Path(found).resolve()) if found else ""


def needs_postgres() -> None:
    """Skip loudly where there is none; where COACH_TEST_POSTGRES is set, it must be there."""
    if program("initdb"):
        return
    if os.environ.get("COACH_TEST_POSTGRES"):
        pytest.fail("there is no PostgreSQL, and COACH_TEST_POSTGRES says that there is")
    pytest.skip("NOT TESTED: no PostgreSQL on this machine (apt-get install postgresql)")


@dataclass
class Server:
    """One server, which can be stopped, killed and started again."""

    folder: Path
    durable: bool = False
    port: int | None = None
    _running: subprocess.Popen[bytes] | None = None

    @classmethod
    def empty(cls, durable: bool, *, tcp: bool) -> Server:
        """The place of one that has no data yet."""
        folder = Path(mkdtemp(prefix="coach-pg-", dir="/tmp"))
        if user := _user():
            shutil.chown(folder, user, user)
        return cls(folder, durable, free_port() if tcp else None)

    @classmethod
    def made(cls, *, durable: bool = False, tcp: bool = False) -> Server:
        """A new one that runs. ``durable`` waits for the disk, as a real one does; ``tcp`` is
        reached over the network."""
        made = cls.empty(durable, tcp=tcp)
        initdb = [program("initdb"), "-D", str(made.folder / "data"), "-U", "coach", "-A", "trust"]
        more = ["--no-sync", "-E", "UTF8", "--locale", "C.UTF-8"]
        made._as_user([*initdb, *more]).wait()
        made.start()
        return made

    def replica(self) -> Server:
        """One that follows this one, and without which nothing is called saved here."""
        followed = Server.empty(self.durable, tcp=self.port is not None)
        source = psycopg.conninfo.make_conninfo(self.url(""), dbname=None)
        copy = [program("pg_basebackup"), "-D", str(followed.folder / "data"), "-d", source]
        assert followed._as_user([*copy, "-R", "-c", "fast"]).wait() == 0
        followed.start()
        self.run(sql.SQL("ALTER SYSTEM SET synchronous_standby_names = '*'"))
        self.run(sql.SQL("SELECT pg_reload_conf()"))
        return followed

    def start(self) -> None:
        """Run, and return when it can be talked to."""
        more = {**SETTINGS, "fsync": "on" if self.durable else "off"}
        if self.port:
            more |= {"listen_addresses": "127.0.0.1", "port": str(self.port)}
        given = [part for name, value in more.items() for part in ("-c", f"{name}={value}")]
        place = ["-D", str(self.folder / "data"), "-k", str(self.folder)]
        self._running = self._as_user([program("postgres"), *place, *given])
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        raise AssertionError("PostgreSQL did not start")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT sends everybody away at once; SIGQUIT lets it end without a word."""
        if self._running:
            self._running.send_signal(how)
            self._running.wait(PATIENCE)
            self._running = None

    def remove(self) -> None:
        """Stop it, and delete what it kept."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        if self.port:
            return f"postgresql://coach@127.0.0.1:{self.port}/{database}"
        return f"postgresql://coach@/{database}?host={self.folder}"

    def run(self, statement: sql.Composed | sql.SQL, database: str = "postgres") -> None:
        """Run one statement outside of any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)

    def new_database(self, template: str = "template1") -> str:
        """The name of a new database: empty, or a copy of another."""
        name = f"d{next(_NUMBERS)}"
        names = (sql.Identifier(name), sql.Identifier(template))
        self.run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        return name

    def drop(self, database: str) -> None:
        """Send everybody away and delete a database."""
        named = sql.Identifier(database)
        self.run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(named))

    def _as_user(self, command: list[str]) -> subprocess.Popen[bytes]:
        user = _user()
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                user=user,
                group=user,
                extra_groups=[] if user else None,
            )


@dataclass(frozen=True)
class Pair:
    """A server and the replica that it waits for before anything is called saved."""

    first: Server
    second: Server

    @classmethod
    def made(cls) -> Pair:
        """A new pair that runs."""
        first = Server.made(tcp=True)
        return cls(first, first.replica())

    def url(self, database: str) -> str:
        """Both in one address, as libpq reads it: whichever can be written to."""
        hosts = ",".join(f"127.0.0.1:{each.port}" for each in (self.first, self.second))
        return f"postgresql://coach@{hosts}/{database}?target_session_attrs=read-write"

    def fail_over(self) -> None:
        """End the first as a power cut does, and let the second take over."""
        self.first.stop(signal.SIGQUIT)
        self.second.run(sql.SQL("SELECT pg_promote()"))

    def remove(self) -> None:
        """Stop both, and delete what they kept."""
        for each in (self.second, self.first):
            each.remove()


KEY = "ab" * 32


def open_store(url: str, key: str = KEY, whole: Whole = "alone") -> PostgresStore:
    """The store in a database."""
    return PostgresStore.open(Postgres(url), key, Path("(in memory)"), whole)


def prepare(url: str) -> None:
    """Make the tables in an empty database."""
    open_store(url).shut()


_NUMBERS = count(1)


def _user() -> str | None:
    """Whom it runs as: it refuses to be root."""
    return "postgres" if os.name != "nt" and os.geteuid() == 0 else None
