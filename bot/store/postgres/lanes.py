"""Connections that have a thread each, so that waiting for the server holds nobody up.

The statements of the store are run one after the other, without a wait between them that another
turn could use: on a thread of its own that costs the others nothing. A lane that writes takes all
that has come meanwhile into one transaction: each in a savepoint of its own, and each is told only
after the commit.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import nullcontext, suppress
from queue import Empty, SimpleQueue
from typing import Any

import psycopg
from psycopg import Connection

from bot.errors import StoreError
from bot.logs import describe
from bot.store.postgres.execute import Executing
from bot.store.postgres.faults import AGAIN, ELSEWHERE, meaning
from bot.store.postgres.sealing import Sealer

GROUP = 12
"""Transactions that share a commit."""

TRIES = 3
"""Of a transaction that another one's locks have stopped."""

Work = Callable[[], Coroutine[Any, Any, Any]]
"""Makes a coroutine of the store's that never waits: all it does is run statements."""

_log = logging.getLogger(__name__)


class Here(threading.local):
    """The means by which a thread runs statements; none outside of a lane."""

    execute: Executing | None = None


class Job:
    """Something to do on a connection, and whom to tell."""

    def __init__(self, work: Work, *, is_one: bool = False) -> None:
        """Nobody has begun it. ``is_one`` statement needs no moment that others share."""
        self.is_one = is_one
        self.work, self.future = work, Future[Any]()
        self.result: Any = None


class Lane(ABC):
    """One connection and its thread."""

    def __init__(
        self, connect: Callable[[], Connection[Any]], sealer: Sealer, server: str, here: Here
    ) -> None:
        """``connect`` opens a connection, also a new one when the first is lost."""
        self._connect, self._sealer, self._server, self._here = connect, sealer, server, here
        self._jobs, self._ended = SimpleQueue[Job | None](), threading.Event()
        self.connection: Connection[Any] | None = None
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def post(self, work: Work, *, is_one: bool = False) -> Future[Any]:
        """Have something done after all that was posted before."""
        job = Job(work, is_one=is_one)
        self._jobs.put(job)
        if self._ended.is_set():
            self._refuse_rest()
        return job.future

    def close(self) -> None:
        """Do what was posted, then let go of the connection."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (jobs := self._next()) is not None:
            self._take(jobs)
        self._drop()
        self._ended.set()
        self._refuse_rest()

    def _refuse_rest(self) -> None:
        """Tell those who come after the end."""
        while not self._jobs.empty():
            with suppress(Empty):  # another one has told them
                if job := self._jobs.get_nowait():
                    job.future.set_exception(meaning(Exception("closed"), self._server))

    def _next(self) -> list[Job] | None:
        """Wait for a job; None at the end."""
        job = self._jobs.get()
        return None if job is None else [job]

    def _take(self, jobs: list[Job]) -> None:
        failed: Exception | None = None
        for _ in range(TRIES):
            try:
                self._ready()
                self._do(jobs)
            except AGAIN as error:
                failed = error
                continue
            except StoreError as error:
                failed = error
            except psycopg.Error as error:
                failed = meaning(error, self._server)
                failed.__cause__ = error
                self._mend(error)
            except Exception as error:  # a fault of ours: who waits is told, and others are served
                _log.error("not done: %s", describe(type(error), error.__traceback__))
                failed = meaning(Exception(type(error).__name__), self._server)
                failed.__cause__ = error
                self._drop()
            else:
                return
            break
        for each in jobs:
            if not each.future.done():
                told = failed if isinstance(failed, StoreError) else None
                each.future.set_exception(told or meaning(failed or Exception(), self._server))

    def _ready(self) -> None:
        if self.connection is None or self.connection.closed:
            self.connection = self._connect()
        self._here.execute = Executing(self.connection, self._sealer)

    def _mend(self, error: psycopg.Error) -> None:
        """Let go of a connection that is of no use any more."""
        is_elsewhere = isinstance(error, ELSEWHERE)
        if self.connection and (is_elsewhere or self.connection.closed or self.connection.broken):
            _log.warning("the connection to %s is lost", self._server)
            self._drop()

    def _drop(self) -> None:
        if self.connection:
            with suppress(psycopg.Error):
                if not self.connection.closed:  # its locks are free before anybody is told
                    self.connection.execute("SELECT pg_advisory_unlock_all()")
                self.connection.close()
        self.connection = self._here.execute = None

    @abstractmethod
    def _do(self, jobs: list[Job]) -> None:
        """Do them, and give each its result. Raises psycopg's errors where the server is away."""


class ReadingLane(Lane):
    """Reads as of one moment for each job."""

    def _do(self, jobs: list[Job]) -> None:
        assert self.connection  # noqa: S101 - _ready has just opened it
        for job in jobs:
            try:
                with nullcontext() if job.is_one else self.connection.transaction():
                    job.result = finished(job.work)
            except psycopg.Error:
                raise
            except Exception as error:
                job.future.set_exception(error)
            else:
                job.future.set_result(job.result)


class WritingLane(Lane):
    """Writes what has come meanwhile in one transaction."""

    def _next(self) -> list[Job] | None:
        jobs = super()._next()
        while jobs is not None and len(jobs) < GROUP and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:  # the end, after these
                self._jobs.put(None)
                break
            jobs.append(job)
        return jobs

    def _do(self, jobs: list[Job]) -> None:
        assert self.connection  # noqa: S101 - _ready has just opened it
        refused = dict[Job, Exception]()
        # Statements whose answer nobody asks for share their way to the server.
        with self.connection.pipeline(), self.connection.transaction():
            for job in jobs:
                try:
                    with self.connection.transaction():
                        job.result = finished(job.work)
                except (*AGAIN, *ELSEWHERE):
                    raise
                except psycopg.Error as error:
                    if self.connection.broken:
                        raise
                    refused[job] = meaning(error, self._server)
                except Exception as error:
                    refused[job] = error
        for job in jobs:
            if job in refused:
                job.future.set_exception(refused[job])
            else:
                job.future.set_result(job.result)


def finished(work: Work) -> Any:
    """Return what a coroutine returns that never waits."""
    running = work()
    try:
        running.send(None)
    except StopIteration as done:
        return done.value
    running.close()
    raise RuntimeError("a transaction has waited for something")
