"""The ``coach`` command, called here as a process of its own would be, and a second faster.

What a process has of its own is lent for the call and given back: arguments, standard streams,
environment, folder, signals, logging. What only a real process shows is tested in one.
"""

from __future__ import annotations

import gc
import io
import logging
import os
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

import bot
from bot.cli.main import main

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def run_here(
    arguments: tuple[str | bytes, ...], typed: bytes, environment: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end. A fault that it lets through ends it with 1, as Python does."""
    words = [str(Path(bot.__file__).with_name("__main__.py")), *map(os.fsdecode, arguments)]
    out, err = _stream(), _stream()
    with ExitStack() as lent:
        lent.enter_context(patch.object(sys, "argv", words))
        lent.enter_context(patch.object(sys, "stdin", _stream(typed)))
        lent.enter_context(redirect_stdout(out))
        lent.enter_context(redirect_stderr(err))
        # A screen that the tests are watched on is not the command's.
        lent.enter_context(patch.dict(os.environ, {"COLUMNS": "80", **environment}, clear=True))
        lent.enter_context(chdir(folder))
        lent.enter_context(_as_it_was())
        status = _status()
    return subprocess.CompletedProcess(words, status, _text(out), _text(err))


def _status() -> int:
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Exception:
        traceback.print_exc()
        return 1


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Give back what a command sets for its whole process."""
    thresholds, root = gc.get_threshold(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    here = threading.current_thread() is threading.main_thread()  # only there they can be set
    signals = {each: signal.getsignal(each) for each in _SIGNALS if here}
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        root.handlers[:], root.level = handlers, level
        for each, handler in signals.items():
            signal.signal(each, handler)


def _stream(content: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), "utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]
