"""``coach`` as a process of its own, forked from one that has imported it already.

All that a process has is real: its signals, its death, its files and sockets. Only the second and a
half that Python needs to import everything is spent once, and what a first answer needs compiled.
What shows the start itself runs the command: ``run_process``.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

import bot

_MAIN = str(Path(bot.__file__).with_name("__main__.py"))

_CONTEXT = get_context("forkserver")

_CONTEXT.set_forkserver_preload(
    [
        "tests.support.offline.sitecustomize",
        "tests.support.forked",
        "bot.app",
        "bot.channels.jsonl",
        "bot.channels.telegram_bot.bot",
        "bot.channels.terminal",
        "bot.channels.web.server",
        "bot.cli.main",
        "bot.cli.operator_console",
        "bot.store.sqlite.sharing_tables",
        "tests.support.warmed",
    ]
)

Stream = Path | Connection

ENDS_WITHIN = 60.0
"""Seconds for a process to end, once it was killed or told all that it waits for."""


class Forked:
    """A running ``coach``. ``returncode`` is None while it runs, and below 0 after a signal."""

    def __init__(
        self,
        arguments: tuple[str, ...],
        environment: dict[str, str],
        folder: Path,
        *,
        stdin: Stream = Path(os.devnull),
        stdout: Stream,
        stderr: Stream,
    ) -> None:
        """A path is opened there, to write at its end; a pipe is used as it is."""
        streams = (stdin, stdout, stderr)
        self._process = _CONTEXT.Process(
            target=_be_coach, args=(arguments, environment, folder, streams), daemon=True
        )
        self._process.start()

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid
        return self._process.pid

    def send_signal(self, number: signal.Signals) -> None:
        """Raise ProcessLookupError where it has ended."""
        if self.returncode is not None:
            raise ProcessLookupError
        os.kill(self.pid, number)

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()

    def join(self) -> int:
        self._process.join(ENDS_WITHIN)
        assert self.returncode is not None, f"a minute later process {self.pid} has not ended"
        return self.returncode

    async def wait(self) -> int:
        """Wait for its end; gives its exit status."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        watched = os.dup(self._process.sentinel)  # several may wait
        loop.add_reader(watched, ended.set)
        try:
            with suppress(TimeoutError):  # then ``join`` says so
                async with asyncio.timeout(ENDS_WITHIN):
                    await ended.wait()
        finally:
            loop.remove_reader(watched)
            os.close(watched)
        return self.join()


class Piped(Forked):
    """A running ``coach`` that is written to and read from line by line."""

    def __init__(
        self, arguments: tuple[str, ...], environment: dict[str, str], folder: Path
    ) -> None:
        theirs_in, ours_in = _CONTEXT.Pipe(duplex=False)
        ours_out, theirs_out = _CONTEXT.Pipe(duplex=False)
        log = folder / "stderr"
        super().__init__(
            arguments, environment, folder, stdin=theirs_in, stdout=theirs_out, stderr=log
        )
        theirs_in.close()
        theirs_out.close()
        self.stdin, self.stdout = _file(ours_in, "w"), _file(ours_out, "r")

    def close(self) -> None:
        for each in (self.stdin, self.stdout):
            each.close()


def _file(pipe: Connection, mode: str) -> TextIO:
    with pipe:
        return os.fdopen(os.dup(pipe.fileno()), mode, encoding="utf-8")  # type: ignore[return-value]


def _be_coach(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    folder: Path,
    streams: tuple[Stream, Stream, Stream],
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, stream in enumerate(streams):
        _lay(stream, number)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - no path
        for number, mode in enumerate(("r", "w", "w"))
    )
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = [_MAIN, *arguments]
    from bot.cli.main import main  # noqa: PLC0415 - with the environment of the command

    main()


def _lay(stream: Stream, number: int) -> None:
    """Make a stream the standard stream of this number."""
    if isinstance(stream, Connection):
        os.dup2(stream.fileno(), number)
        stream.close()
        return
    flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_APPEND | os.O_CREAT
    opened = os.open(stream, flags, 0o600)
    os.dup2(opened, number)
    os.close(opened)
